"""All of it together: loading every file, what holds between items, and one frozen `Content` that the rest reads.

In: the folders `data`, `organisatie` and `docs`. Out: a `Content`, or a `DataError` with all problems.
Must not know how anything is shown, on a page, on paper or on a slide.
"""
