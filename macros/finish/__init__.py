"""The finished site: its style and scripts, its policy, what makes it work offline, headers, the zip, and the swap.

In: finished HTML, or the folder of a built site. Out: the same, light, locked and complete. Must not know an engine.
"""
