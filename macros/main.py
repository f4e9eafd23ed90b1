"""Registers the macros that pages use; each is one template."""

import sys
from pathlib import Path

sys.path[:0] = [root for root in [str(Path(__file__).resolve().parent.parent)] if root not in sys.path]

from mkdocs_macros.plugin import MacrosPlugin  # noqa: E402

from macros.load import load  # noqa: E402
from macros.prints import made  # noqa: E402
from macros.render import render  # noqa: E402
from macros.site import Site  # noqa: E402
from macros.site import of as site_of  # noqa: E402


def define_env(env: MacrosPlugin) -> None:
    """Called once by mkdocs-macros; `env.page` is the page that is being rendered."""

    def site() -> Site:
        return site_of(load(), env.conf["site_name"], env.conf["site_url"] or "", env.conf["copyright"] or "")

    def page(template: str, **values: object) -> str:
        return render(template, load(), site(), env.page.url, **values)

    @env.macro
    def home() -> str:
        return page("home.md.j2")

    @env.macro
    def themas() -> str:
        return page("themas.md.j2")

    @env.macro
    def thema(id: str) -> str:
        return page("thema.md.j2", thema=load().thema[id], factoren=load().factoren_van[id])

    @env.macro
    def scenarios() -> str:
        return page("scenarios.md.j2")

    @env.macro
    def scenario(id: str) -> str:
        return page("scenario.md.j2", scenario=load().scenario[id], prints=made(load(), site()))

    @env.macro
    def checklists() -> str:
        return page("checklists.md.j2")

    @env.macro
    def checklist(id: str) -> str:
        return page("checklist.md.j2", checklist=load().checklist[id], prints=made(load(), site()))

    @env.macro
    def nu_overzicht() -> str:
        return page("nu-overzicht.md.j2")

    @env.macro
    def nu(id: str) -> str:
        return page("nu.md.j2", checklist=load().checklist[id])

    @env.macro
    def trainer() -> str:
        return page("trainer.md.j2")

    @env.macro
    def draaiboek(id: str) -> str:
        return page("draaiboek.md.j2", sessie=load().sessie[id], prints=made(load(), site()))

    @env.macro
    def downloads() -> str:
        return page("downloads.md.j2", prints=made(load(), site()))

    @env.macro
    def eigen_pagina(naam: str) -> str:
        return page("eigen-pagina.md.j2", eigen=load().eigen_pagina[naam])

    @env.macro
    def begrippen() -> str:
        return page("begrippen.md.j2")

    @env.macro
    def bron() -> str:
        return page("bron.md.j2")

    @env.macro
    def aanbieder() -> str:
        return page("aanbieder.md.j2")

    @env.macro
    def hulp() -> str:
        return page("hulp.md.j2")
