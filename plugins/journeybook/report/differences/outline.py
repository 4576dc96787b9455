"""A difference in, what all of its formats have in common out: groups, headings, a summary, both curves."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from journeybook.catalogue import Step
from journeybook.characters import shown
from journeybook.diff import Break, Change, Difference, JourneyPair, Subject
from journeybook.findings import Place, listed
from journeybook.kinds import ThingKind
from journeybook.report.counting import NOUNS, counted

_LONGEST = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A change with the rules that speak of it."""

    change: Change
    breaks: tuple[Break, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What has changed in one thing."""

    subject: Subject
    noun: str
    title: str
    changes: tuple[Told, ...]
    pair: JourneyPair | None
    """Both versions of a journey."""


def groups(difference: Difference, breaks: Iterable[Break]) -> tuple[Group, ...]:
    """Group changes by what has changed, in their order."""
    found: dict[int, list[Break]] = {}
    for item in breaks:
        found.setdefault(id(item.change), []).append(item)
    return tuple(
        Group(
            subject=subject,
            noun=subject.kind.capitalize(),
            title=title_of(difference, subject),
            changes=tuple(Told(change=change, breaks=tuple(found.get(id(change), ()))) for change in changes),
            pair=difference.pairs.get(subject.id) if subject.kind is ThingKind.JOURNEY else None,
        )
        for subject, changes in groupby(difference.changes, key=lambda change: change.subject)
    )


def breaking(found: Iterable[Group], breaks: Sequence[Break]) -> Iterator[tuple[Group, Told]]:
    """Yield the changes that break something, each once, worst first."""
    told = {id(one.change): (group, one) for group in found for one in group.changes}
    yield from (told[name] for name in dict.fromkeys(id(item.change) for item in breaks))


def title_of(difference: Difference, subject: Subject) -> str:
    """What a thing is called after the change, or was before."""
    pair = difference.pairs.get(subject.id) if subject.kind is ThingKind.JOURNEY else None
    journey = (pair.after or pair.before) if pair else None
    if journey:
        return journey.title
    return "handbook.yml" if subject.kind is ThingKind.HANDBOOK else difference.names.after(*subject)


def summary(difference: Difference, breaks: Iterable[Break]) -> str:
    """Say in one line how much has changed, and how bad it is."""
    kinds = Counter(subject.kind for subject in difference.by_subject)
    parts = [_of_kind(number, kind) for kind, number in kinds.items()]
    changed = counted(len(difference.changes), "change")
    text = f"{changed} in {listed(parts, 'and')}" if parts else "no changes"
    weights = Counter(item.severity for item in breaks)
    told = [counted(weights[level], noun) for level, noun in NOUNS.items() if weights[level]]
    lost = counted(len(difference.unread), "file problem")
    told += [f"{lost} in the way"] if difference.unread else []
    return ": ".join((text, ", ".join(told))) if told else text


def notes(difference: Difference) -> Iterator[str]:
    """Say what has to be known beside the changes: a side without a folder, files that cannot be read."""
    for side in (difference.before, difference.after):
        if not side.source.exists():
            yield f"There is no folder '{side.label}' in {side.name}; everything counts as added or removed."
    for item in difference.unread:
        yield f"Not compared, because it cannot be read in {item.side}: {item.finding}"


def _of_kind(number: int, kind: ThingKind) -> str:
    return f"{number} {kind if number == 1 else kind.row.plural}"


def short(text: str) -> str:
    """Put a text on one line, and cut a long one."""
    line = " ".join(text.split())
    return f"{line[: _LONGEST - 1]}…" if len(line) > _LONGEST else line


def on_terminal(text: str) -> str:
    """Put a text on one line for a terminal, which none of its characters can drive."""
    return shown(short(text))


def places(change: Change) -> str:
    """Where it was and where it is, as `path:line`; one of them where both are the same."""
    before, after = _line(change.before), _line(change.after)
    return " → ".join(dict.fromkeys(filter(None, (before, after))))


def _line(place: Place | None) -> str:
    return f"{place.path}:{place.line}" if place else ""


class Score(NamedTuple):
    """The satisfaction at a step, a stage or all of a journey, on both sides."""

    name: tuple[str, ...]
    """Titles of the stage and the step; empty for the whole journey."""
    before: str
    after: str


def curves(group: Group) -> tuple[Score, ...]:
    """Both curves of a journey, as far as they differ: the whole, and the steps that differ."""
    pair = group.pair
    if pair is None or pair.before is None or pair.after is None:
        return ()
    rows = [
        Score((step.stage, (step.after or step.before).title), _score(step.before), _score(step.after))  # type: ignore[union-attr]
        for step in pair.steps
        if _numbers(step.before) != _numbers(step.after)
    ]
    whole = Score((), _number(pair.before.satisfaction), _number(pair.after.satisfaction))
    return (whole, *rows) if rows or whole.before != whole.after else ()


def _numbers(step: Step | None) -> tuple[float | None, dict[str, int]]:
    return (
        (step.satisfaction, {score.persona.id: score.score for score in step.scores}) if step else (None, {})
    )


def _score(step: Step | None) -> str:
    """The mean, with what it is the mean of where it is of several personas."""
    if step is None:
        return "–"
    each = ", ".join(f"{score.persona.title} {score.score}" for score in step.scores)
    return f"{_number(step.satisfaction)} ({each})" if len(step.scores) > 1 else _number(step.satisfaction)


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
