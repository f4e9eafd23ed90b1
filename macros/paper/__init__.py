"""From content to PDFs: what each sheet shows, as plain data, and the typst templates that show it.

In: a `Content` and a `Site`. Out: PDFs by address. Must not know decks, nor the finished site.
"""
