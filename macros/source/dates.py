"""Days as people write them in Dutch."""

from datetime import date

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def in_words(day: date) -> str:
    """A day in words: 24 november 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
