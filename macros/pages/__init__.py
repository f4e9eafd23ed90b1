"""From content to pages: the one list of pages, the macros that fill them, templates, and glossary terms.

In: a `Content` and a `Site`. Out: HTML of articles, all pages. Must not know an engine, nor PDFs and decks.
"""
