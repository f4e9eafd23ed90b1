"""Names that a computer or a browser uses itself: no file and no id can be called so."""

_PORTS = {f"{port}{number}" for port in ("com", "lpt") for number in range(10)}
#: Of the site itself, of Windows, where such a file cannot be opened, and of JavaScript.
RESERVED = frozenset({"index", "404", "con", "prn", "aux", "nul", *_PORTS, "constructor", "prototype"})
