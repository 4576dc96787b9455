"""The register of pain points: each once, those that nobody has an answer to first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from journeybook.catalogue import EvidenceMark, GatheredPainPoint, evidence_mark
from journeybook.kinds import ThingKind
from journeybook.model import Stage
from journeybook.pages.frame.addresses import PAIN_POINTS
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page
from journeybook.pages.registers.pain_picture import MOST_DRAWN, pain_picture
from journeybook.pages.registers.plans import offered_plans, plan_of
from journeybook.pages.registers.scope import CURRENT, register_filters, state_facet
from journeybook.pages.registers.spots import offered_places, offered_teams
from journeybook.pages.shown.figures import Figure
from journeybook.pages.shown.lists import NONE, Filter, Row, key, narrowed, words
from journeybook.pages.wording.labels import choices


@dataclass(frozen=True, slots=True, kw_only=True)
class PainCell:
    """The pain points of a category in a stage, or in one of both altogether."""

    stage: Stage | None
    """None for all stages together."""
    count: int
    severity: int
    """Of the worst."""
    address: str
    """The address of the list of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PainCategory:
    """The pain points of one category, by stage."""

    title: str
    cells: tuple[PainCell, ...]
    """One for each stage that has any pain points, then one for all stages."""


def pages(site: Site) -> Iterator[Page]:
    """Yield the register; nothing where no journey names a pain point."""
    if not any(spot.part.pain_points for spot in site.catalogue.spots):
        return
    yield Page(
        address=PAIN_POINTS,
        template="registers/pain_points",
        wide=True,
        shows=(ThingKind.JOURNEY,),
        title=site.text("Pain points"),
        description=site.text("What hurts %(customers)s, each once, and what we do about it."),
        context=lambda: _context(site),
    )


def _context(site: Site) -> Mapping[str, Any]:
    gathered = dict.fromkeys(site.catalogue.gathered_pain_points.values())
    ranked = sorted(gathered, key=lambda pain: pain.rank)
    drawn = [pain for pain in ranked if pain.is_open and CURRENT in pain.states][:MOST_DRAWN]
    numbers = {pain: number for number, pain in enumerate(drawn, 1)}
    rows = [_row(site, pain, numbers.get(pain)) for pain in ranked]
    today = [row for row in rows if not row.is_aside]
    return {
        "rows": rows,
        "filters": _filters(site, rows),
        "figures": tuple(_figures(site, [row.item for row in today])),
        "categories": _categories(site, today),
        "stages": _stages(site, today),
        "picture": pain_picture(drawn),
    }


def _row(site: Site, pain: GatheredPainPoint, number: int | None) -> Row[GatheredPainPoint]:
    mark = evidence_mark(pain.evidence, site.today)
    return Row(
        item=pain,
        facets={
            "category": words(*pain.categories) or NONE,
            "stage": words(*(stage.id for stage in pain.stages)),
            "persona": words(*(persona.id for persona in pain.personas)),
            "team": words(*(team.id for team in pain.teams)),
            "touchpoint": words(*(point.id for point in pain.touchpoints)),
            "journey": words(*dict.fromkeys(spot.journey.id for spot in pain.spots)),
            "evidence": mark.value,
            "severity": str(pain.severity),
            "plan": plan_of(pain.answer),
            "state": state_facet(pain.states),
        },
        keys={
            "number": key(number),
            "title": pain.title,
            "severity": key(pain.severity),
            "reach": key(pain.reach),
            "urgency": key(pain.urgency),
            "evidence": key(list(EvidenceMark).index(mark)),
        },
        is_aside=CURRENT not in pain.states,
    )


def _filters(site: Site, rows: Sequence[Row[GatheredPainPoint]]) -> tuple[Filter, ...]:
    labelled = choices(site.language)
    offered = (
        ("category", site.text("Category"), [*labelled("category"), (NONE, site.text("without a category"))]),
        *offered_places(site),
        offered_teams(site),
        ("evidence", site.text("Evidence"), labelled("mark")),
        ("severity", site.text("Severity"), [(str(level), str(level)) for level in range(5, 0, -1)]),
        offered_plans(site),
    )
    return register_filters(site, rows, offered)


def _figures(site: Site, pains: Sequence[GatheredPainPoint]) -> Iterator[Figure]:
    """Yield how many are open, and how many of these nobody has an answer to."""
    number = site.language.number
    left = [pain for pain in pains if pain.is_open]
    missing = sum(pain.answer.is_missing for pain in left)
    yield Figure(
        value=number(len(left)),
        title=site.text("Open pain points"),
        detail=site.text("of %(all)s", all=number(len(pains))),
    )
    yield Figure(
        value=number(missing),
        title=site.text("Without an opportunity"),
        detail=site.text("of %(all)s open", all=number(len(left))),
        address=narrowed(PAIN_POINTS, plan="none") if missing else "",
        is_bad=missing > 0,
    )


def _stages(site: Site, rows: Sequence[Row[GatheredPainPoint]]) -> tuple[Stage, ...]:
    found = {stage.id for row in rows for stage in row.item.stages}
    return tuple(stage for stage in site.catalogue.stages.values() if stage.id in found)


def _categories(site: Site, rows: Sequence[Row[GatheredPainPoint]]) -> list[PainCategory]:
    """Count by category and stage; a pain point of several counts in each of them."""
    labelled = (*choices(site.language)("category"), (NONE, site.text("without a category")))
    found: dict[str, list[GatheredPainPoint]] = {}
    for row in rows:
        for name in row.facets["category"].split():
            found.setdefault(name, []).append(row.item)
    stages = (*_stages(site, rows), None)
    return [
        PainCategory(title=title, cells=tuple(_cell(name, found[name], stage) for stage in stages))
        for name, title in labelled
        if name in found
    ]


def _cell(category: str, pains: Sequence[GatheredPainPoint], stage: Stage | None) -> PainCell:
    there = [pain for pain in pains if stage is None or stage in pain.stages]
    wanted = {"category": category, **({"stage": stage.id} if stage else {})}
    return PainCell(
        stage=stage,
        count=len(there),
        severity=max((pain.severity for pain in there), default=0),
        address=narrowed(PAIN_POINTS, **wanted),
    )
