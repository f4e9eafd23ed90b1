"""What knows MkDocs and its sisters: a build, serving who writes, and the site as plain Markdown.

In: everything below. Out: a site in its place; a folder for another engine. Nothing below may know an engine.
"""
