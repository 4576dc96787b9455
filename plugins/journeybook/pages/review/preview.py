"""Say on each page of the site what a preview changes there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from journeybook.catalogue import Journey
from journeybook.diff import Branch, Change, ChangedThing, Kind, Subject, ToldChange
from journeybook.diff.kinds import of_things
from journeybook.kinds import LINKED, ThingKind
from journeybook.language import Language
from journeybook.pages.frame.addresses import (
    HOME,
    JOURNEYS,
    REVIEW,
    TOUCHPOINTS,
    named_address,
    stage_address,
)
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.frame.preview import ChangeMark, PagePreview, Preview
from journeybook.pages.wording.sentences import placed_sentence, sentence

_MOVED = {Kind.STEP_MOVED, Kind.STEP_REORDERED, Kind.STAGE_MOVED, Kind.HANDBOOK_STAGE_MOVED}
_REWORDED = {Kind.STEP_REWORDED, Kind.STAGE_RETITLED}
_ADDED = {
    Kind.STAGE_ADDED,
    *of_things((kind for kind in LINKED if kind is not ThingKind.STAGE), "added"),
}
_GONE = {Kind.STEP_REMOVED, Kind.STAGE_REMOVED}
_SIGNS = {"new": "+", "moved": "→"}


def with_previews(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """Yield the pages, each with what it says of the preview."""
    found = _previews(site)
    for page in pages:
        preview = found.get(page.address)
        yield replace(page, preview=preview) if preview else page


def anchor(subject: Subject) -> str:
    """The id of a thing's part of the list of changes."""
    return f"about_{subject.kind}_{subject.id}"


def base_name(language: Language, preview: Preview) -> str:
    """Call the base of a preview by its day and title, or as it was named where it is no commit."""
    commit = preview.commit
    if commit is None:
        return language.text("“%(name)s”", name=preview.base)
    day = language.date(commit.time.date())
    return language.text("the state of %(date)s, “%(title)s”", date=day, title=commit.subject)


def thing_address(site: Site, subject: Subject) -> str:
    """The address of the page of what has changed; empty where there is none."""
    return named_address(site.catalogue, subject.kind, subject.id)


def _previews(site: Site) -> Mapping[str, PagePreview]:
    """The previews of pages, by their addresses."""
    preview = site.preview
    if preview is None:
        return {}
    found = {HOME: _banner(site, preview)}
    listed: dict[str, ChangeMark] = {}
    for thing in preview.tree.things:
        address = thing_address(site, thing.subject)
        if address:
            listed[address] = _mark(site, thing.branch)
            found |= dict(_of_thing(site, thing, address))
    for address in (JOURNEYS, TOUCHPOINTS):
        things = {name: mark for name, mark in listed.items() if name.startswith(address)}
        if things:
            text = site.language.plural(
                "%(num)s entry of this list changes in this proposal.",
                "%(num)s entries of this list change in this proposal.",
                len(things),
            )
            found[address] = PagePreview(text=text, address=REVIEW, things=things)
    return found


def _banner(site: Site, preview: Preview) -> PagePreview:
    counted = site.language.plural("%(num)s change", "%(num)s changes", len(preview.tree.changes))
    base = base_name(site.language, preview)
    text = site.text("This is a preview. Compared with %(base)s: %(changes)s.", base=base, changes=counted)
    return PagePreview(text=text, address=REVIEW, is_banner=True)


def _of_thing(site: Site, thing: ChangedThing, address: str) -> Iterator[tuple[str, PagePreview]]:
    """Yield what the pages of one thing say: its own, and those of a journey's stages."""
    whole = PagePreview(text=_count(site, thing.branch), address=f"{REVIEW}#{anchor(thing.subject)}")
    journey = site.catalogue.journeys.get(thing.subject.journey)
    if journey is None:
        yield address, replace(whole, sentences=_told(site, thing.changes))
        return
    steps, stages = _steps(site, journey, thing), _stages(site, journey, thing.branch)
    gone = _gone(journey, thing.branch)
    about = _told(site, thing.branch.own)
    yield address, replace(whole, sentences=about, steps=steps, stages=stages, gone=gone)
    for stage in journey.stages:
        branch = thing.branch.part(stage.id)
        if branch.changes:
            about = _told(site, branch.own)
            page = replace(whole, text=_count(site, branch), sentences=about, steps=steps, gone=gone)
            yield stage_address(journey, stage), page


def _count(site: Site, branch: Branch) -> str:
    return site.language.plural(
        "%(num)s change in this proposal.", "%(num)s changes in this proposal.", len(branch.changes)
    )


def _told(site: Site, changes: Iterable[ToldChange]) -> tuple[str, ...]:
    """The changes as sentences; a place within the thing is named before."""
    return tuple(_line(site, told.change) for told in changes)


def _line(site: Site, change: Change) -> str:
    tell = sentence if change.step or change.stage else placed_sentence
    return tell(site.language, change)


def _mark(site: Site, branch: Branch) -> ChangeMark:
    """A mark on a whole thing in a list."""
    if any(told.change.kind in _ADDED for told in branch.own):
        return ChangeMark(sign=_SIGNS["new"], word=site.text("new"))
    word = site.language.plural("%(num)s change", "%(num)s changes", len(branch.changes))
    return ChangeMark(sign="~", word=word)


def _steps(site: Site, journey: Journey, thing: ChangedThing) -> Mapping[str, ChangeMark]:
    """A mark for each step that is not the same as before, by its id."""
    if thing.pair is None or thing.pair.before is None:
        return {}
    before = {step.after.id: step.before for step in thing.pair.steps if step.after}
    found: dict[str, ChangeMark] = {}
    for stage in journey.stages:
        branch = thing.branch.part(stage.id)
        if any(told.change.kind is Kind.STAGE_ADDED for told in branch.own):
            continue
        for step in stage.steps:
            own, old = _still_there(branch.part(step.id).changes), before.get(step.id)
            if own or old is None:
                satisfactions = old.satisfaction if old else None, step.satisfaction
                found[step.id] = _step(site, own, satisfactions, is_new=old is None)
    return found


def _still_there(changes: Iterable[ToldChange]) -> list[ToldChange]:
    """The changes that do not speak of something else, of that id, which is gone."""
    return [told for told in changes if told.change.kind not in _GONE]


def _step(
    site: Site,
    changes: Sequence[ToldChange],
    satisfactions: tuple[float | None, float | None],
    *,
    is_new: bool,
) -> ChangeMark:
    told = _told(site, changes)
    if is_new:
        return ChangeMark(sign=_SIGNS["new"], word=site.text("new"), sentences=told)
    mark = _same(site, changes)
    details = [*mark.details]
    if satisfactions[0] != satisfactions[1]:
        before, after = (
            "–" if satisfaction is None else site.language.satisfaction(satisfaction)
            for satisfaction in satisfactions
        )
        details.insert(0, site.text("satisfaction %(old)s → %(new)s", old=before, new=after))
    return replace(mark, details=tuple(details), sentences=told)


def _same(site: Site, changes: Sequence[ToldChange]) -> ChangeMark:
    """The mark of a stage or a step that was there before."""
    kinds = {told.change.kind for told in changes}
    words = {
        "moved": (kinds & _MOVED, site.text("moved")),
        "reworded": (kinds & _REWORDED, site.text("reworded")),
        "changed": (kinds - _MOVED - _REWORDED, site.text("changed")),
    }
    shown = {name: word for name, (hit, word) in words.items() if hit}
    olds = (told.change.old for told in changes if told.change.kind in _REWORDED)
    return ChangeMark(
        sign=_SIGNS["moved"] if set(shown) == {"moved"} else "~",
        word=", ".join(shown.values()),
        details=tuple(site.text("before: “%(title)s”", title=old) for old in olds),
    )


def _stages(site: Site, journey: Journey, branch: Branch) -> Mapping[str, ChangeMark]:
    """A mark for each stage that is new or has itself changed, by its id."""
    found: dict[str, ChangeMark] = {}
    for stage in journey.stages:
        own = _still_there(branch.part(stage.id).own)
        if any(told.change.kind is Kind.STAGE_ADDED for told in own):
            found[stage.id] = ChangeMark(
                sign=_SIGNS["new"], word=site.text("new"), sentences=_told(site, own)
            )
        elif own:
            found[stage.id] = replace(_same(site, own), sentences=_told(site, own))
    return found


def _gone(journey: Journey, branch: Branch) -> Mapping[str, tuple[str, ...]]:
    """The titles of what is gone, by stage; of stages that are gone as well, at the journey."""
    stages = {stage.id for stage in journey.stages}
    found: dict[str, tuple[str, ...]] = {}
    for change in (told.change for told in branch.changes):
        if change.kind in _GONE:
            name = change.stage if change.kind is Kind.STEP_REMOVED and change.stage in stages else ""
            found[name] = (*found.get(name, ()), change.old)
    return found
