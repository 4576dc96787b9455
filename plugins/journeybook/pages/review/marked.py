"""A proposal in, what each page of the site says of it out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.catalogue import Journey
from journeybook.diff import Change, JourneyPair, Kind, Subject
from journeybook.kinds import LINKED, ThingKind
from journeybook.pages.frame.addresses import HOME, JOURNEYS, REVIEW, TOUCHPOINTS, address_of, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.marks import ChangeMark, PageMarks
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.preview import Proposal
from journeybook.pages.wording.sentences import sentence, where

_MOVED = {Kind.STEP_MOVED, Kind.STEP_REORDERED, Kind.STAGE_MOVED, Kind.HANDBOOK_STAGE_MOVED}
_REWORDED = {Kind.STEP_REWORDED, Kind.STAGE_RETITLED}
_ADDED = {
    Kind.STAGE_ADDED,
    *(Kind(f"{kind}-added") for kind in LINKED if kind is not ThingKind.STAGE),
}
_GONE = {Kind.STEP_REMOVED, Kind.STAGE_REMOVED}
_SIGNS = {"new": "+", "moved": "→"}


def marked(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages, each with what it says of the proposal."""
    found = _marks(site)
    for page in pages:
        marks = found.get(page.address)
        yield replace(page, review=marks, inputs=(*page.inputs, repr(marks))) if marks else page


def anchor(subject: Subject) -> str:
    """The id of a thing's part of the list of changes."""
    return f"about_{subject.kind}_{subject.id}"


def thing_address(site: Site, subject: Subject) -> str:
    """The address of the page of what has changed; empty where there is none."""
    things = getattr(site.catalogue, f"{subject.kind}s", {})
    return address_of(things[subject.id]) if subject.id in things else ""


def _marks(site: Site) -> Mapping[str, PageMarks]:
    """What pages say, by their addresses."""
    proposal = site.proposal
    if proposal is None:
        return {}
    found = {HOME: _banner(site, proposal)}
    listed: dict[str, ChangeMark] = {}
    for subject, changes in proposal.difference.by_subject.items():
        address = thing_address(site, subject)
        if address:
            listed[address] = _mark(site, changes)
            found |= dict(_of_subject(site, proposal, subject, changes, address))
    for address in (JOURNEYS, TOUCHPOINTS):
        things = {name: mark for name, mark in listed.items() if name.startswith(address)}
        if things:
            text = site.language.plural(
                "%(num)s entry of this list changes in this proposal.",
                "%(num)s entries of this list change in this proposal.",
                len(things),
            )
            found[address] = PageMarks(text=text, address=REVIEW, things=things)
    return found


def _banner(site: Site, proposal: Proposal) -> PageMarks:
    changes = proposal.difference.changes
    counted = site.language.plural("%(num)s change", "%(num)s changes", len(changes))
    text = site.text(
        "This is a preview. Compared with “%(base)s”: %(changes)s.", base=proposal.base, changes=counted
    )
    return PageMarks(text=text, address=REVIEW, is_banner=True)


def _of_subject(
    site: Site, proposal: Proposal, subject: Subject, changes: Sequence[Change], address: str
) -> Iterator[tuple[str, PageMarks]]:
    """Yield what the pages of one thing say: its own, and those of a journey's stages."""
    whole = PageMarks(text=_count(site, changes), address=f"{REVIEW}#{anchor(subject)}")
    journey = site.catalogue.journeys.get(subject.id) if subject.kind is ThingKind.JOURNEY else None
    if journey is None:
        yield address, replace(whole, sentences=_told(site, changes))
        return
    steps = _steps(site, journey, changes, proposal.difference.pairs.get(journey.id))
    stages = _stages(site, journey, changes)
    gone = _gone(journey, changes)
    about = _told(site, (change for change in changes if not change.stage and not change.step))
    yield address, replace(whole, sentences=about, steps=steps, stages=stages, gone=gone)
    for stage in journey.stages:
        own = [change for change in changes if change.stage == stage.id]
        if own:
            about = _told(site, (change for change in own if not change.step))
            page = replace(whole, text=_count(site, own), sentences=about, steps=steps, gone=gone)
            yield stage_address(journey, stage), page


def _count(site: Site, changes: Sequence[Change]) -> str:
    return site.language.plural(
        "%(num)s change in this proposal.", "%(num)s changes in this proposal.", len(changes)
    )


def _told(site: Site, changes: Iterable[Change]) -> tuple[str, ...]:
    """The changes as sentences; a place within the thing is named before."""
    return tuple(_line(site, change) for change in changes)


def _line(site: Site, change: Change) -> str:
    told = sentence(site.language, change)
    place = "" if change.step or change.stage else where(site.language, change)
    return f"{place}: {told}" if place else told


def _mark(site: Site, changes: Sequence[Change]) -> ChangeMark:
    """A mark on a whole thing in a list."""
    if any(change.kind in _ADDED and not change.stage for change in changes):
        return ChangeMark(sign=_SIGNS["new"], word=site.text("new"))
    return ChangeMark(sign="~", word=site.language.plural("%(num)s change", "%(num)s changes", len(changes)))


def _steps(
    site: Site, journey: Journey, changes: Sequence[Change], pair: JourneyPair | None
) -> Mapping[str, ChangeMark]:
    """A mark for each step that is not the same as before, by its id."""
    if pair is None or pair.before is None:
        return {}
    added = {change.stage for change in changes if change.kind is Kind.STAGE_ADDED}
    stage_of = {step.id: stage.id for stage in journey.stages for step in stage.steps}
    found: dict[str, ChangeMark] = {}
    for step in pair.steps:
        if step.after is None or stage_of.get(step.after.id) in added:
            continue
        own = [item for item in changes if item.step == step.after.id and item.kind not in _GONE]
        scores = step.before.satisfaction if step.before else None, step.after.satisfaction
        if step.before is None or own:
            found[step.after.id] = _step(site, own, scores, is_new=step.before is None)
    return found


def _step(
    site: Site, changes: Sequence[Change], scores: tuple[float | None, float | None], *, is_new: bool
) -> ChangeMark:
    told = _told(site, changes)
    if is_new:
        return ChangeMark(sign=_SIGNS["new"], word=site.text("new"), sentences=told)
    mark = _same(site, changes)
    details = [*mark.details]
    if scores[0] != scores[1]:
        before, after = ("–" if score is None else site.language.score(score) for score in scores)
        details.insert(0, site.text("satisfaction %(old)s → %(new)s", old=before, new=after))
    return replace(mark, details=tuple(details), sentences=told)


def _same(site: Site, changes: Sequence[Change]) -> ChangeMark:
    """The mark of a stage or a step that was there before."""
    kinds = {change.kind for change in changes}
    words = {
        "moved": (kinds & _MOVED, site.text("moved")),
        "reworded": (kinds & _REWORDED, site.text("reworded")),
        "changed": (kinds - _MOVED - _REWORDED, site.text("changed")),
    }
    shown = {name: word for name, (hit, word) in words.items() if hit}
    olds = (change.old for change in changes if change.kind in _REWORDED)
    return ChangeMark(
        sign=_SIGNS["moved"] if set(shown) == {"moved"} else "~",
        word=", ".join(shown.values()),
        details=tuple(site.text("before: “%(title)s”", title=old) for old in olds),
    )


def _stages(site: Site, journey: Journey, changes: Sequence[Change]) -> Mapping[str, ChangeMark]:
    """A mark for each stage that is new or has itself changed, by its id."""
    found: dict[str, ChangeMark] = {}
    for stage in journey.stages:
        own = [
            item for item in changes if item.stage == stage.id and not item.step and item.kind not in _GONE
        ]
        if any(change.kind is Kind.STAGE_ADDED for change in own):
            found[stage.id] = ChangeMark(
                sign=_SIGNS["new"], word=site.text("new"), sentences=_told(site, own)
            )
        elif own:
            found[stage.id] = replace(_same(site, own), sentences=_told(site, own))
    return found


def _gone(journey: Journey, changes: Sequence[Change]) -> Mapping[str, tuple[str, ...]]:
    """What is no longer there, where it was; of what was in a stage that is gone as well, at the journey."""
    stages = {stage.id for stage in journey.stages}
    found: dict[str, tuple[str, ...]] = {}
    for change in changes:
        if change.kind in _GONE:
            name = change.stage if change.kind is Kind.STEP_REMOVED and change.stage in stages else ""
            found[name] = (*found.get(name, ()), change.old)
    return found
