"""Can the scenarios be guessed, and does it matter what you choose? Figures that say so, reckoned from the data."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from macros.model import Scenario, Stap
from macros.talen import N_, _, spoken

#: Words that give a wrong choice away to a reader who looks for a pattern.
_CUES = N_("gewoon, hoor, altijd")
_WORD = re.compile(r"[\w’'-]+")
#: How many words make an opening.
_OPENING = 3


@dataclass(frozen=True)
class Figures:
    """Shares of all steps, in percent; `opening` is the most used opening of an explanation, and how often it is used."""

    steps: int
    two_help: float
    lead_apart: float
    chance: float
    guesser: float
    opening: tuple[str, int]

    def lines(self) -> list[str]:
        """The figures for people."""
        number = spoken().number
        helping = _("Stappen: {aantal}. Twee keuzes helpen bij {deel} %.")
        apart = _("Keuzes leiden verschillend verder bij {deel} %.")
        guessed = _(
            "Wie raadt, kiest goed bij {kans} %. Wie op een vraagteken let en op ‘{woorden}’, bij {slim} %."
        )
        opening = _("De opening die het vaakst terugkomt in een uitleg: ‘{opening}’, {aantal} keer.")
        return [
            helping.format(aantal=self.steps, deel=number(self.two_help)),
            apart.format(deel=number(self.lead_apart)),
            guessed.format(kans=number(self.chance, 1), woorden=_(_CUES), slim=number(self.guesser, 1)),
            opening.format(opening=self.opening[0], aantal=self.opening[1]),
        ]


def figures(scenarios: Iterable[Scenario]) -> Figures:
    """The figures of these scenarios, which have at least one step."""
    steps = [stap for scenario in scenarios for stap in scenario.stappen]
    explained = (_WORD.findall(keuze.uitleg.lower())[:_OPENING] for stap in steps for keuze in stap.keuzes)
    openings = Counter(" ".join(words) for words in explained)

    def share(values: Iterable[float]) -> float:
        return 100 * sum(values) / len(steps)

    return Figures(
        steps=len(steps),
        two_help=share(sum(keuze.oordeel == "helpt" for keuze in stap.keuzes) == 2 for stap in steps),
        lead_apart=share(len({keuze.naar for keuze in stap.keuzes}) > 1 for stap in steps),
        chance=share(_helping(stap, range(len(stap.keuzes))) for stap in steps),
        guesser=share(_helping(stap, _guessed(stap)) for stap in steps),
        opening=openings.most_common(1)[0],
    )


def _guessed(stap: Stap) -> list[int]:
    """The choices among which a reader wavers who likes a question mark, and dislikes the telling words."""
    cues = re.compile(rf"\b({'|'.join(map(re.escape, _(_CUES).split(', ')))})\b", re.IGNORECASE)
    liked = [("?" in keuze.tekst) - bool(cues.search(keuze.tekst)) for keuze in stap.keuzes]
    return [index for index, score in enumerate(liked) if score == max(liked)]


def _helping(stap: Stap, among: Iterable[int]) -> float:
    """The chance that one of these choices helps."""
    found = [stap.keuzes[index].oordeel == "helpt" for index in among]
    return sum(found) / len(found)
