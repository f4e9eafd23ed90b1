"""What the computer refuses, or what it is asked by its environment that cannot be, in words."""

import errno
import os

from macros.talen import N_, _

_END = N_("Er is niets veranderd aan de site.")


class Refused(Exception):
    """Something beside the data stands in the way; the text says what it is and what to do."""

    def __str__(self) -> str:
        return f"{super().__str__()} {_(_END)}"


_FULL = N_("De schijf is vol. Maak ruimte vrij.")
_FORBIDDEN = N_("Je mag daar niet bij. Vraag om rechten, of kies een andere map.")
#: An operating system's number -> why it refused, and what to do.
REASONS = {
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EFBIG: N_("Er past niet zoveel op deze schijf. Maak ruimte vrij."),
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.EROFS: N_("Daar kan alleen gelezen worden. Kies een andere map."),
    errno.ENOENT: N_("Dit is er niet. Zet het terug, of kijk of de naam klopt."),
    errno.ENOTDIR: N_("Een deel van dat pad is geen map. Kijk of de naam klopt."),
    errno.EISDIR: N_("Dit is een map, en hier hoort een bestand. Geef de map een andere naam."),
    errno.EEXIST: N_("Daar staat al iets anders. Haal het weg, of kies een andere naam."),
    errno.ENOTEMPTY: N_("Die map is niet leeg. Maak haar leeg, of kies een andere."),
    errno.ELOOP: N_("Dit is een verwijzing die in een rondje gaat. Haal haar weg."),
    errno.ENAMETOOLONG: N_("Die naam is te lang. Kies een kortere."),
    errno.EMFILE: N_("Er staan te veel bestanden open. Sluit andere programma's."),
    errno.ENFILE: N_("Er staan te veel bestanden open. Sluit andere programma's."),
    errno.EBUSY: N_("Een ander programma is ermee bezig. Sluit dat eerst."),
    errno.EIO: N_("De schijf geeft een fout. Probeer het nog eens, of op een andere schijf."),
}


def refused(error: OSError) -> str:
    """What to tell when the computer refused a file or folder: which, why, and that the site that stood still stands."""
    name = error.filename or getattr(error, "name", None)  # of a template that is not there
    where = _("Met '{naam}' lukt het niet.").format(naam=os.fspath(name)) if name else ""
    return " ".join(filter(None, [where, reason(error), _(_END)]))


def reason(error: OSError) -> str:
    """Why it was refused, and what to do."""
    number = error.errno or errno.ENOENT
    if number in REASONS:
        return _(REASONS[number])
    return _("De computer geeft fout {nummer} ({naam}).").format(
        nummer=number, naam=errno.errorcode.get(number, "?")
    )
