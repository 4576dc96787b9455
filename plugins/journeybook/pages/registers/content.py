"""The register of content: what is published for stages, where it is used, and who answers for it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from journeybook.catalogue import PublishedContent, published_content
from journeybook.kinds import ThingKind
from journeybook.pages.frame.addresses import CONTENT
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.page import Page, SearchEntry
from journeybook.pages.registers.scope import CURRENT, register_filters, state_facet
from journeybook.pages.registers.spots import offered_teams
from journeybook.pages.shown.figures import Figure
from journeybook.pages.shown.lists import NONE, Choice, Filter, Row, narrowed, pairs, words
from journeybook.pages.wording.labels import choices

_COMING = frozenset({"idea", "planned"})


def pages(site: Site) -> Iterator[Page]:
    """Yield the register; nothing where no stage names content."""
    found = published_content(site.catalogue.journeys.values())
    if not found:
        return
    title = site.text("Content")
    yield Page(
        address=CONTENT,
        template="registers/content",
        wide=True,
        shows=(ThingKind.JOURNEY,),
        title=title,
        description=site.text(
            "What is published for each stage, who answers for it, and what is still to come."
        ),
        context=lambda: _context(site, found),
        entries=lambda: (SearchEntry(title=title, text="\n".join(map(_words, found))),),
    )


def _words(item: PublishedContent) -> str:
    record = item.content.record
    return " ".join(f"{record.title} {record.type or ''}".split())


def _context(site: Site, found: Sequence[PublishedContent]) -> Mapping[str, Any]:
    rows = [_row(item) for item in found]
    return {
        "rows": rows,
        "filters": _filters(site, rows),
        "figures": tuple(_figures(site, [row.item for row in rows if not row.is_aside])),
    }


def _row(item: PublishedContent) -> Row[PublishedContent]:
    record, owner = item.content.record, item.content.owner
    stages = (spot.stage.stage for spot in item.spots)
    return Row(
        item=item,
        facets={
            "status": record.status,
            "type": _type_word(record.type),
            "team": owner.id if owner else NONE,
            "stage": words(*dict.fromkeys(stage.id for stage in stages if stage)),
            "journey": words(*dict.fromkeys(spot.journey.id for spot in item.spots)),
            "state": state_facet(item.states),
        },
        keys={
            "title": record.title,
            "type": record.type or "",
            "owner": owner.title if owner else "",
            "places": str(len(item.spots)),
        },
        is_aside=CURRENT not in item.states,
    )


def _type_word(written: str | None) -> str:
    """The word by which filters look for a type, which authors write as they like."""
    return "_".join(written.casefold().split()) if written else NONE


def _filters(site: Site, rows: Sequence[Row[PublishedContent]]) -> tuple[Filter, ...]:
    catalogue = site.catalogue
    offered = (
        ("status", site.text("Status"), choices(site.language)("content")),
        ("type", site.text("Kind"), _types(site, rows)),
        offered_teams(site, site.text("nobody yet")),
        ("stage", site.text("Stage"), pairs(catalogue.stages.values())),
        ("journey", site.text("Journey"), pairs(catalogue.journeys.values())),
    )
    return register_filters(site, rows, offered)


def _types(site: Site, rows: Sequence[Row[PublishedContent]]) -> list[Choice]:
    """The types that authors have written, by the alphabet; what has none last."""
    written = {_type_word(item.type): item.type for row in rows if (item := row.item.content.record).type}
    return [
        *sorted(written.items(), key=lambda choice: choice[1].casefold()),
        (NONE, site.text("without a kind")),
    ]


def _figures(site: Site, items: Sequence[PublishedContent]) -> Iterator[Figure]:
    """Yield how much is live, how much is to come, and how much nobody answers for."""
    number = site.language.number
    kept = [item.content for item in items if item.content.record.status != "retired"]
    detail = site.text("of %(all)s", all=number(len(kept)))
    for title, count in (
        (site.text("Live"), sum(content.record.status == "live" for content in kept)),
        (site.text("Ideas and planned"), sum(content.record.status in _COMING for content in kept)),
    ):
        yield Figure(value=number(count), title=title, detail=detail)
    missing = sum(content.owner is None for content in kept)
    yield Figure(
        value=number(missing),
        title=site.text("Without an owner"),
        detail=detail,
        address=narrowed(CONTENT, team=NONE) if missing else "",
        is_bad=missing > 0,
    )
