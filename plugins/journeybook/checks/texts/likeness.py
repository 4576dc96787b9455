"""Find names that look like one thing written twice; each is compared with its neighbours in order."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from journeybook import model
from journeybook.catalogue import Catalogue, is_set_aside
from journeybook.checks.inspection import Inspection, found
from journeybook.checks.positions import spots_in
from journeybook.findings import Finding
from journeybook.frontmatter import Path
from journeybook.kinds import IN_HANDBOOK, ThingKind
from journeybook.load import Document

_NEIGHBOURS = 6
"""With how many of the names that follow in order each is compared."""
_LIKENESS_OF_IDS = 80
"""The likeness in percent, as of names: ids are shorter, so that one letter is a larger part of them."""
_SPELLINGS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_SPELLED_OUT = re.compile("(?<=[aou])e")
_COUNTED = re.compile(r"\d+|\b[a-z]\b|\b[ivx]+\b")


@dataclass(frozen=True, slots=True)
class _Name:
    """One name, and what it is compared by."""

    title: str
    document: Document
    at: Path
    sense: str = ""
    """Names that differ in it are meant to look alike."""
    means: str = ""
    """The id of what it names, where it is a listed thing that others may name."""

    @property
    def words(self) -> str:
        return name_words(self.title)


_Places = dict[str, list[tuple[Document, Path]]]
"""Texts, each with where it stands."""


@lru_cache(maxsize=16384)
def name_words(title: str) -> str:
    """A name in small letters without marks, its umlauts all in one spelling."""
    text = _SPELLED_OUT.sub("", unicodedata.normalize("NFC", title).casefold().translate(_SPELLINGS))
    return " ".join(re.findall(r"\w+", text))


def like_names(inspection: Inspection) -> Iterator[Finding]:
    """Names of one kind that differ in next to nothing."""
    catalogue = inspection.catalogue
    for names in (*_of_files(catalogue), *_of_vocabulary(catalogue), list(_of_pain_points(catalogue))):
        for later, earlier in _alike(names, inspection.limits.likeness):
            yield found(
                later.document, later.at, "near-duplicate-names", title=later.title, other=earlier.title
            )


def spelled_systems(inspection: Inspection) -> Iterator[Finding]:
    """Texts that probably name a system of the handbook, or the same one as another text."""
    texts = _texts(inspection)
    # What most files write is taken to be right.
    by_use = sorted(texts.items(), key=lambda item: -len(item[1]))
    names = [*_listed(inspection), *(_Name(text, *places[0]) for text, places in by_use)]
    seen: set[str] = set()
    for later, earlier in (*_alike(names, inspection.limits.likeness), *_misspelt_ids(names)):
        if later.title in texts and later.title not in seen:
            seen.add(later.title)
            other = earlier.means or earlier.title
            for document, at in texts[later.title]:
                yield found(document, at, "system-spelling", text=later.title, other=other)


def _misspelt_ids(names: Iterable[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield names that look like an id of the list, with that."""
    ids = (name for name in names if model.is_id(name.title))
    return ((later, earlier) for later, earlier in _alike(ids, _LIKENESS_OF_IDS) if earlier.means)


def _texts(inspection: Inspection) -> _Places:
    """The texts that stand for systems which the handbook does not list, each with where it stands."""
    found: _Places = {}
    for document in inspection.catalogue.folder.documents:
        for use in document.uses:
            if use.kind is ThingKind.SYSTEM and use.id not in inspection.catalogue.systems:
                found.setdefault(use.id, []).append((document, use.path))
    return found


def _listed(inspection: Inspection) -> Iterator[_Name]:
    """Yield the titles and the ids of the systems that the handbook lists."""
    handbook = inspection.catalogue.folder.handbook
    if handbook is None:
        return
    for number, system in enumerate(inspection.catalogue.handbook.systems):
        for title in dict.fromkeys((system.title, system.id)):
            yield _Name(title, handbook, ("systems", number, "id"), means=system.id)


def _of_files(catalogue: Catalogue) -> Iterator[list[_Name]]:
    for things in (catalogue.journeys, catalogue.personas, catalogue.touchpoints):
        yield [
            _Name(thing.title, thing.document, ("title",), _sense(thing.document))
            for thing in things.values()
            if not is_set_aside(thing.document)
        ]


def _sense(document: Document) -> str:
    """A journey as it is and as it shall be may have one name, and so may its variants."""
    record = document.record
    return f"{record.state} {record.variant or ''}" if isinstance(record, model.Journey) else ""


def _of_vocabulary(catalogue: Catalogue) -> Iterator[list[_Name]]:
    handbook = catalogue.folder.handbook
    if handbook is None:
        return
    # Stages are few, and told apart by their order.
    for key in (kind.row.plural for kind in IN_HANDBOOK if kind is not ThingKind.STAGE):
        items = enumerate(getattr(catalogue.handbook, key))
        yield [_Name(item.title, handbook, (key, number, "title")) for number, item in items]


def _of_pain_points(catalogue: Catalogue) -> Iterator[_Name]:
    """Yield each pain point once: the same title, or the same id, says that it is the same."""
    known: set[str] = set()
    for journey in catalogue.journeys.values():
        for path, spot in spots_in(journey):
            for number, pain in enumerate(spot.part.pain_points):
                names = {pain.title.casefold(), pain.record.id or ""} - {""}
                if known.isdisjoint(names):
                    yield _Name(pain.title, journey.document, (*path, "pain_points", number, "title"))
                known |= names


def _alike(names: Iterable[_Name], likeness: int) -> Iterator[tuple[_Name, _Name]]:
    """Yield each name that looks like an earlier one, with that."""
    first: dict[tuple[str, str], _Name] = {}
    for name in names:
        key = name.sense, _same_words(name.words)
        earlier = first.setdefault(key, name)
        if earlier is not name:
            yield name, earlier
    for earlier, later in _neighbours(list(first.values())):
        if earlier.sense == later.sense and _is_like(earlier.words, later.words, likeness):
            yield later, earlier


def _neighbours(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Yield names that stand close together in order of their beginnings, or of their ends."""
    order = {id(name): number for number, name in enumerate(names)}
    seen: set[tuple[int, int]] = set()
    for ordered in (
        sorted(names, key=lambda name: name.words),
        sorted(names, key=lambda name: name.words[::-1]),
    ):
        for number, name in enumerate(ordered):
            for other in ordered[number + 1 : number + 1 + _NEIGHBOURS]:
                earlier, later = sorted((name, other), key=lambda item: order[id(item)])
                pair = order[id(earlier)], order[id(later)]
                if pair not in seen:
                    seen.add(pair)
                    yield earlier, later


def is_near(one: str, other: str, likeness: int) -> bool:
    """Whether two names, written plainly, are one thing written twice, as far as one can tell from them."""
    return _same_words(one) == _same_words(other) or _is_like(one, other, likeness)


def _same_words(name: str) -> str:
    """The letters of a name, which the order of its words and the spaces between them do not change."""
    return "".join(sorted(name.split()))


def _is_like(one: str, other: str, likeness: int) -> bool:
    """Whether two names differ within one word, by few letters, and not in what counts or negates them."""
    if one.replace(" ", "") == other.replace(" ", ""):
        return True
    most = max(len(one), len(other)) * (100 - likeness) // 100
    if abs(len(one) - len(other)) > most:
        return False
    start = _shared(one, other)
    end = _shared(one[start:][::-1], other[start:][::-1])
    parts = one[start : len(one) - end], other[start : len(other) - end]
    is_within_word = start > 0 and one[start - 1] != " " and " " not in "".join(parts)
    return (
        is_within_word and max(map(len, parts)) <= most and _COUNTED.findall(one) == _COUNTED.findall(other)
    )


def _shared(one: str, other: str) -> int:
    """Count the letters that two texts have in common at their beginning."""
    different = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(different, min(len(one), len(other)))
