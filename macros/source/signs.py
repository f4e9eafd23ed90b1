"""Signs that readers do not see: where they stand in a text, and how to show them."""

import re
import unicodedata
from collections.abc import Iterator

#: Categories of Unicode: control, format, half a sign, private, no sign (yet), and two breaks that few programs know.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
#: Letters and marks that show nothing all the same.
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0")
#: What nobody needs to look at twice; with the no-break space and the soft hyphen of word processors.
_UNUSUAL = re.compile("[^\n -~\xa0-\u02ff]")


def unseen(text: str, also: str = "") -> Iterator[int]:
    """Where in a text something stands that readers do not see; `also` is what may be there besides line ends."""
    return (
        at
        for at in map(re.Match.start, _UNUSUAL.finditer(text))
        if text[at] not in also and _is_unseen(text, at)
    )


def hides(text: str, also: str = "") -> bool:
    """Does anything stand in it that readers do not see?"""
    return next(unseen(text, also), None) is not None


def number(sign: str) -> str:
    """A sign by its number in Unicode, as `U+200B`."""
    return f"U+{ord(sign):04X}"


def visible(text: str) -> str:
    """A text in which every sign that nobody sees is its number: nothing in it moves a cursor."""
    hidden = set(unseen(text))
    return "".join(number(sign) if at in hidden else sign for at, sign in enumerate(text)) if hidden else text


def _is_unseen(text: str, at: int) -> bool:
    sign = text[at]
    if sign in "\u200c\u200d":  # between letters of some scripts, and between the parts of one emoji
        return at == 0 or text[at - 1] < "\u0590"
    if "\U0001f000" <= sign < "\U0001fc00":
        return False  # an emoji that is newer than this Python has no category yet
    return unicodedata.category(sign) in _UNSEEN or sign in _BLANK or "\U000e0100" <= sign < "\U000e01f0"
