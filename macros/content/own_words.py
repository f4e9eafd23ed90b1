"""Does what an organisation says in its own way stand somewhere, and does it leave room for what the site fills in?"""

from collections.abc import Iterator, Mapping
from functools import partial

from macros.source.problems import Problem, did_you_mean, shown
from macros.source.yaml_source import Source
from macros.talen import Language, _, blanks

LIST = "woorden"


def check(source: Source, words: Mapping[str, str], language: Language) -> list[Problem]:
    """Everything that is wrong with the sentences of one file, in a language without sentences of its own."""
    return [problem for sentence, own in words.items() for problem in _wrong(source, sentence, own, language)]


def _wrong(source: Source, sentence: str, own: str, language: Language) -> Iterator[Problem]:
    place = (LIST, sentence)
    if sentence not in language.sentences:
        text = _("'{zin}' staat nergens op de site.").format(zin=shown(sentence))
        yield source.problem(
            place, text, at_key=True, meant=partial(did_you_mean, sentence, language.sentences)
        )
        return
    mine, wanted = blanks(own), blanks(sentence)
    if missing := wanted - mine:
        text = _("In '{zin}' vult de site iets in. Schrijf ergens in je zin ook: {plekken}.")
        yield source.problem(place, text.format(zin=shown(own), plekken=" ".join(sorted(missing))))
    if unknown := mine - wanted:
        text = _("In '{zin}' kan dit niet: {plekken}. Haal het weg.")
        yield source.problem(place, text.format(zin=shown(own), plekken=shown(" ".join(sorted(unknown)))))
