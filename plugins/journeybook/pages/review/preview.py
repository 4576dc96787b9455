"""Say on each page of the site what a preview changes there, and show both versions on it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from journeybook.catalogue import Journey
from journeybook.diff import Branch, ChangedThing, Kind, Subject
from journeybook.diff.kinds import of_things
from journeybook.kinds import LINKED
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
from journeybook.pages.review.both import BothVersions, both_versions
from journeybook.pages.review.marks import card_marks, mark_of, sentences, stage_marks, step_marks
from journeybook.pages.review.past import Builder, FormerPages
from journeybook.pages.review.shown import Context, journey_with_both, stage_with_both

_RENAMED = of_things(LINKED, "renamed") | {Kind.STAGE_RENAMED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A page of what has changed: what it says, and how it shows both versions."""

    preview: PagePreview
    old_address: str = ""
    """The address of the page as it was; empty where it shows nothing else but marks."""
    shown: Callable[[Context], Context] = lambda context: context
    """Makes it show both versions."""


def with_previews(site: Site, pages: Iterable[Page], build: Builder) -> Iterator[Page]:
    """Yield the pages, each with what it says of the preview, then those of what was there before."""
    if site.preview is None:
        yield from pages
        return
    here = {page.address: page for page in pages}
    found = {address: marked for address, marked in _marked(site, site.preview) if address in here}
    past, following = FormerPages(site, site.preview, build), _following(found, here)
    for page in here.values():
        marked = found.get(page.address)
        yield _with(page, marked, past, following) if marked else page
    changed = {marked.old_address: address for address, marked in found.items() if marked.old_address}
    yield from past.pages(changed, set(here))


def _with(page: Page, marked: Marked, past: FormerPages, following: Mapping[str, Page]) -> Page:
    preview = past.beside(page, marked.preview, marked.old_address)
    after = following.get(page.address)
    if after:
        preview = replace(preview, next_address=after.address, next_title=after.title)
    return replace(page, context=lambda: marked.shown(page.context()), preview=preview)


def _following(found: Mapping[str, Marked], pages: Mapping[str, Page]) -> Mapping[str, Page]:
    """The page with changes that follows each, in the order of the list of changes."""
    order = [address for address, marked in found.items() if marked.old_address or marked.preview.is_banner]
    return {address: pages[after] for address, after in pairwise(order)}


def base_name(language: Language, preview: Preview) -> str:
    """Call the base of a preview by its day and title, or as it was named where it is no commit."""
    commit = preview.commit
    if commit is None:
        return language.text("“%(name)s”", name=preview.base)
    day = language.date(commit.time.date())
    return language.text("the state of %(date)s, “%(title)s”", date=day, title=commit.subject)


def anchor(subject: Subject) -> str:
    """The id of a thing's part of the list of changes."""
    return f"about_{subject.kind}_{subject.id}"


def thing_address(site: Site, subject: Subject) -> str:
    """The address of the page of what has changed, or had been; empty where there is none."""
    known = named_address(site.catalogue, subject.kind, subject.id)
    return known or (named_address(site.preview.before, subject.kind, subject.id) if site.preview else "")


def _marked(site: Site, preview: Preview) -> Iterator[tuple[str, Marked]]:
    """Yield what pages say, by their addresses, in the order of the list of changes."""
    yield HOME, Marked(preview=_banner(site, preview))
    listed: dict[str, ChangeMark] = {}
    for thing in preview.tree.things:
        address = thing_address(site, thing.subject)
        if address:
            listed[address] = mark_of(site, thing.branch)
            yield from _of_thing(site, thing, address)
    for address in (JOURNEYS, TOUCHPOINTS):
        things = {name: mark for name, mark in listed.items() if name.startswith(address)}
        if things:
            text = site.language.plural(
                "%(num)s entry of this list changes in this proposal.",
                "%(num)s entries of this list change in this proposal.",
                len(things),
            )
            yield address, Marked(preview=PagePreview(text=text, address=REVIEW, things=things))


def _banner(site: Site, preview: Preview) -> PagePreview:
    counted = site.language.plural("%(num)s change", "%(num)s changes", len(preview.tree.changes))
    base = base_name(site.language, preview)
    text = site.text("This is a preview. Compared with %(base)s: %(changes)s.", base=base, changes=counted)
    return PagePreview(text=text, address=REVIEW, is_banner=True)


def _of_thing(site: Site, thing: ChangedThing, address: str) -> Iterator[tuple[str, Marked]]:
    """Yield what the pages of one thing say: its own, and those of a journey's stages."""
    whole = PagePreview(text=_count(site, thing.branch), address=f"{REVIEW}#{anchor(thing.subject)}")
    old_name = former_id(thing.branch, thing.subject.id)
    old_address = thing.subject.kind.row.address(old_name)
    journey = site.catalogue.journeys.get(thing.subject.journey)
    if journey is None:
        told = replace(whole, sentences=sentences(site, thing.changes))
        yield address, Marked(preview=told, old_address=old_address)
        return
    both = _both(site, thing, journey)
    marks = replace(
        whole,
        steps=step_marks(site, journey, thing, both),
        stages=stage_marks(site, journey, thing.branch, both),
        cards=card_marks(site, thing.branch),
    )
    about = replace(marks, sentences=sentences(site, thing.branch.own))
    shown = partial(journey_with_both, site, both) if both else dict
    yield address, Marked(preview=about, old_address=old_address, shown=shown)
    for stage in journey.stages:
        branch = thing.branch.part(stage.id)
        if branch.changes:
            about = replace(marks, text=_count(site, branch), sentences=sentences(site, branch.own))
            shown = partial(stage_with_both, journey, both, stage) if both else dict
            old_stage = f"{old_address}{former_id(branch, stage.id)}/"
            yield stage_address(journey, stage), Marked(preview=about, old_address=old_stage, shown=shown)


def _both(site: Site, thing: ChangedThing, journey: Journey) -> BothVersions | None:
    """Both versions of a journey in one; nothing where it is new, or where its file is the same."""
    before = thing.pair.before if thing.pair else None
    if before and site.preview and site.preview.is_translated:
        former = former_id(thing.branch, before.id)
        before = site.preview.before.journeys.get(former)
    return both_versions(before, journey, site.catalogue.lanes) if before else None


def former_id(branch: Branch, name: str) -> str:
    """The id that a thing had before, by its changes."""
    return next((told.change.old for told in branch.own if told.change.kind in _RENAMED), name)


def _count(site: Site, branch: Branch) -> str:
    return site.language.plural(
        "%(num)s change in this proposal.", "%(num)s changes in this proposal.", len(branch.changes)
    )
