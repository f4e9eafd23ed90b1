"""Does what an organisation says in its own way stand somewhere, and does it leave room for what the site fills in?"""

from collections.abc import Iterator, Mapping

from macros.source.problems import Problem, did_you_mean
from macros.source.yaml_source import Source
from macros.talen import Language, _, blanks

LIST = "woorden"


def check(source: Source, words: Mapping[str, str], language: Language) -> list[Problem]:
    """Everything that is wrong with the sentences of one file, in a language without sentences of its own."""
    return [
        source.problem((LIST, sentence), text, at_key=sentence not in language.sentences)
        for sentence, own in words.items()
        for text in _wrong(sentence, own, language)
    ]


def _wrong(sentence: str, own: str, language: Language) -> Iterator[str]:
    if sentence not in language.sentences:
        unknown = _("'{zin}' staat nergens op de site.").format(zin=sentence)
        yield unknown + did_you_mean(sentence, language.sentences)
        return
    mine, wanted = blanks(own), blanks(sentence)
    if missing := wanted - mine:
        text = _("In '{zin}' vult de site iets in. Schrijf ergens in je zin ook: {plekken}.")
        yield text.format(zin=own, plekken=" ".join(sorted(missing)))
    if unknown_blanks := mine - wanted:
        text = _("In '{zin}' kan dit niet: {plekken}. Haal het weg.")
        yield text.format(zin=own, plekken=" ".join(sorted(unknown_blanks)))
