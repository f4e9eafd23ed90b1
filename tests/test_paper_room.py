"""What fits on paper.

How many tips on a handout, how many sentences on a poster, and sizes as people read them.
"""

from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from garden import garden

from macros.content.content import Content
from macros.content.site import Site
from macros.paper import prints
from macros.paper.prints import Print, Prints

SITE = Site("De moestuin", "https://tuin.example/", "")


def _with_factors(root: Path, count: int) -> Content:
    """The small set with so many factors in its one theme, all of them in its session."""

    def factors(data: dict[str, Any]) -> None:
        first = data["factoren"][0]
        data["factoren"] += [
            {**first, "id": f"f{number}", "titel": f"Tip nummer {number}"} for number in range(2, count)
        ]

    def named(data: dict[str, Any]) -> None:
        data["sessies"][0]["onderdelen"][0]["factoren"] = [f"f{number}" for number in range(2, count)]

    return garden(root, success_factors=factors, sessies=named)


def _shown(content: Content, kind: str) -> dict[str, Any]:
    return next(plan.data for plan in prints.plans(content, SITE) if plan.soort == kind)


def test_a_handout_has_room_for_six_tips(tmp_path: Path) -> None:
    content = _with_factors(tmp_path, 12)
    assert [factor["titel"] for factor in _shown(content, "handout")["factoren"]] == [
        f"Tip nummer {number}" for number in range(2, 8)
    ]


@pytest.mark.parametrize(("count", "sentences"), [(2, 3), (3, 1), (5, 1)])
def test_a_full_poster_has_one_sentence_for_each_tip(count: int, sentences: int, tmp_path: Path) -> None:
    (theme,) = _shown(_with_factors(tmp_path, count), "posters")["themas"]
    assert [len(factor["zo_zeg_je_het"]) for factor in theme["factoren"]] == [sentences] * count


def test_a_poster_has_at_most_four_sentences_for_a_tip(tmp_path: Path) -> None:
    def four(data: dict[str, Any]) -> None:
        data["factoren"][0]["zo_zeg_je_het"].append({"moment": "Ten slotte", "zin": "En nu?"})

    (theme,) = _shown(garden(tmp_path, success_factors=four), "posters")["themas"]
    assert [len(factor["zo_zeg_je_het"]) for factor in theme["factoren"]] == [4, 3]


@pytest.mark.parametrize(("size", "said"), [(10, "1 kB"), (1400, "1 kB"), (1600, "2 kB"), (54_321, "54 kB")])
def test_a_size_is_said_in_whole_kilobytes(size: int, said: str) -> None:
    pdf: Future[bytes] = Future()
    pdf.set_result(b"x" * size)
    one = Print("downloads/x.pdf", "X", "checklist", "x.html", pdf)
    page = f"<p>Lees dit ({one.grootte}) of dat.</p>"
    assert prints.names_sizes(page)
    assert Prints((one,)).with_sizes(page) == f"<p>Lees dit ({said}) of dat.</p>"
    assert not prints.names_sizes("<p>Geen grootte</p>")


def test_the_pdfs_of_a_page_in_order(small: Content) -> None:
    made = Prints(
        tuple(
            Print(plan.adres, plan.titel, plan.soort, plan.pagina, Future())
            for plan in prints.plans(small, SITE)
        )
    )
    assert made.van("nergens.html") == ()
    for page in {pdf.pagina for pdf in made.alle}:
        assert made.van(page) == tuple(pdf for pdf in made.alle if pdf.pagina == page)


def test_every_kind_of_pdf_has_its_place_among_the_downloads(content: Content, built: Path) -> None:
    """In the order of the list, each under its own heading, each PDF once."""
    made = Prints(
        tuple(
            Print(plan.adres, plan.titel, plan.soort, plan.pagina, Future())
            for plan in prints.plans(content, SITE)
        )
    )
    groups = made.per_soort
    assert [kind for kind, *_ in groups] == list(prints.SOORTEN)
    assert sorted(pdf.adres for *_, pdfs in groups for pdf in pdfs) == sorted(pdf.adres for pdf in made.alle)
    page = (built / "downloads" / "index.html").read_text(encoding="utf-8")
    places = [page.index(f">{title}<") for _, title, *_ in groups]
    assert places == sorted(places)
