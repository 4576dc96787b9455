"""Count how much of a thing's text has changed below each heading."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from journeybook.bodies import fenced, in_one_way
from journeybook.catalogue import Journey, Persona, Touchpoint
from journeybook.catalogue.narrative import headings, stage_of
from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.matching import Item, match, moved
from journeybook.diff.parts.location import DocumentPart, Location
from journeybook.findings import Place

_ATTRIBUTES = re.compile(r"\{[^{}]*\}\s*$")
"""What follows a heading's text, as its `{#id}`."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")
_MOST_SENTENCES = 1000
_TEXT_COUNTS = 0.8
"""How much of the likeness of two sections is due to what they say."""
_MOST_PAIRS = 4_000_000
"""Lines of the old times lines of the new text, up to which it is told what has moved."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrativeSection:
    """The text below a level-2 heading."""

    heading: str
    """Empty above the first one."""
    line: int
    """Of the file, where the section begins."""
    lines: tuple[str, ...]

    def without_heading(self) -> "NarrativeSection":
        """The section as far as it stands below its heading."""
        return replace(self, lines=self.lines[1:], line=self.line + 1)


def compare_narrative(
    location: Location, old: Journey | Persona | Touchpoint, new: Journey | Persona | Touchpoint
) -> Iterator[Change]:
    """Yield a change for each section of the body whose words differ."""
    if old.document.body == new.document.body:
        return
    before = {section.heading: section for section in sections(old.document.body, old.document.body_line)}
    after = {section.heading: section for section in sections(new.document.body, new.document.body_line)}
    names = _stage_names(new) if isinstance(new, Journey) else {}
    former = _former_headings(before, after)
    for heading in dict.fromkeys((*after, *(name for name in before if name not in former.values()))):
        stage = stage_of(heading, names) if heading else ""
        here = replace(location, stage=stage)
        one, other = before.get(former.get(heading, heading)), after.get(heading)
        if one and other and one.heading != heading:
            yield _renamed(here, one, other)
            one, other = one.without_heading(), other.without_heading()
        yield from _compare(here, heading or new.title, one, other)
    yield from _moved(location, before, after, former, names)


def _moved(
    location: Location,
    before: Mapping[str, NarrativeSection],
    after: Mapping[str, NarrativeSection],
    former: Mapping[str, str],
    names: dict[str, str],
) -> Iterator[Change]:
    """Yield the sections that stand elsewhere; those of stages stand with their stages, wherever written."""
    olds, news = ([heading for heading in side if heading] for side in (before, after))
    kept = [
        heading for heading in news if former.get(heading, heading) in olds and not stage_of(heading, names)
    ]
    places = [olds.index(former.get(heading, heading)) for heading in kept]
    names_of = [" ".join(sorted((heading, former.get(heading, heading)))) for heading in kept]
    for at in sorted(moved(places, names_of)):
        old, new = str(places[at] + 1), str(news.index(kept[at]) + 1)
        values = {"heading": kept[at]}
        change = location.change(Kind.SECTION_MOVED, field="body", old=old, new=new, values=values)
        one, other = before[olds[places[at]]], after[kept[at]]
        yield replace(change, before=_place(location.old, one, 0), after=_place(location.new, other, 0))


def _former_headings(
    before: Mapping[str, NarrativeSection], after: Mapping[str, NarrativeSection]
) -> dict[str, str]:
    """Find sections again that have another heading, by what they say; the old headings by the new ones."""
    olds, news = ([*one.keys() - other.keys() - {""}] for one, other in ((before, after), (after, before)))
    matched = match(
        [_item(before[heading]) for heading in before if heading in olds],
        [_item(after[heading]) for heading in after if heading in news],
        features_count=_TEXT_COUNTS,
    )
    return {new.title: old.title for old, new in matched.pairs}


def _item(section: NarrativeSection) -> Item[NarrativeSection]:
    words = frozenset(" ".join(section.without_heading().lines).split())
    return Item(thing=section, id=section.heading, is_written=False, title=section.heading, features=words)


def _renamed(here: Location, old: NarrativeSection, new: NarrativeSection) -> Change:
    change = here.change(Kind.HEADING_CHANGED, field="body", old=old.heading, new=new.heading)
    return replace(change, before=_place(here.old, old, 0), after=_place(here.new, new, 0))


def _stage_names(journey: Journey) -> dict[str, str]:
    return headings((stage.id, stage.record, stage.stage) for stage in journey.stages)


def sections(body: str, first_line: int) -> Iterator[NarrativeSection]:
    """Cut a text at its level-2 headings; what stands below two equal ones is one section."""
    lines = in_one_way(body)
    starts = [
        at
        for at, (line, is_code) in enumerate(zip(lines, fenced(lines), strict=True))
        if line.startswith("## ") and not is_code
    ]
    found: dict[str, NarrativeSection] = {}
    for start, end in zip([-1, *starts], [*starts, len(lines)], strict=True):
        heading = _ATTRIBUTES.sub("", lines[start].removeprefix("##")).strip() if start >= 0 else ""
        section = NarrativeSection(
            heading=heading, line=first_line + max(start, 0), lines=tuple(lines[max(start, 0) : end])
        )
        known = found.get(heading)
        found[heading] = replace(known, lines=known.lines + section.lines) if known else section
    yield from found.values()


def _compare(
    here: Location, heading: str, old: NarrativeSection | None, new: NarrativeSection | None
) -> Iterator[Change]:
    one, other = old.lines if old else (), new.lines if new else ()
    if " ".join(one).split() == " ".join(other).split():
        return
    added, removed, at_old, at_new = _words(one, other)
    values = {"heading": heading, "added": str(added), "removed": str(removed)}
    values |= _one_sentence(one, other)
    change = here.change(Kind.NARRATIVE_CHANGED, field="body", amount=max(added, removed), values=values)
    yield replace(change, before=_place(here.old, old, at_old), after=_place(here.new, new, at_new))


def _one_sentence(old: tuple[str, ...], new: tuple[str, ...]) -> dict[str, str]:
    """The sentence that changed and what it is now, where it is a single one."""
    before, after = (_SENTENCE_END.split(_without_headings(lines)) for lines in (old, new))
    if len(before) != len(after) or len(before) > _MOST_SENTENCES:
        return {}
    differ = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    return dict(zip(("former", "latter"), differ[0], strict=True)) if len(differ) == 1 else {}


def _without_headings(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(line for line in lines if not line.startswith("#")).split())


def _place(part: DocumentPart | None, section: NarrativeSection | None, at: int) -> Place | None:
    if part is None:
        return None
    line = section.line + min(at, len(section.lines) - 1) if section else part.document.body_line
    return Place(path=part.document.path, line=line)


def _words(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[int, int, int, int]:
    """Count the words added and removed; say which lines differ first, from 0."""
    added: Counter[str] = Counter()
    removed: Counter[str] = Counter()
    first: tuple[int, int] | None = None
    for tag, start, end, other_start, other_end in _blocks(old, new):
        if tag != "equal":
            first = first or (start, other_start)
            gone = Counter(" ".join(old[start:end]).split())
            come = Counter(" ".join(new[other_start:other_end]).split())
            added += come - gone
            removed += gone - come
    return added.total(), removed.total(), *(first or (0, 0))


def _blocks(old: tuple[str, ...], new: tuple[str, ...]) -> Iterable[tuple[str, int, int, int, int]]:
    """The parts of two texts that are equal or not; of long ones, only what is equal before and behind."""
    if len(old) * len(new) <= _MOST_PAIRS:
        return SequenceMatcher(None, old, new).get_opcodes()
    pairs = min(len(old), len(new))
    before = next((at for at in range(pairs) if old[at] != new[at]), pairs)
    behind = next((at for at in range(pairs - before) if old[-1 - at] != new[-1 - at]), pairs - before)
    return [("replace", before, len(old) - behind, before, len(new) - behind)]
