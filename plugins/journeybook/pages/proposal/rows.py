"""One row for each place that changes, the worst for customers first."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from journeybook.catalogue import Journey, Step
from journeybook.diff import Change, ChangedThing, Kind, ToldChange
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.pages.proposal.edits import contrasted, edit_of, short_text
from journeybook.pages.proposal.effects import OF_SATISFACTION, WHOLE, effect_of, harm
from journeybook.pages.proposal.links import SiteLinks
from journeybook.pages.proposal.told import ChangedRow, ToldEdit
from journeybook.pages.wording.labels import LABELS

_MOST_EDITS = 4
_ADDED, _REMOVED = {Kind.STEP_ADDED, Kind.STAGE_ADDED}, {Kind.STEP_REMOVED, Kind.STAGE_REMOVED}
_TITLES = {Kind.STEP_REWORDED, Kind.STAGE_RETITLED, Kind.JOURNEY_RETITLED}


@dataclass(frozen=True, slots=True, kw_only=True)
class TouchedPlace:
    """A place of a thing with what changes there."""

    thing: ChangedThing
    stage: str = ""
    step: str = ""
    changes: tuple[ToldChange, ...]

    @property
    def harm(self) -> tuple[int, int]:
        """Its rank: the less, the worse for customers."""
        return harm(effect_of(told.change for told in self.changes), self.changes)

    @property
    def depth(self) -> int:
        """The number of titles that lead there within its thing."""
        return bool(self.stage) + bool(self.step)


def places_of(thing: ChangedThing, left_out: Collection[ToldChange]) -> list[TouchedPlace]:
    """Find the places of a thing that change, but for what is told elsewhere."""
    found: dict[tuple[str, str], list[ToldChange]] = {}
    for told in thing.changes:
        if told not in left_out:
            found.setdefault((told.change.stage, told.change.step), []).append(told)
    places = (
        TouchedPlace(thing=thing, stage=stage, step=step, changes=tuple(changes))
        for (stage, step), changes in found.items()
    )
    return sorted(places, key=lambda place: place.harm)


def row_of(language: Language, place: TouchedPlace, links: SiteLinks) -> ChangedRow:
    """Tell a place in a row."""
    changes = [told.change for told in place.changes]
    kinds = {change.kind for change in changes}
    where = _where(place)
    former = next((change.old for change in changes if change.kind in _TITLES), "")
    if former and where:
        former, where = _contrasted_title(former, where)
    edits = tuple(_edits(language, place))
    return ChangedRow(
        subject=place.thing.subject,
        stage=place.stage,
        step=place.step,
        kind=kind_word(language, place.thing.subject.kind),
        where=where,
        former=former,
        is_new=bool(kinds & _ADDED or kinds & _new(WHOLE)),
        is_gone=bool(kinds & _REMOVED or kinds & _gone(WHOLE)),
        effect=effect_of(changes),
        is_moment=is_moment(changes),
        satisfaction=tuple(_satisfaction(language, place)),
        edits=edits[:_MOST_EDITS],
        more=max(0, len(edits) - _MOST_EDITS),
        address="" if kinds & _REMOVED else links.after(place.thing.subject, place.stage, place.step),
    )


def is_moment(changes: Iterable[Change]) -> bool:
    """Whether a place that changes is a moment of truth, and stays one if it stays."""
    known = tuple(changes)
    return any(change.at_moment for change in known) and all(
        change.kind is not Kind.MOMENT_REMOVED for change in known
    )


def _new(kinds: Iterable[Kind]) -> set[Kind]:
    return {kind for kind in kinds if kind.endswith("-added")}


def _gone(kinds: Iterable[Kind]) -> set[Kind]:
    return {kind for kind in kinds if kind.endswith("-removed")}


def kind_word(language: Language, kind: ThingKind) -> str:
    """The readers' word for a kind of thing."""
    return language.text(LABELS["thing"].get(kind, kind))


def _where(place: TouchedPlace) -> tuple[str, ...]:
    """The titles of the stage and the step; of another thing than a journey, its own."""
    if place.thing.subject.journey:
        change = place.changes[0].change
        titles = change.where[: place.depth]
        if change.kind in _ADDED | _REMOVED:
            titles = (*change.where, change.new or change.old)
        elif place.stage and not titles:
            titles = (_stage_title(place),)
        return tuple(map(short_text, titles))
    return (short_text(place.thing.title), *map(short_text, place.changes[0].change.where[: place.depth]))


def _stage_title(place: TouchedPlace) -> str:
    """The title of a stage whose change does not name it, as of a narrative's section."""
    pair = place.thing.pair
    versions = (pair.after, pair.before) if pair else ()
    stages = (stage for version in versions if version for stage in version.stages)
    return next((stage.title for stage in stages if stage.id == place.stage), place.stage)


def _contrasted_title(former: str, where: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    old, new = contrasted(former, where[-1])
    return old, (*where[:-1], new)


def _satisfaction(language: Language, place: TouchedPlace) -> Iterator[ToldEdit]:
    changes = [told.change for told in place.changes]
    same: dict[tuple[str, str], list[str]] = {}
    for edit in (edit_of(language, change) for change in changes if change.kind in OF_SATISFACTION):
        same.setdefault((edit.old, edit.new), []).append(edit.label)
    for (old, new), labels in same.items():
        yield ToldEdit(label=", ".join(labels), old=old, new=new)
    step = _step_of(place)
    if step and step.satisfaction is not None:
        value = language.satisfaction(step.satisfaction)
        is_new = any(change.kind in _ADDED for change in changes)
        yield ToldEdit(old="" if is_new else value, new=value if is_new else "")


def _step_of(place: TouchedPlace) -> Step | None:
    """The step as a whole, where it is new or gone."""
    kinds = {told.change.kind for told in place.changes}
    pair = place.thing.pair
    side = pair and (
        pair.after if Kind.STEP_ADDED in kinds else pair.before if Kind.STEP_REMOVED in kinds else None
    )
    return step_in(side, place.step) if side else None


def step_in(journey: Journey, step: str) -> Step | None:
    """The step of a journey by its id."""
    return next((item for item in journey.steps if item.id == step), None)


def _edits(language: Language, place: TouchedPlace) -> Iterator[ToldEdit]:
    for told in place.changes:
        change = told.change
        is_title = change.kind in _TITLES and place.thing.subject.journey
        if change.kind not in OF_SATISFACTION | _ADDED | _REMOVED | WHOLE and not is_title:
            yield edit_of(language, change, depth=place.depth)
    step = _step_of(place)
    is_new = any(told.change.kind is Kind.STEP_ADDED for told in place.changes)
    for pain in step.pain_points if step else ():
        title = short_text(pain.title)
        yield ToldEdit(
            label=language.text("Pain point"), old="" if is_new else title, new=title if is_new else ""
        )
