"""House norms for plain words (B1) by language, measured with textstat and the Flesch formula of each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textstat.backend.selections._list_words import list_words
from textstat.backend.utils._get_pyphen import get_pyphen

MIN_WORDS = 100  # a page with fewer words is too short for a formula
MIN_FLESCH, MAX_MEAN, MAX_LONGEST, MAX_LONG_WORDS = 60, 13, 22, 20
#: How many sentences of an explanation at least say how things hang together, in percent.
MIN_LOGIC = 6

#: Words of our field that a tired colleague should not have to decode, with what we write instead.
JARGON = {
    "samenwerkingsrelatie": "samenwerken",
    "transparant": "open, eerlijk",
    "transparantie": "openheid",
    "normaliseren": "vertellen dat dit vaker voorkomt",
    "relativeren": "minder zwaar maken",
    "bestaansonzekerheid": "zorgen over geld of wonen",
    "problematiek": "klachten, problemen",
    "inspraak": "meepraten en meebeslissen",
    "formele": "van een organisatie",
    "basishouding": "hoe je met ouders omgaat",
    "wantrouwend": "voorzichtig, zonder vertrouwen",
    "opperen": "voorstellen",
    "signaleren": "opmerken",
    "casus": "situatie",
    "faciliteren": "mogelijk maken",
    "allochtoon": "(niet gebruiken)",
    "probleemgezin": "(niet gebruiken)",
    "kwetsbare": "(niet gebruiken)",
    "bewezen": "(wij hebben alleen de tips, geen bewijs)",
}

_WORD = re.compile(r"[\w'’-]*[^\W\d_][\w'’-]*")


@dataclass(frozen=True)
class Language:
    """How a language is measured: its Flesch formula (whole, for words a sentence, for syllables a word).

    And words that say how things hang together, and words to avoid with what to write instead.
    """

    flesch: tuple[float, float, float]
    logic: str
    jargon: Mapping[str, str]


LANGUAGES = {
    # Douma, 1960
    "nl": Language(
        (206.835, 0.93, 77), "want|omdat|daarom|dus|zodat|doordat|daardoor|hoewel|terwijl", JARGON
    ),
    # Flesch, 1948
    "en": Language(
        (206.835, 1.015, 84.6),
        "because|since|so|therefore|although|while|but",
        {"utilise": "use", "commence": "begin"},
    ),
}


@dataclass(frozen=True)
class Readability:
    """Measures of one text: words and sentences are counts, `long_words` is a percentage of the words."""

    language: str
    words: int
    flesch: float
    mean_sentence: float
    longest_sentence: int
    longest_text: str
    long_words: float
    jargon: tuple[str, ...]

    def problems(self) -> list[str]:
        """What breaks a norm, in words; empty when the text is plain enough or too short to measure."""
        rather = LANGUAGES[self.language].jargon
        found = [f"jargon '{word}': schrijf liever: {rather[word]}" for word in self.jargon]
        if self.words < MIN_WORDS:
            return found
        if self.flesch < MIN_FLESCH:
            found.append(f"Flesch {self.flesch:.0f} < {MIN_FLESCH}")
        if self.mean_sentence > MAX_MEAN:
            found.append(f"gemiddeld {self.mean_sentence:.1f} woorden per zin > {MAX_MEAN}")
        if self.longest_sentence > MAX_LONGEST:
            found.append(f"langste zin {self.longest_sentence} woorden > {MAX_LONGEST}: {self.longest_text}")
        if self.long_words > MAX_LONG_WORDS:
            found.append(f"{self.long_words:.0f}% lange woorden > {MAX_LONG_WORDS}%")
        return found


def sentences(blocks: Iterable[str]) -> list[str]:
    """Split blocks (paragraphs, list items, headings) into sentences; a block always ends a sentence."""
    return [
        sentence.strip()
        for block in blocks
        for sentence in re.split(r"(?<=[.!?…])[’'\")]*\s+", block)
        if _WORD.search(sentence)
    ]


def _syllables(word: str, language: str) -> int:
    """How many there are, by where the language hyphenates; as textstat does it, whose English wants a download."""
    return sum(len(get_pyphen(language).positions(part)) + 1 for part in list_words(word, lowercase=True))


def logic(texts: Iterable[str], language: str = "nl") -> float:
    """The share of sentences that say why, in percent: in an explanation a reader should not have to guess that."""
    parts, telling = sentences(texts), re.compile(rf"\b({LANGUAGES[language].logic})\b", re.IGNORECASE)
    return 100 * sum(bool(telling.search(part)) for part in parts) / max(1, len(parts))


def measure(blocks: Iterable[str], language: str = "nl") -> Readability:
    """Measure the blocks of one page."""
    known = LANGUAGES[language]
    whole, per_word, per_syllable = known.flesch
    parts = sentences(blocks)
    words_of = [(len(_WORD.findall(part)), part) for part in parts]
    words = [word for part in parts for word in _WORD.findall(part)]
    total = max(1, len(words))
    syllables = [_syllables(word, language) for word in words]
    longest, longest_text = max(words_of, default=(0, ""))
    mean = total / max(1, len(parts))
    return Readability(
        language=language,
        words=len(words),
        flesch=whole - per_word * mean - per_syllable * sum(syllables) / total,
        mean_sentence=mean,
        longest_sentence=longest,
        longest_text=longest_text,
        long_words=100 * sum(count >= 3 for count in syllables) / total,
        jargon=tuple(sorted({word.lower() for word in words} & known.jargon.keys())),
    )
