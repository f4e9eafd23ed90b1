"""From a theme to the others: all of them, or of very many the next ones, so that no page grows with the site."""

from pathlib import Path
from typing import Any

import pytest
from garden import garden
from selectolax.lexbor import LexborHTMLParser

from macros.content.content import Content


def _with_themes(root: Path, count: int) -> Content:
    def more(data: dict[str, Any]) -> None:
        theme, factor = data["themas"][0], data["factoren"][0]
        data["themas"] = [{**theme, "id": f"t{number}"} for number in range(count)]
        data["factoren"] = [{**kept, "thema": "t0"} for kept in data["factoren"]]
        data["factoren"] += [
            {**factor, "id": f"f{number}", "thema": f"t{number}"} for number in range(1, count)
        ]

    return garden(root, success_factors=more)


def _others(content: Content, number: int) -> list[int]:
    return [int(thema.id[1:]) for thema in content.andere_themas(content.themas[number])]


@pytest.mark.parametrize(
    ("count", "number", "others"),
    [
        (2, 0, [1]),
        (2, 1, [0]),
        (7, 3, [0, 1, 2, 4, 5, 6]),
        (8, 0, [1, 2, 3, 4, 5, 6]),
        (8, 3, [4, 5, 6, 7, 0, 1]),
        (8, 7, [0, 1, 2, 3, 4, 5]),
        (12, 4, [5, 6, 7, 8, 9, 10]),
    ],
)
def test_the_others(count: int, number: int, others: list[int], tmp_path: Path) -> None:
    assert _others(_with_themes(tmp_path, count), number) == others


def test_every_theme_leads_to_the_others(built: Path, content: Content) -> None:
    assert len(content.themas) > 1
    for thema in content.themas:
        page = LexborHTMLParser((built / thema.pagina).read_text(encoding="utf-8"))
        links = [node.attributes["href"] for node in page.css("nav.verder a")]
        assert links == [f"../{other.pagina}" for other in content.andere_themas(thema)]
