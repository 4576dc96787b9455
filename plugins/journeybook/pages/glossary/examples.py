"""Find in the handbook itself an example of each word of the method."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from journeybook.catalogue import Catalogue, Visit, evidence_mark, low_point
from journeybook.catalogue.evidence import EvidenceMark
from journeybook.pages.frame.addresses import Thing, address_of, stage_address
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Crumb
from journeybook.pages.frame.search import titles_or_texts

FindExample = Callable[[Site], Crumb | None]
"""Finds an example, and where it stands; nothing where the handbook has none."""


def first(things: Callable[[Catalogue], Iterable[Thing]]) -> FindExample:
    """Make the example that is the first of some things."""

    def example(site: Site) -> Crumb | None:
        thing = next(iter(things(site.catalogue)), None)
        return Crumb(title=thing.title, address=address_of(thing)) if thing else None

    return example


def text_of(lane: str) -> FindExample:
    """Make the example that is the first text of a lane of texts."""
    return _in_steps(lambda visit: next((entry.text for entry in visit.step.entries[lane]), ""))


def value_of(field: str) -> FindExample:
    """Make the example that is the first text of a field of steps, or the first item of its list."""

    def said(visit: Visit) -> str:
        value = getattr(visit.step.record, field)
        item = value[0] if isinstance(value, tuple) and value else value
        return item if isinstance(item, str) else ""

    return _in_steps(said)


def system(site: Site) -> Crumb | None:
    """Return the first system that staff work with, by its title."""
    return _in_steps(lambda visit: next(titles_or_texts(visit.step.systems), ""))(site)


def step_with(holds: Callable[[Visit], object]) -> FindExample:
    """Make the example that is the first step of which something holds."""
    return _in_steps(lambda visit: visit.step.title if holds(visit) else "")


def _in_steps(said: Callable[[Visit], str]) -> FindExample:
    def example(site: Site) -> Crumb | None:
        told = ((visit, said(visit)) for visit in _today(site.catalogue))
        return next((_at(visit, text) for visit, text in told if text), None)

    return example


def _at(visit: Visit, text: str) -> Crumb:
    return Crumb(title=text, address=address_of(visit))


def _today(catalogue: Catalogue) -> Iterator[Visit]:
    """The steps of today's journeys, then the others."""
    yield from (visit for visit in catalogue.visits if visit.journey.record.state == "current")
    yield from (visit for visit in catalogue.visits if visit.journey.record.state != "current")


def worst_moment(site: Site) -> Crumb | None:
    """Return the moment of truth at which customers are least satisfied."""
    moments = (visit for visit in _today(site.catalogue) if visit.step.record.moment_of_truth)
    visit = min(moments, key=_satisfaction, default=None)
    return _at(visit, visit.step.title) if visit else None


def worst_step(site: Site) -> Crumb | None:
    """Return the step at which customers are least satisfied."""
    visit = low_point(site.catalogue, _today(site.catalogue))
    return _at(visit, visit.step.title) if visit else None


def _satisfaction(visit: Visit) -> float:
    return visit.step.satisfaction or float("inf")


def severest_pain(site: Site) -> Crumb | None:
    """Return the pain point that hurts most."""
    pains = ((visit, pain) for visit in _today(site.catalogue) for pain in visit.step.pain_points)
    found = max(pains, key=lambda item: item[1].record.severity, default=None)
    return Crumb(title=found[1].title, address=_card(found[0], f"pain_{found[1].id}")) if found else None


def _card(visit: Visit, anchor: str) -> str:
    return f"{address_of(visit).partition('#')[0]}#{anchor}"


def proven_pain(site: Site) -> Crumb | None:
    """Return a pain point that is measured or researched."""
    return _marked_pain(site.catalogue, EvidenceMark.RESEARCHED, site.today)


def _marked_pain(catalogue: Catalogue, mark: EvidenceMark, today: date) -> Crumb | None:
    return next(
        (
            Crumb(title=pain.title, address=_card(visit, f"pain_{pain.id}"))
            for visit in _today(catalogue)
            for pain in visit.step.pain_points
            if evidence_mark(pain.record.evidence, today) is mark
        ),
        None,
    )


def best_opportunity(site: Site) -> Crumb | None:
    """Return the opportunity that is expected to do most, of those that nobody has rejected."""
    found = max(
        (
            (visit, opportunity)
            for visit in _today(site.catalogue)
            for opportunity in visit.step.opportunities
            if opportunity.record.status != "rejected"
        ),
        key=lambda item: item[1].record.impact or 0,
        default=None,
    )
    return Crumb(title=found[1].record.title, address=address_of(found[0])) if found else None


def open_action(site: Site) -> Crumb | None:
    """Return the first action that is to be done."""
    return next(
        (
            _at(visit, action.record.title)
            for visit in _today(site.catalogue)
            for opportunity in visit.step.opportunities
            for action in opportunity.actions
            if action.is_open
        ),
        None,
    )


def content(site: Site) -> Crumb | None:
    """Return the first thing that is published for a stage."""
    return next(
        (
            Crumb(title=item.title, address=stage_address(journey, stage))
            for journey in site.catalogue.journeys.values()
            for stage in journey.stages
            for item in stage.record.content
        ),
        None,
    )
