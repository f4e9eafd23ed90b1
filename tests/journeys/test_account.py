"""Nothing passes in silence: an engine that did not travel, or not everywhere, is named."""

from collections import Counter

from journeys import account

WHOLE = {engine: Counter(passed=2) for engine in account.HERE}


def test_journeys_are_counted_by_engine() -> None:
    outcomes = [
        ("tests/journeys/test_tick.py::test_a[webkit]", "passed"),
        ("tests/journeys/test_tick.py::test_b[webkit-2]@webkit", "failed"),
        ("tests/journeys/test_account.py::test_c", "passed"),
        ("tests/browser/test_pages.py::test_d[firefox]", "passed"),
    ]
    assert account.account(outcomes) == {"webkit": Counter(passed=1, failed=1)}


def test_every_engine_has_to_do_every_journey() -> None:
    assert account.incomplete(WHOLE) == []
    assert account.incomplete({**WHOLE, "webkit": Counter()}) == ["webkit"]
    assert account.incomplete({**WHOLE, "firefox": Counter(passed=1, xfailed=1)}) == ["firefox"]
    assert account.incomplete({**WHOLE, "chromium": Counter(passed=2, error=1)}) == ["chromium"]
