"""Text to values: YAML with line and column, the small markup of text fields, phone numbers, checking a shape.

In: bytes of a file, and a pydantic model. Out: plain values with positions, models, or problems in the language of the site.
Must not know what a factor, a scenario or a site is: the shape always comes from whoever calls.
"""
