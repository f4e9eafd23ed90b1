"""What knows MkDocs and its sisters: making a page again while somebody writes, and the site as plain Markdown.

In: everything below. Out: pages during `serve`; a folder that another engine builds. Nothing below may know an engine.
"""
