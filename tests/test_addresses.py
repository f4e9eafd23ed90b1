"""Addresses outside the site: one policy, by a parser, wherever people write one; each refusal says what to write."""

import sys
from pathlib import Path

import pytest
from conftest import run
from garden import garden

from macros.content import site as sites
from macros.content.content import Content
from macros.own import prose
from macros.source.addresses import LINKS, LONGEST, WEB, wrong, wrong_for_site
from macros.source.problems import DataError

FINE = [
    "https://www.voorbeeld.nl", "http://x", "HTTPS://Voorbeeld.NL/", "https://voorbeeld.nl:8000/a/b.html?c=d&e=f#g",
    "https://nl.voorbeeld.org/wiki/'s-Hertogenbosch_(stad)", "https://café.nl/é", "https://xn--caf-dma.nl/%C3%A9",
    "https://voorbeeld.nl/@naam", "http://192.168.1.5/",
]  # fmt: skip
#: What is no web address -> how what to write begins.
REFUSED = {
    "Begin met 'https://'": ["www.voorbeeld.nl", "javascript:alert(1)", "data:text/html,x", "//a.nl", "", "ftp://a.nl", "file:///etc"],
    "Er staat een teken in": [
        "https://a b", "https://a.nl/\x1b", "https://a.nl/\u2028", "https://a.nl\\@b.nl", 'https://a.nl/"x', "https://a.nl/<b>",
        "https://a.nl/{x}", "https://a.nl/%0a", "https://a.nl/%00", "https://a.nl/100%", "https://a.nl/\n",
    ],
    "Na 'https://' hoort de naam": [
        "https://", "https:///x", "https:a.nl", "https://[", "https://[::1]/", "https://[v1.x]/", "https://a..nl", "https://-a.nl",
        "https://a.nl:99999", "https://a.nl:0", "https://a.nl:x", f"https://{'a' * 64}.nl", "https://.nl", "https://?x",
    ],
    "Haal de naam en het wachtwoord": ["https://naam:geheim@a.nl/", "https://naam@a.nl", "https://@a.nl"],
    "Een adres heeft hooguit": [f"https://a.nl/{'x' * LONGEST}"],
}  # fmt: skip
OTHER = [
    "mailto:naam@organisatie.nl",
    "MAILTO:a.b+c@d.e.nl",
    "tel:0800-2000",
    "tel:+31 (0)20 123 45 67",
    "tel:112",
]
REFUSED_OTHER = {
    "Na 'mailto:' hoort": [
        "mailto:",
        "mailto:x",
        "mailto:a@b.nl?bcc=c@d.nl",
        "mailto:a@b.nl,c@d.nl",
        "mailto:a@b.nl%0aBcc:c@d.nl",
    ],
    "Na 'tel:' hoort": [
        "tel:",
        "tel:abc",
        "tel:0800-2000;ext=1",
        "tel:123456789012345678",
        "tel:0800-2000?x",
    ],
}


def _cases(cases: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(address, said) for said, addresses in cases.items() for address in addresses]


@pytest.mark.parametrize("address", FINE)
def test_a_page_on_the_web_may_be_named(address: str) -> None:
    assert wrong(address) == wrong(address, WEB) == ""


@pytest.mark.parametrize(("address", "said"), _cases(REFUSED), ids=ascii)
def test_another_is_refused_with_what_to_write(address: str, said: str) -> None:
    assert wrong(address, WEB).startswith(said)
    assert wrong(address, LINKS).startswith(said)


@pytest.mark.parametrize("address", OTHER)
def test_a_text_may_link_to_mail_and_phone_too(address: str) -> None:
    assert wrong(address, LINKS) == ""
    assert wrong(address, WEB) == "Begin met 'https://'."


@pytest.mark.parametrize(("address", "said"), _cases(REFUSED_OTHER))
def test_mail_and_phone_are_one_address_and_one_number(address: str, said: str) -> None:
    assert wrong(address, LINKS).startswith(said)


@pytest.mark.parametrize(
    "address", ["https://a.nl", "https://a.nl/", "https://a.nl:8000/b/c-d_e.f~g/", "http://localhost/b"]
)
def test_this_site_may_stand_anywhere(address: str) -> None:
    assert wrong_for_site(address) == ""


@pytest.mark.parametrize(
    "end", ["b;c/", "b$c/", "b'c/", "b%20c/", "é/", "../b/", ".b/", "b//c/", "?b", "#b", "b/?c=d", "b(c)/"]
)
def test_its_own_address_is_plain(end: str) -> None:
    assert wrong_for_site(f"https://a.nl/{end}").startswith(
        "Na de naam van de site kunnen alleen letters, cijfers,"
    )


CONTACT = "{{soort: anders, naam: x, waarvoor: x, gecontroleerd_op: 2026-01-01, {}: '{}'}}"
#: Where an address is typed: the file, and what is in it.
PLACES = {
    "website": ("hulp.yml", f"contacten: [{CONTACT.format('website', '{}')}]"),
    "adres": ("organisatie.yml", "naam: x\nadres: '{}'"),
    "link": ("hulp.yml", f"contacten: [{CONTACT.format('plaats', 'Zie [hier]({})')}]"),
    "pagina": ("paginas/over-ons.md", "# T\n\n[x]({})\n"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("address", ["https://naam:geheim@a.nl/", "https://[", "https://a.nl/%0a"])
def test_one_policy_wherever_it_is_typed(place: str, address: str, tmp_path: Path) -> None:
    file, text = PLACES[place]
    garden(tmp_path / "goed", {file: text.replace("{}", "https://a.nl/b")})
    with pytest.raises(DataError) as error:
        garden(tmp_path / "fout", {file: text.replace("{}", address)})
    (problem,) = error.value.problems
    assert problem.file == f"organisatie/{file}"
    assert problem.text.endswith(wrong(address))
    assert f"'{address}'" in problem.text


def test_the_guide_shows_no_link_that_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(
        "# T\n\n[a](mailto:a@b.nl) [b](tel:0800-2000) <c@d.nl> <https://e.nl/f'g>\n", encoding="utf-8"
    )
    assert prose.read(tmp_path, ())[1] == []


@pytest.mark.parametrize(
    "email",
    ["a@b.nl?subject=x", "a@b.nl?bcc=c@d.nl", "a@b", "a b@c.nl", "a@b.nl,c@d.nl", "a&b@c.nl", "@b.nl"],
)
def test_an_e_mail_address_is_one(email: str, tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is geen e-mailadres"):
        garden(tmp_path, {"organisatie.yml": f"naam: x\nemail: '{email}'\n"})


@pytest.mark.parametrize(
    "address", ["https://a.example/pad", "https://a.example/pad/", "https://a.example/pad//"]
)
def test_the_slash_at_its_end_is_ours(address: str, small: Content) -> None:
    site = sites.of(small, address)
    assert site.adres_van("hulp.html") == "https://a.example/pad/hulp.html"
    assert site.adres == "https://a.example/pad/"
    assert sites.of(small, "").adres == ""


@pytest.mark.parametrize("address", ["foo", "https://[", "https://naam:geheim@a.nl/", "https://a.nl/b;c/"])
@pytest.mark.parametrize("command", [["mkdocs", "build", "--strict"], ["macros", "export", "uit"]])
def test_an_address_from_the_environment_is_one_too(address: str, command: list[str], copy: Path) -> None:
    done = run([sys.executable, "-m", *command], copy, SITE_URL=address)
    assert done.returncode == 1
    assert (
        f"mkdocs.yml:3:1: 'SITE_URL' kan zo niet: '{address}'. {wrong_for_site(address)}"
        in done.stdout + done.stderr
    )
    assert "Traceback" not in done.stderr
    assert not (copy / "site").exists()
