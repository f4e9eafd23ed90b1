"""An organisation's colour, made readable: contrast as WCAG 2.2 counts it, at least 4.5 to 1 for text."""

from macros.talen import _

ENOUGH = 4.5
#: For lines that mean something (WCAG 2.2, 1.4.11).
LINE = 3.0
#: The surfaces of docs/assets/css/palet.css on which a link may stand, in light and in dark.
PAPER = ("#fffdf9", "#f1f5f3", "#fff1de", "#fdf6d8")
NIGHT = ("#161c1c", "#202929", "#33291b", "#2f2b14")
#: The project's own colour.
OURS = "#135e5b"
WHITE, BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """White or black: whichever reads best on the colour. One of the two always reaches 4.5."""
    return max(WHITE, BLACK, key=lambda text: contrast(text, colour))


def readable(colour: str, surfaces: tuple[str, ...], towards: str, enough: float = ENOUGH) -> str:
    """The colour itself, or the first mix with `towards` that has enough contrast with every surface."""
    steps = (_mix(colour, towards, step / 20) for step in range(21))
    return next(mixed for mixed in steps if all(contrast(mixed, surface) >= enough for surface in surfaces))


def stylesheet(kleur: str | None, accent: str | None) -> str:
    """The style that puts an organisation's colours (`#rrggbb`) in place of ours, in light and dark."""
    pairs: dict[str, tuple[str, str]] = {}
    papers: tuple[str, ...] = PAPER
    nights: tuple[str, ...] = NIGHT
    if accent:
        pale, dim = _mix(accent, WHITE, 0.86), _mix(accent, BLACK, 0.8)
        pairs |= {"spraak": (pale, dim)}
        pairs |= {
            "spraak-lijn": (readable(accent, (pale,), BLACK, LINE), readable(accent, (dim,), WHITE, LINE))
        }
        papers, nights = (*PAPER, pale), (*NIGHT, dim)
    if kleur:
        deep = _mix(kleur, BLACK, 0.35)
        pairs |= {"merk": (kleur, deep), "op-merk": (text_on(kleur), text_on(deep))}
        pairs |= {"link": (readable(kleur, papers, BLACK), readable(kleur, nights, WHITE))}
    properties = " ".join(f"--{name}: light-dark({light}, {dark});" for name, (light, dark) in pairs.items())
    return f"@media screen {{\n  :root {{ {properties} }}\n}}\n"


def on_paper(kleur: str) -> str:
    """The colour for titles and lines on white paper and on slides: itself, or darker until it reads."""
    return readable(kleur, (WHITE, PAPER[0]), BLACK)


def chosen(kleur: str) -> str | None:
    """What to tell of a colour that cannot be read as text: which one stands in for it. None when it can."""
    link = readable(kleur, PAPER, BLACK)
    if link == kleur.lower():
        return None
    text = _("Jullie kleur {kleur} is te licht om te lezen. Voor links en titels gebruikt de site {andere}.")
    return text.format(kleur=kleur, andere=link)


def _luminance(colour: str) -> float:
    def channel(part: str) -> float:
        value = int(part, 16) / 255
        return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(colour: str, towards: str, share: float) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(towards[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)
