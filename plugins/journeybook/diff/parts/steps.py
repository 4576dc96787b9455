"""Compare two versions of a step, but for its pain points and opportunities."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from journeybook import model
from journeybook.diff.change import Change
from journeybook.diff.kinds import Kind
from journeybook.diff.pairing.journeys import Placed, PlacedStage
from journeybook.diff.pairing.written import written_value
from journeybook.diff.parts.fields import compare_fields
from journeybook.diff.parts.location import Location
from journeybook.kinds import ThingKind

_FOR_ALL = "*"
_ELSEWHERE = ("title", "id", "satisfaction", "moment_of_truth", "pain_points", "opportunities")


def between(old: Placed | PlacedStage, new: Placed | PlacedStage, location: Location) -> Location:
    """The location of a step, or of a stage as a whole, that is in both states."""
    step = new.step if isinstance(new, Placed) else None
    return replace(
        location,
        stage=new.stage.id,
        step=step.id if step else "",
        where=(new.stage.title, step.title) if step else (new.stage.title,),
        old=location.old and location.old.below(*old.path),
        new=location.new and location.new.below(*new.path),
        at_moment=_is_moment(old) or _is_moment(new),
    )


def _is_moment(placed: Placed | PlacedStage) -> bool:
    return isinstance(placed, Placed) and bool(placed.step.record.moment_of_truth)


def whole_step(placed: Placed, location: Location, kind: Kind) -> Change:
    """A change of the whole step: it was added or removed."""
    is_new = kind is Kind.STEP_ADDED
    here = replace(between(placed, placed, location), where=(placed.stage.title,))
    here = here.only_new() if is_new else here.only_old()
    title = placed.step.title
    old, new = ("", title) if is_new else (title, "")
    return here.change(kind, old=old, new=new, values={"title": title})


def joined(placed: Placed, other: Placed) -> model.Step:
    """A step's record with what another one lists besides."""
    own = placed.step.record
    lists = {
        name: (*value, *(item for item in getattr(other.step.record, name) if item not in value))
        for name in type(own).model_fields
        if isinstance(value := getattr(own, name), tuple)
    }
    moment = own.moment_of_truth or other.step.record.moment_of_truth
    theirs = other.step.record.lanes
    lanes = {
        name: tuple(dict.fromkeys((*own.lanes.get(name, ()), *theirs.get(name, ()))))
        for name in {**own.lanes, **theirs}
    }
    satisfaction = {**other.step.record.satisfaction, **own.satisfaction}
    values = {"lanes": lanes, "moment_of_truth": moment, "satisfaction": satisfaction}
    return own.model_copy(update={**lists, **values})


def compare_other_part(
    here: Location, sides: tuple[Placed, Placed], part: Placed, personas: frozenset[str]
) -> Iterator[Change]:
    """Yield how satisfied customers are at the other part of a step that became two, or was two.

    `part` is the first one; what it does not say is compared with it.
    """
    before, after = (_satisfactions(side.step.record, personas) for side in sides)
    said = _satisfactions(part.step.record, personas).keys()
    for persona in sorted(before.keys() & after.keys() & said):
        if before[persona] != after[persona]:
            yield _satisfaction_changed(here, persona, before[persona], after[persona])


def compare_step(  # noqa: PLR0913 - what two versions of a step depend on
    here: Location,
    old: model.Step,
    new: model.Step,
    personas: frozenset[str],
    *,
    today: date,
    is_union: bool = False,
) -> Iterator[Change]:
    """Yield what has changed at a step; `personas` are those whose journey it was and is."""
    if old.title != new.title and not is_union:
        yield here.change(Kind.STEP_REWORDED, at=("title",), field="title", old=old.title, new=new.title)
    if old.id != new.id and old.id is not None and new.id is not None:
        yield here.change(Kind.STEP_RENAMED, at=("id",), field="id", old=old.id, new=new.id)
    elif old.id != new.id and not is_union:
        yield from compare_fields(here, _only_id(old), _only_id(new), today=today)
    yield from _satisfaction(here, old, new, personas)
    yield from _moment(here, old.moment_of_truth, new.moment_of_truth)
    skip = (*_ELSEWHERE, "next") if is_union else _ELSEWHERE
    yield from compare_fields(here, old, new, today=today, skip=skip)


def _only_id(step: model.Step) -> model.Step:
    return model.Step.model_construct(title="", id=step.id)


def _satisfaction(
    here: Location, old: model.Step, new: model.Step, personas: frozenset[str]
) -> Iterator[Change]:
    before, after = _satisfactions(old, personas), _satisfactions(new, personas)
    for persona in sorted(before.keys() | after.keys()):
        one, other = before.get(persona), after.get(persona)
        if one != other:
            yield _satisfaction_changed(here, persona, one, other)


def _satisfactions(step: model.Step, personas: frozenset[str]) -> dict[str, int]:
    """The satisfaction of each persona; one number holds for all, and for nobody known under its own sign."""
    satisfactions = dict(step.satisfaction)
    for_all = satisfactions.pop(_FOR_ALL, None)
    if for_all is None:
        return satisfactions
    return dict.fromkeys(personas or {_FOR_ALL}, for_all) | satisfactions


def _satisfaction_changed(here: Location, persona: str, old: int | None, new: int | None) -> Change:
    match old, new:
        case None, _:
            kind = Kind.SATISFACTION_GIVEN
        case _, None:
            kind = Kind.SATISFACTION_WITHDRAWN
        case int(), int():
            kind = Kind.SATISFACTION_FELL if new < old else Kind.SATISFACTION_ROSE
    return here.change(
        kind,
        at=("satisfaction", persona),
        field="satisfaction",
        old=str(old or ""),
        new=str(new or ""),
        amount=new - old if new and old else 0,
        values={"persona": "all" if persona == _FOR_ALL else here.names.after(ThingKind.PERSONA, persona)},
    )


def _moment(here: Location, old: bool | str, new: bool | str) -> Iterator[Change]:  # noqa: FBT001 - a field's value
    if old == new:
        return
    kind = Kind.MOMENT_TOUCHED
    if not old or not new:
        kind = Kind.MOMENT_ADDED if new else Kind.MOMENT_REMOVED
    yield here.change(
        kind,
        at=("moment_of_truth",),
        field="moment_of_truth",
        old=written_value(old or None),
        new=written_value(new or None),
    )
