"""For an organisation: a fork in which one line is filled in, its name, is theirs."""

from collections.abc import Iterator
from pathlib import Path

import fork as forks
import pytest
from building import build
from serving import serving

from journeys.person import Person, until
from macros.content.site import Site

NAME = "Kinderopvang ’t Notenboompje"


@pytest.fixture(scope="session")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a fork in which somebody made `organisatie.yml`, as the README says."""
    folder = tmp_path_factory.mktemp("naam")
    root = folder / "onze kopie"
    forks.git(folder, "clone", "-q", str(forks.upstream(folder / "project")), str(root))
    (root / "organisatie" / "organisatie.yml").write_text(f"naam: {NAME}\n", encoding="utf-8")
    done = build(root)
    assert done.returncode == 0, done.stderr
    return root / "site"


@pytest.fixture
def ours(named: Path) -> Iterator[str]:
    """The address of their first page."""
    with serving(named, "/onze-kopie/") as address:
        yield address


def test_fork_and_fill_in_a_name(person: Person, ours: str, site: Site) -> None:
    person.open(ours)
    assert person.finds("header a", NAME).whole
    assert person.fits()
    assert person.title == site.naam
    person.finds("footer", NAME)
    person.tap("nav a[href$='hulp.html']")
    until(lambda: person.url.endswith("hulp.html"), person.screen)
    person.finds("header a", NAME)
