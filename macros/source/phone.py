"""Phone numbers: shown as they were written, dialled in the form that works from everywhere (E.164)."""

import re

import phonenumbers
from phonenumbers import PhoneNumberFormat, PhoneNumberType

#: Free and paid numbers, which only their own country knows.
_AT_HOME = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST}
#: Where numbers without a country may lie: two capitals each.
REGIONS = phonenumbers.SUPPORTED_REGIONS
#: An emergency number, one within the organisation, and the numbers of the examples, which nobody has.
_SHORT = re.compile(r"[1-9]\d{2,5}|000\d+")


def dialled(written: str, land: str) -> str | None:
    """What a phone dials, digits with at most a + before them; None when nobody can have this number.

    `land` is where a number without a country lies, one of `REGIONS`.
    """
    digits: str = phonenumbers.normalize_diallable_chars_only(written)
    if _SHORT.fullmatch(digits):
        return digits
    try:
        number = phonenumbers.parse(digits, land)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    if phonenumbers.number_type(number) in _AT_HOME and not digits.startswith(("+", "00")):
        return digits
    return str(phonenumbers.format_number(number, PhoneNumberFormat.E164))


def address(written: str, land: str) -> str:
    """The `tel:` address of a number that `dialled` knows."""
    return f"tel:{dialled(written, land)}"
