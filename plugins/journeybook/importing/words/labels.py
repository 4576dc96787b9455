"""Find the field that people mean by the name of a row, a column or a fact."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from journeybook.findings import nearest_word
from journeybook.frontmatter import read_yaml

_FILE = Path(__file__).with_name("synonyms.yml")
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "o", "œ": "oe", "æ": "ae"})
_WORD = re.compile(r"[a-z0-9#]+")
_NUMBERING = re.compile(
    r"^\s*(?:(?:phase|stage|schritt|step|etappe|stufe|station|kapitel|nr\.?)\s*)?"
    r"(?:\(?\d{1,2}(?:\.\d{1,2})*\s*[.):\-–—]|\d{1,2}\.\d{1,2}(?:\.\d{1,2})*|[a-hA-H][.)]|[ivxIVX]{1,4}[.)]|[•▪●■►▶*#-])\s+(?=\S)"
    r"|^\s*(?:phase|stage|schritt|step|etappe|stufe|station)\s+\d{1,2}\s*[:.\-–—]?\s+(?=\S)",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(r"^[\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d\U0001f000-\U0001faff\s]+")
"""Pictures before a name."""
_COUNTED = re.compile(r"\s*#?\d{1,2}$")
_DASHES = re.compile(r"[-–—_=~.\s]+")
_BRACKETS = re.compile(r"\s*[(\[{][^)\]}]*[)\]}]\s*")
_BEHIND = re.compile(r"(?::\s|\s[-–—]\s|\n).*", re.DOTALL)
_JOINTS = re.compile(r"\s*(?:[/&+,|;·•]|\b(?:und|and|bzw\.?|oder|or|sowie|vs\.?)\b)\s*", re.IGNORECASE)
_PREFIXES = ("kunden", "nutzer", "user", "customer", "buerger", "patienten", "gaeste", "client")
_SHORTEST = 3
_SHORTEST_SLIP = 6
_LONGEST_NAME = 90
_MOST_WORDS = 12
_STRONG = frozenset({"frontstage", "backstage"})
"""Fields whose names say more than the words around them."""
_OF_CUSTOMERS = frozenset(
    {"goal", "needs", "thoughts", "feelings", "motivations", "doubts", "expectations", "quotes"}
)
"""Fields that are the customer's: the goal of the business is none of them."""
_WOMEN = re.compile(r"(?:[:*_]|/-?|[(])innen\b[)]?|(?<=[a-zäöüß])Innen\b", re.UNICODE)
"""The ending of `Bürger:innen` and `BürgerInnen`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """The field that a name stands for."""

    field: str
    is_guess: bool = False
    """Whether the name says more than the field, or something else besides, or is misspelt."""
    others: tuple[str, ...] = ()
    """What else it may mean."""
    rest: str = ""
    """What the name says besides, such as whom it is about."""


def without_numbering(text: str) -> str:
    """Leave out the number or the bullet before a name: `1. Bewusstsein`, `Phase 2: Kauf`."""
    plain = _SYMBOLS.sub("", text.strip()) or text.strip()
    return _NUMBERING.sub("", plain, count=1).strip() or plain


@lru_cache(maxsize=8192)
def plain_name(text: str) -> str:
    """Write a name so that case, umlauts, accents, hyphens, spaces and punctuation make no difference."""
    return "".join(plain_words(text))


@lru_cache(maxsize=8192)
def plain_words(text: str) -> tuple[str, ...]:
    """The words of a name, in small letters of ASCII."""
    small = (
        unicodedata.normalize("NFKC", _WOMEN.sub("", text))
        .casefold()
        .translate(_SPELLED_OUT)
        .replace("’", "")
        .replace("'", "")
    )
    plain = "".join(mark for mark in unicodedata.normalize("NFD", small) if not unicodedata.combining(mark))
    return tuple(_WORD.findall(plain))


def stem(word: str) -> str:
    """Take the ending of a plural off a plain name."""
    if word.endswith("ies") and len(word) > _SHORTEST + 2:
        return word[:-3] + "y"
    short = word.rstrip("ens")
    return short if len(short) >= _SHORTEST else word[:_SHORTEST]


@cache
def synonyms() -> Mapping[str, Mapping[str, Mapping[str, tuple[str, ...]]]]:
    """The table of synonyms: by part, field and language, as it stands in the file."""
    return MappingProxyType(
        {
            part: {field: _by_language(names) for field, names in fields.items()}
            for part, fields in read_yaml(_FILE.read_text(encoding="utf-8")).data.items()
        }
    )


def _by_language(names: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({language: tuple(listed) for language, listed in names.items()})


def synonyms_of(part: str, field: str) -> Iterator[str]:
    """All names of a field."""
    for listed in synonyms()[part][field].values():
        yield from listed


_INFLECTED = frozenset({"note", "legend", "aside", "generic"})
"""The kinds of words that stand in the plural as well."""


def is_named_so(text: str, part: str) -> bool:
    """Whether a text is a name of a field to the letter."""
    return plain_name(text) in _index(part).exact


def says_nothing(text: str) -> bool:
    """Whether a text says that there is nothing, be it by a line of dashes."""
    return is_among(text, "nothing") or _DASHES.fullmatch(text) is not None


def is_among(text: str, words: str) -> bool:
    """Whether a text is one of the words of a kind around names, such as those that say nothing."""
    plain = text.strip().casefold()
    name = plain_name(text)
    if plain in _plain(words) or (name and name in _words(words)):
        return True
    return words in _INFLECTED and name != "" and stem(name) in _stems(words)


@cache
def _plain(words: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in synonyms_of("around", words))


@cache
def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(plain_name(name)) for name in synonyms_of("around", words) if plain_name(name))


@cache
def _words(*kinds: str) -> frozenset[str]:
    """Single words of kinds around names, written plain."""
    return frozenset(plain_name(name) for kind in kinds for name in synonyms_of("around", kind))


@dataclass(frozen=True, slots=True)
class _Index:
    """The fields of a part by their names."""

    exact: Mapping[str, str]
    stems: Mapping[str, str]

    def field(self, name: str) -> str:
        """The field of a plain name, or nothing."""
        return self.exact.get(name) or (self.stems.get(stem(name), "") if name else "")


@cache
def _index(part: str) -> _Index:
    exact: dict[str, str] = {}
    for field in synonyms()[part]:
        for name in synonyms_of(part, field):
            exact.setdefault(plain_name(name), field)
    for field in synonyms()[part]:
        exact.setdefault(plain_name(field), field)
    exact.pop("", None)
    stems: dict[str, str] = {}
    for name, field in exact.items():
        stems.setdefault(stem(name), field)
    return _Index(exact, stems)


@lru_cache(maxsize=8192)
def meaning(label: str, part: str) -> Meaning | None:
    """The field of a part that a label means, or probably means."""
    found = certain(label, part)
    if found or _is_no_name(label):
        return found
    short = _BRACKETS.sub(" ", without_numbering(label)).strip()
    return _by_run(short, _index(part)) or _by_slip(short, _index(part))


@lru_cache(maxsize=8192)
def certain(label: str, part: str) -> Meaning | None:
    """The field of a part that a label means as a whole, or in one of the parts that it joins."""
    if _is_no_name(label):
        return None
    index = _index(part)
    plain = without_numbering(label)
    short = _BRACKETS.sub(" ", plain).strip()
    forms = (label, plain, short, _BEHIND.sub("", short), _COUNTED.sub("", short))
    field = next((field for form in forms if (field := index.field(plain_name(form)))), "")
    found = Meaning(field=field) if field else _by_words(short, index) or _by_parts(plain, index)
    return _of_staff(found, plain)


def _of_staff(found: Meaning | None, label: str) -> Meaning | None:
    """Take what staff do for what they do in sight: `Wer macht was (Verwaltung)`."""
    is_done = found is not None and found.field in {"actions", "actors"}
    inside = {word for part in _BRACKETS.findall(label) for word in plain_words(part)}
    return Meaning(field="frontstage", is_guess=True) if is_done and inside & _words("firm") else found


def _is_no_name(text: str) -> bool:
    return not text.strip() or len(text) > _LONGEST_NAME or len(plain_words(text)) > _MOST_WORDS


def _by_words(text: str, index: _Index) -> Meaning | None:
    """Leave out the words that say whose it is and those of a question."""
    words = plain_words(text)
    around, firm = _words("customer", "question"), _words("firm")
    kept = tuple(word for word in words if word not in around and word not in firm)
    name = "".join(kept) or (words[-1] if words else "")  # of “What does she do?”, the last one
    field = index.field(name) or index.field(_without_prefix(name))
    if not field:
        return None
    is_of_firm = any(word in firm for word in words)
    if is_of_firm and field in _OF_CUSTOMERS:
        return None
    return (
        Meaning(field="frontstage", is_guess=True)
        if is_of_firm and field == "actions"
        else Meaning(field=field)
    )


def _without_prefix(word: str) -> str:
    return next((word.removeprefix(prefix) for prefix in _PREFIXES if word.startswith(prefix)), word)


def _by_parts(text: str, index: _Index) -> Meaning | None:
    """Read a name that joins several: the first one counts, and the others are told."""
    parts = [part for part in _JOINTS.split(text) if part.strip()]
    if len(parts) < 2:  # noqa: PLR2004 - one part alone is the whole
        return None
    found = [found.field for part in parts if (found := _alone(part, index))]
    fields = tuple(dict.fromkeys(found))
    if not fields:
        return None
    return Meaning(field=fields[0], is_guess=len(fields) > 1 or len(found) < len(parts), others=fields[1:])


def _alone(text: str, index: _Index) -> Meaning | None:
    short = _BRACKETS.sub(" ", text).strip()
    field = index.field(plain_name(short))
    return Meaning(field=field) if field else _by_words(short, index)


def _by_run(text: str, index: _Index) -> Meaning | None:
    """Look for a name within a longer one: `Pain Points je Filiale`."""
    words = plain_words(text)
    marked = next((field for word in words if (field := index.field(word)) in _STRONG), "")
    if marked and len(words) > 1:
        return Meaning(field=marked, is_guess=True)
    for size in range(len(words) - 1, 0, -1):
        for start in range(len(words) - size + 1):
            run = "".join(words[start : start + size])
            field = index.field(run) if len(stem(run)) > _SHORTEST else _exact(run, index)
            if field and not (field in _OF_CUSTOMERS and not _words("firm").isdisjoint(words)):
                rest = " ".join((*words[:start], *words[start + size :]))
                return Meaning(field=field, is_guess=True, rest=rest)
    return None


def _exact(run: str, index: _Index) -> str:
    """The field of a short name, which no plural stands for."""
    return index.exact.get(run, "") if len(run) > _SHORTEST else ""


def _by_slip(text: str, index: _Index) -> Meaning | None:
    name = plain_name(text)
    near = nearest_word(name, index.exact) if len(name) >= _SHORTEST_SLIP else ""
    is_near = bool(near) and abs(len(near) - len(name)) <= _SHORTEST and near[0] == name[0]
    return Meaning(field=index.exact[near], is_guess=True) if is_near else None
