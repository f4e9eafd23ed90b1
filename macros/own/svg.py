"""A drawing in SVG, written anew from what is on a list: nothing in it runs, listens or fetches.

What drawing programs keep for themselves is left out; what else is not on the list is refused, with its line.
"""

import base64
import re

from lxml import etree

from macros.own import pictures
from macros.source.problems import Position, shown
from macros.talen import N_, _

SVG, XHTML = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"
_LINK, _SPACE = "{http://www.w3.org/1999/xlink}href", "{http://www.w3.org/XML/1998/namespace}space"


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _names("""
svg g defs symbol use switch title desc style image path rect circle ellipse line polyline polygon text
tspan textPath linearGradient radialGradient stop clipPath mask pattern marker
""")
#: What a program notes for itself, and what may take for ever to draw: shadows and the like.
_LEFT_OUT = frozenset({"metadata", "filter"})
#: How something looks: as an attribute, in `style` and in a style sheet.
_LOOKS = _names("""
fill fill-opacity fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
stroke-miterlimit stroke-opacity stroke-width color opacity display visibility overflow clip clip-path
clip-rule mask mask-type marker marker-start marker-mid marker-end stop-color stop-opacity
color-interpolation shape-rendering text-rendering
image-rendering paint-order vector-effect mix-blend-mode isolation font font-family font-size font-style
font-variant font-weight font-stretch text-anchor text-decoration letter-spacing word-spacing line-height
writing-mode dominant-baseline alignment-baseline baseline-shift direction transform transform-origin
""")
_ATTRIBUTES = _LOOKS | _names("""
id class d points x y x1 x2 y1 y2 cx cy r rx ry fx fy fr width height viewBox preserveAspectRatio dx dy
rotate textLength lengthAdjust startOffset offset gradientUnits gradientTransform spreadMethod
clipPathUnits maskUnits maskContentUnits patternUnits patternContentUnits patternTransform markerUnits
markerWidth markerHeight refX refY orient pathLength systemLanguage version type
""")
#: What may stand before a bracket in a value; after `url` only a place in the drawing itself.
_FUNCTIONS = _names("""
url rgb rgba hsl hsla icc-color color matrix translate translatex translatey scale scalex scaley rotate
skewx skewy
""")
_FUNCTION, _URL = re.compile(r"[\w-]*\Z"), re.compile(r"url\s*+\(\s*+['\"]?+\s*+(?!#)", re.IGNORECASE)
_STRANGE = re.compile(r"[\\@<>{}:;]|/\*")
_RULE = re.compile(r"([^{}@\\<():;]+)\{([^{}@\\<>]*)\}\s*")
_PLACE = re.compile(r"#([^\s'\")]+)")
_SELECTED = re.compile(r"[.#]?[\w-]+|\*")
_PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]+)")

#: How large a drawing may be.
MOST_BYTES = 300_000
#: How often everything may be drawn through what points to it, and how far one may point on to the next.
MOST, DEEPEST = 50_000, 30

_ADVICE = N_("Sla het bestand op als 'gewone SVG'.")
_UNKNOWN = N_("'{wat}' kan niet in een tekening.")


class Refused(Exception):
    """Something in a drawing that cannot be there: where it stands, and what to say of it."""

    def __init__(self, position: Position, text: str) -> None:
        super().__init__(text)
        self.position, self.text = position, text


class _At(Exception):
    """The same, by the element and the word that it is about."""

    def __init__(self, node: etree._Element, word: str, text: str) -> None:
        super().__init__(f"{text} {_(_ADVICE)}")
        self.line, self.word = node.sourceline or 1, word


def clean(raw: bytes) -> bytes:
    """The drawing with only what is on the list, without comments, processing instructions and document type.

    Raises:
        ValueError: when it is no SVG; says what to do, to go on after its name.
        Refused: when something in it cannot be there.
    """
    return bytes(etree.tostring(_made(raw)))


def inline(raw: bytes) -> str:
    """The same to stand in a page as one of its drawings, which say nothing to who does not see them.

    Without the namespace, which such a drawing may lack already. Raises as `clean`.
    """
    space = f' xmlns="{SVG}"'
    made = _made(raw if b"xmlns" in raw else raw.replace(b"<svg", f"<svg{space}".encode(), 1))
    for name, value in {"class": "tekening", "aria-hidden": "true", "focusable": "false"}.items():
        made.set(name, value)
    return etree.tostring(made, encoding="unicode").replace(space, "", 1)


def _made(raw: bytes) -> etree._Element:
    if len(raw) > MOST_BYTES:
        text = _("is te groot: {kilobytes} kB. Meer dan {meeste} kB kan niet. Maak het kleiner")
        raise ValueError(text.format(kilobytes=len(raw) // 1000, meeste=MOST_BYTES // 1000))
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(raw, parser)
        if root.tag != f"{{{SVG}}}svg" or any(not isinstance(node.tag, str) for node in root.iter()):
            raise ValueError
    except (etree.XMLSyntaxError, ValueError):
        raise ValueError(_("is geen goede SVG. Sla het opnieuw op als 'gewone SVG'")) from None
    try:
        _count(root)
        made = etree.Element(root.tag, _attributes(root), nsmap={None: SVG})
        _draw(root, made)
    except _At as refused:
        raise Refused(_place(raw, refused), str(refused)) from None
    return made


def _place(raw: bytes, refused: _At) -> Position:
    """Where the word stands; the parser knows the line on which the tag around it ends."""
    lines = raw.decode(errors="replace").split("\n")[: refused.line]
    for number in range(len(lines), 0, -1):
        if (at := lines[number - 1].find(refused.word)) >= 0:
            return Position(number, at + 1)
    return Position(refused.line)


def _draw(node: etree._Element, made: etree._Element) -> None:
    """Put what is in `node` into `made`."""
    made.text = node.text if made.tag != f"{{{SVG}}}style" else _sheet(node)
    for child in node:
        name = etree.QName(child)
        if name.namespace == SVG and name.localname in _ELEMENTS:
            drawn = etree.SubElement(made, child.tag, _attributes(child))
            drawn.tail = child.tail
            _draw(child, drawn)
        elif name.namespace in (SVG, XHTML, None) and name.localname not in _LEFT_OUT:
            raise _At(child, name.localname, _(_UNKNOWN).format(wat=shown(name.localname)))


def _attributes(node: etree._Element) -> dict[str, str]:
    """What is known of an element; attributes that only a drawing program knows are left out."""
    kept = {}
    for key, value in node.attrib.items():
        name = "href" if key == _LINK else key
        if name.lower().startswith("on"):
            raise _At(node, name, _(_UNKNOWN).format(wat=shown(name)))
        if name == "href":
            kept[name] = _target(node, value)
        elif name == "style":
            kept[name] = _looks(node, value)
        elif name in _ATTRIBUTES or name == _SPACE:
            kept[name] = value if name in ("id", "class") else _plain(node, value)
    return kept


def _target(node: etree._Element, value: str) -> str:
    """Where a link leads: to another part of the drawing, or to a picture that is in the link itself."""
    value = value.strip()
    if value.startswith("#"):
        return value
    found = _PICTURE.fullmatch(value) if etree.QName(node).localname == "image" else None
    if not found:
        raise _does_more(node, value)
    try:
        return pictures.in_drawing(base64.b64decode(found[1]))
    except ValueError:
        raise _At(node, "data:", _("In deze tekening zit een plaatje dat niet open kan.")) from None


def _plain(node: etree._Element, value: str) -> str:
    functions = {_word(before).lower() for before in value.split("(")[:-1]}
    if _STRANGE.search(value) or _URL.search(value) or not functions <= _FUNCTIONS:
        raise _does_more(node, value)
    return value


def _word(before: str) -> str:
    """The word at the end of a text, as far as words are known here."""
    found = _FUNCTION.search(before.rstrip()[-40:])
    return found[0] if found else ""


def _uncommented(style: str) -> str:
    """A style without its comments; one that does not end, or in which another begins, stays."""
    first, *others = style.split("/*")
    return " ".join(
        [first, *(rest if end else f"/*{said}" for said, end, rest in (o.partition("*/") for o in others))]
    )


def _does_more(node: etree._Element, value: str) -> _At:
    text = _("'{wat}' kan niet in een tekening: het haalt iets van buiten op, of voert iets uit.")
    return _At(node, value, text.format(wat=shown(value)))


def _looks(node: etree._Element, style: str) -> str:
    """Declarations of a style, of which only those on the list are kept."""
    pairs = (pair.partition(":") for pair in _uncommented(style).split(";") if pair.strip())
    plain = [(name.strip().lower(), _plain(node, value.strip())) for name, __, value in pairs]
    return ";".join(f"{name}:{value}" for name, value in plain if name in _LOOKS)


def _sheet(node: etree._Element) -> str:
    """A style sheet of plain rules."""
    text, made, at = _uncommented(node.text or "").strip(), "", 0
    while at < len(text):
        rule = _RULE.match(text, at)
        if not rule:
            line = text[at:].strip().partition("\n")[0]
            raise _At(node, line, _(_UNKNOWN).format(wat=shown(line)))
        made += f"{rule[1].strip()}{{{_looks(node, rule[2])}}}"
        at = rule.end()
    return made


def _count(root: etree._Element) -> None:
    """Refuse a drawing in which a little is drawn over and over, by what points to what points to it."""
    by_id = {node.get("id"): node for node in root.iter() if node.get("id")}
    looks: dict[str, set[str]] = {}
    for sheet in root.iter(f"{{{SVG}}}style"):
        for selectors, __, style in (rule.partition("{") for rule in (sheet.text or "").split("}")):
            for name in _SELECTED.findall(selectors):
                looks.setdefault(name, set()).update(_PLACE.findall(style))
    known: dict[etree._Element, int] = {}

    def places(node: etree._Element) -> set[str]:
        classes = [f".{name}" for name in node.get("class", "").split()]
        own = {name for value in node.attrib.values() for name in _PLACE.findall(value)}
        return own.union(
            *(
                looks.get(name, ())
                for name in ("*", etree.QName(node).localname, f"#{node.get('id')}", *classes)
            )
        )

    def weight(node: etree._Element, depth: int) -> int:
        if depth > DEEPEST:
            raise _At(node, "#", _("Deze tekening verwijst te vaak door."))
        if node not in known:
            known[node] = 1  # what points to itself draws nothing
            drawn = [weight(by_id[name], depth + 1) for name in places(node) if name in by_id]
            known[node] = 1 + sum(drawn) + sum(weight(child, depth) for child in node)
        return known[node]

    try:
        whole = weight(root, 0)
    except RecursionError:
        whole = MOST + 1
    if whole > MOST:
        raise _At(root, "svg", _("Deze tekening tekent te vaak hetzelfde."))
