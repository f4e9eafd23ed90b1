"""Settings, made from the schemas, of a form in the browser (Sveltia or Decap CMS) for `organisatie/*.yml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from macros.model import schema
from macros.model.files import OWN
from macros.source.files import put
from macros.talen import _, spoken

#: The editor, which the browser fetches: one version of it, and what its bytes are.
EDITOR = "https://unpkg.com/@sveltia/cms@0.221.1/dist/sveltia-cms.js"
INTEGRITY = "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6"
PAGE = """<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="robots" content="noindex"><title>{title}</title></head>
<body><script src="{editor}" integrity="{integrity}" crossorigin="anonymous"></script></body>
</html>
"""


#: The ids of each kind, to choose from.
Ids = Mapping[str, list[str]]


@dataclass(frozen=True)
class Known:
    """What a schema refers to: its own definitions, and what there is of each kind."""

    defs: dict[str, Any]
    ids: Ids


def write(folder: Path, repository: str, ids: Ids) -> list[Path]:
    """Write `config.yml` and `index.html` into `folder`; `repository` is 'name/repository' on GitHub."""
    config, page = folder / "config.yml", folder / "index.html"
    text = yaml.safe_dump(settings(repository, ids), allow_unicode=True, sort_keys=False, width=120)
    put(config, text)
    put(page, PAGE.format(lang=spoken().code, title=_("Bewerken"), editor=EDITOR, integrity=INTEGRITY))
    return [config, page]


def settings(repository: str, ids: Ids) -> dict[str, Any]:
    """The settings: one collection with a form for each file of an organisation's own."""
    files = []
    for name, model in OWN.items():
        whole = schema.of(model)
        fields = _fields(whole, Known(whole.get("$defs", {}), ids))
        files.append({"name": name, "label": whole["title"], "file": model.pad, "fields": fields})
    return {
        "backend": {"name": "github", "repo": repository, "branch": "main"},
        "locale": spoken().code,
        "media_folder": "organisatie",
        "collections": [{"name": "organisatie", "label": _("Onze eigen gegevens"), "files": files}],
    }


def _fields(object_: dict[str, Any], known: Known) -> list[dict[str, Any]]:
    required = object_.get("required", [])
    return [_field(name, part, known, name in required) for name, part in object_["properties"].items()]


def _field(name: str, part: dict[str, Any], known: Known, required: bool) -> dict[str, Any]:
    label = name.replace("_", " ").capitalize()
    base = {"name": name, "label": label, "hint": part.get("description", ""), "required": required}
    return base | _widget(_resolved(part, known), known)


def _resolved(part: dict[str, Any], known: Known) -> dict[str, Any]:
    """Follow a reference, and look past the 'or nothing' of a field that may be left out."""
    for option in [part, *part.get("anyOf", []), *part.get("allOf", [])]:
        if "$ref" in option:
            return _resolved(known.defs[option["$ref"].rpartition("/")[2]], known)
    return next((option for option in part.get("anyOf", []) if option.get("type") != "null"), part)


def _widget(part: dict[str, Any], known: Known) -> dict[str, Any]:
    if "enum" in part:
        return {"widget": "select", "options": part["enum"]}
    kind = part.get("type")
    if kind == "string" and part.get("soort") in known.ids:
        return {"widget": "select", "options": known.ids[part["soort"]]}
    if "additionalProperties" in part and "properties" not in part:
        return {"widget": "keyvalue"}
    if kind == "object":
        return {"widget": "object", "collapsed": True, "fields": _fields(part, known)}
    if kind == "array":
        inner = _resolved(part.get("items") or part["prefixItems"][0], known)
        inside: dict[str, Any] = {"field": {"name": "tekst", **_widget(inner, known)}}
        if inner.get("type") == "object":
            inside = {"fields": _fields(inner, known)}
        limits = {key: part[name] for key, name in (("min", "minItems"), ("max", "maxItems")) if name in part}
        return {"widget": "list", **inside, **limits}
    if kind == "integer":
        return {"widget": "number", "value_type": "int"}
    if part.get("format") == "date":
        return {"widget": "datetime", "format": "YYYY-MM-DD", "time_format": False}
    return {"widget": "string" if "pattern" in part else "text"}
