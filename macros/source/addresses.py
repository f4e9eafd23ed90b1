"""Addresses outside the site: which can be used, and why another one cannot. One policy for all that people write."""

import re
from urllib.parse import SplitResult, urlsplit

from macros.talen import N_, _

#: Where a text may link to, and what is only asked to be a page on the web.
WEB, LINKS = ("https", "http"), ("https", "http", "mailto", "tel")
LONGEST = 2000
#: One e-mail address, with nothing in it that an address of a link would read as more than that.
EMAIL = r"[A-Za-z0-9][A-Za-z0-9._+'-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"

_BEGIN = {
    WEB: N_("Begin met 'https://'."),
    LINKS: N_("Begin met 'https://', 'mailto:' of 'tel:', of wijs naar een pagina van deze site."),
}
_LONG = N_("Een adres heeft hooguit {meeste} tekens.")
_SIGNS = N_("Er staat een teken in dat niet in een adres kan. Kopieer het opnieuw uit je browser.")
_NAME = N_("Na 'https://' hoort de naam van een site, zoals https://www.voorbeeld.nl.")
_USER = N_("Haal de naam en het wachtwoord voor de '@' weg: iedereen zou ze kunnen lezen.")
_MAIL = N_("Na 'mailto:' hoort één e-mailadres en verder niets, zoals mailto:naam@organisatie.nl.")
_TEL = N_("Na 'tel:' hoort een telefoonnummer, zoals tel:0123-456789.")
_OWN = N_(
    "Na de naam van de site kunnen alleen letters, cijfers, punten en streepjes staan, zoals https://www.voorbeeld.nl/map/."
)

_NEVER = re.compile(r"[\s\x00-\x20\x7f<>\"\\{}|^`]|%(?![0-9a-fA-F]{2})|%[01][0-9a-fA-F]|%7[fF]")
_NUMBER = re.compile(r"\+?[0-9() .-]+")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_FOLDERS = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")


def wrong(address: str, schemes: tuple[str, ...] = LINKS) -> str:
    """Why an address cannot be used, and what to write; empty when it can.

    Nothing of the address itself is in the sentence.
    """
    scheme, __, rest = address.partition(":")
    scheme = scheme.lower()
    if scheme not in schemes:
        return _(_BEGIN[schemes])
    if len(address) > LONGEST:
        return _(_LONG).format(meeste=LONGEST)
    if scheme == "mailto":
        return "" if re.fullmatch(EMAIL, rest) else _(_MAIL)
    if scheme == "tel":
        return "" if _NUMBER.fullmatch(rest) and 2 <= sum(map(str.isdigit, rest)) <= 15 else _(_TEL)
    if _NEVER.search(address):
        return _(_SIGNS)
    parts = _parts(address)
    return _(_NAME) if parts is None else _(_USER) if "@" in parts.netloc else ""


def wrong_for_site(address: str) -> str:
    """The same of the address of this site itself, which also stands in files for servers: only its plainest form."""
    if said := wrong(address, WEB):
        return said
    parts = urlsplit(address)
    folders = [folder for folder in parts.path.strip("/").split("/") if folder]
    plain = (
        all(map(_FOLDERS.fullmatch, folders))
        and "//" not in parts.path
        and not parts.query
        and not parts.fragment
    )
    return "" if plain else _(_OWN)


def closed(address: str) -> str:
    """The address of this site with the slash at its end that makes a folder of it; empty stays empty."""
    return address.rstrip("/") + "/" if address else ""


def _parts(address: str) -> SplitResult | None:
    """The parts of a web address; None when it names no site."""
    try:
        parts = urlsplit(address)
        named = "[" not in parts.netloc and all(map(_LABEL.fullmatch, (parts.hostname or "").split(".")))
        return parts if named and parts.port != 0 else None
    except ValueError:  # brackets, or a port that is no number
        return None
