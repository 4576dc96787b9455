"""The registers: the worst pain points, the opportunities by what they are worth, what is overdue."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from journeybook.catalogue import GatheredPainPoint, Journey, of_today
from journeybook.pages.frame.addresses import ACTIONS, OPPORTUNITIES, PAIN_POINTS, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.improvement import ListedAction, ListedOpportunity, actions, opportunities
from journeybook.pages.wording.labels import LABELS
from journeybook.slides.deck import Register, RegisterRow, Slide, one_line
from journeybook.slides.told.notes import address_note, evidence_notes, labelled, named_shortly

_MOST = 30
"""The most rows of a register; the handbook has them all."""


def register_slides(site: Site, journeys: Collection[Journey]) -> Iterator[Slide]:
    """Yield the registers of some journeys that hold anything."""
    visits = of_today(
        visit
        for journey in journeys
        if not journey.is_planned
        for visit in site.catalogue.visits_of_journey[journey.id]
    )
    yield from _pain_points(site, journeys)
    yield from _opportunities(site, opportunities(site.catalogue, visits))
    late = [item for item in actions(visits, site.today) if item.action.is_overdue(site.today)]
    yield from _overdue(site, late)


def _register(  # noqa: PLR0913, PLR0917 - what makes a register
    site: Site,
    title: str,
    address: str,
    heads: tuple[str, ...],
    weights: tuple[int, ...],
    rows: Iterable[RegisterRow],
) -> Iterator[Slide]:
    every = tuple(rows)
    left = len(every) - _MOST
    more = (site.language.plural("and %(num)s more", "and %(num)s more", left),) if left > 0 else ()
    if every:
        yield Slide(
            title=title,
            notes=(*more, *address_note(site, address)),
            register=Register(heads=heads, weights=weights, rows=every[:_MOST], alt=title),
        )


def _pain_points(site: Site, journeys: Collection[Journey]) -> Iterator[Slide]:
    every = dict.fromkeys(site.catalogue.gathered_pain_points.values())
    there = [
        pain
        for pain in sorted(every, key=lambda pain: (-pain.urgency, -pain.severity))
        if pain.is_open and "current" in pain.states and any(spot.journey in journeys for spot in pain.spots)
    ]
    if not there:
        return
    title = site.text("“%(pain)s” is the most urgent pain point", pain=named_shortly(there[0].title))
    text = site.text
    heads = (text("Pain point"), text("Severity"), text("Reach"), text("Journeys"), text("Opportunity"))
    yield from _register(site, title, PAIN_POINTS, heads, (9, 2, 2, 6, 6), (_pain(site, p) for p in there))


def _pain(site: Site, pain: GatheredPainPoint) -> RegisterRow:
    plans = [item.opportunity for item in pain.proposals if item.opportunity.record.status != "rejected"]
    answer = ", ".join(one_line(plan.record.title) for plan in plans) or site.text("none")
    where = ", ".join(dict.fromkeys(one_line(spot.journey.title) for spot in pain.spots))
    number = site.language.number
    return RegisterRow(
        cells=(one_line(pain.title), number(pain.severity), number(pain.reach), where, answer),
        notes=(
            one_line(pain.title),
            f"    {where}",
            "    " + labelled(site.text("Opportunity"), answer),
            *evidence_notes(site, pain.evidence, "    "),
            *(f"    {note}" for note in address_note(site, address_of(pain.spots[0]))),
        ),
    )


def _opportunities(site: Site, every: Iterable[ListedOpportunity]) -> Iterator[Slide]:
    left = [item for item in every if not item.opportunity.is_closed]
    if not left:
        return
    text = site.text
    heads = (text("Opportunity"), text("Impact"), text("Effort"), text("Status"), text("Journey"))
    rows = (_opportunity(site, item) for item in left)
    yield from _register(
        site, _title_of_opportunities(site, left), OPPORTUNITIES, heads, (10, 2, 2, 3, 6), rows
    )


def _title_of_opportunities(site: Site, left: Sequence[ListedOpportunity]) -> str:
    """The best one that somebody has judged; else that nobody has judged any."""
    records = (item.opportunity.record for item in left)
    best = next((record for record in records if record.impact and record.effort), None)
    if best:
        return site.text(
            "“%(opportunity)s” promises most for the effort", opportunity=named_shortly(best.title)
        )
    return site.language.plural(
        "%(num)s opportunity, without impact and effort yet",
        "%(num)s opportunities, none with impact and effort yet",
        len(left),
    )


def _opportunity(site: Site, item: ListedOpportunity) -> RegisterRow:
    record = item.opportunity.record
    solves = ", ".join(map(one_line, item.solves))
    return RegisterRow(
        cells=(
            one_line(record.title),
            str(record.impact or "–"),
            str(record.effort or "–"),
            site.text(LABELS["opportunity"][record.status]),
            one_line(item.spot.journey.title),
        ),
        notes=(
            one_line(record.title),
            f"    {one_line(item.spot.journey.title)}",
            *(("    " + labelled(site.text("Solves"), solves),) if solves else ()),
            *(f"    {note}" for note in address_note(site, address_of(item.spot))),
        ),
    )


def _overdue(site: Site, late: list[ListedAction]) -> Iterator[Slide]:
    if not late:
        return
    count = site.language.plural("%(num)s action is overdue", "%(num)s actions are overdue", len(late))
    first = min((item.action.record.due for item in late if item.action.record.due), default=site.today)
    day = site.language.date(first)
    title = site.text("%(count)s, the oldest since %(day)s", count=count, day=day)
    heads = (site.text("Action"), site.text("Due"), site.text("Owner"), site.text("Journey"))
    yield from _register(site, title, ACTIONS, heads, (10, 4, 4, 6), (_action(site, item) for item in late))


def _action(site: Site, item: ListedAction) -> RegisterRow:
    record, owner = item.action.record, item.action.owner
    day = site.language.date(record.due) if record.due else ""
    return RegisterRow(
        cells=(
            one_line(record.title),
            day,
            one_line(owner.title) if owner else site.text("nobody yet"),
            one_line(item.spot.journey.title),
        ),
        notes=(
            f"{one_line(record.title)} ({day})",
            "    " + labelled(site.text("Opportunity"), one_line(item.opportunity.record.title)),
            *(f"    {note}" for note in address_note(site, address_of(item.spot))),
        ),
    )
