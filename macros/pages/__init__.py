"""From content to pages: the one list of pages, the macros that fill them, templates, and the marking of glossary terms.

In: a `Content` and a `Site`. Out: HTML of articles and the list of pages. Must not know an engine, nor PDFs and decks.
"""
