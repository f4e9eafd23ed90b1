"""From a session to slides, and from slides to a reveal.js deck and a PowerPoint file.

In: a `Content` and a `Site`. Out: files by address. Must not know paper, nor the finished site.
"""
