"""An organisation's colour, made readable: contrast as WCAG 2.2 counts it, at least 4.5 to 1 for text."""

ENOUGH = 4.5
#: The surfaces of docs/assets/css/samen.css on which a link may stand, in light and in dark.
PAPER = ("#fffdf9", "#f1f5f3", "#fff1de", "#fdf6d8")
NIGHT = ("#161c1c", "#202929", "#33291b", "#2f2b14")
WHITE, BLACK = "#ffffff", "#000000"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(colour: str) -> str:
    """White or black: whichever reads best on the colour. One of the two always reaches 4.5."""
    return max(WHITE, BLACK, key=lambda text: contrast(text, colour))


def readable(colour: str, surfaces: tuple[str, ...], towards: str) -> str:
    """The colour itself, or the first mix with `towards` that reads on every surface."""
    steps = (_mix(colour, towards, step / 20) for step in range(21))
    return next(mixed for mixed in steps if all(contrast(mixed, surface) >= ENOUGH for surface in surfaces))


def stylesheet(colour: str) -> str:
    """The style that puts the colour in place of the project's own, in light and dark."""
    light = f"--merk: {colour}; --op-merk: {text_on(colour)}; --link: {readable(colour, PAPER, BLACK)};"
    deep = _mix(colour, BLACK, 0.35)
    dark = f"--merk: {deep}; --op-merk: {text_on(deep)}; --link: {readable(colour, NIGHT, WHITE)};"
    return f'@media screen {{\n  :root, [data-md-color-scheme="default"] {{ {light} }}\n  [data-md-color-scheme="slate"] {{ {dark} }}\n}}\n'


def _luminance(colour: str) -> float:
    def channel(part: str) -> float:
        value = int(part, 16) / 255
        return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (channel(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mix(colour: str, towards: str, share: float) -> str:
    pairs = ((int(colour[at : at + 2], 16), int(towards[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(one + (other - one) * share):02x}" for one, other in pairs)
