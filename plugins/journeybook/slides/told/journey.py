"""The slide of a journey: its curve, where it is lowest, what is to be decided."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from journeybook.catalogue import Journey, PainPoint, Visit, low_points, share_of_journey, worst_pain_point
from journeybook.pages.curves.lines import SatisfactionRow, satisfaction_rows
from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.shown.improvement import open_pain_points
from journeybook.slides.deck import (
    Panel,
    Plot,
    PlotLine,
    Run,
    Slide,
    TextLine,
    line,
    one_line,
    strong,
    told_words,
)
from journeybook.slides.told.decisions import decisions
from journeybook.slides.told.notes import address_note, evidence_notes, labelled, named_shortly, proof

_MOST_LOWS = 3
_MOST_DECISIONS = 2
_MOST_PERSONAS = 4
"""More lines in one curve tell nothing."""
_PLEASED = 4
"""From this satisfaction on, a step without an open pain point is no low point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Low:
    """A step that goes badly, with what hurts most there."""

    visit: Visit
    pain: PainPoint | None

    @property
    def satisfaction(self) -> float:
        """1 to 5."""
        return self.visit.step.satisfaction or 0


def journey_slide(site: Site, journey: Journey) -> Slide:
    """Make the slide of a journey, whatever it lacks."""
    visits = () if journey.is_planned else site.catalogue.visits_of_journey[journey.id]
    lows = _lows(site, visits)
    curve = plot(site, journey, visits, tuple(low.visit for low in lows))
    panels = (
        Panel(title=site.text("Low points"), lines=tuple(_low_line(site, low) for low in lows)),
        _hurting(site, visits) if not lows else None,
        _decisions(site, journey),
    )
    told = tuple(panel for panel in panels if panel and panel.lines)
    return Slide(
        title=_message(site, journey, visits, lows),
        facts=facts(site, journey),
        plot=curve,
        panels=told if curve or not visits else (_way(site, journey), *told),
        notes=tuple(_notes(site, journey, visits, lows)),
    )


def _lows(site: Site, visits: tuple[Visit, ...]) -> tuple[_Low, ...]:
    found = (
        _Low(visit=visit, pain=worst_pain_point(site.catalogue, visit))
        for visit in low_points(site.catalogue, visits, _MOST_LOWS)
    )
    return tuple(low for low in found if low.pain or low.satisfaction < _PLEASED)


def _message(site: Site, journey: Journey, visits: tuple[Visit, ...], lows: tuple[_Low, ...]) -> str:
    """Say what the slide comes to, in one sentence."""
    pains = open_pain_points(site.catalogue, visits)
    title = named_shortly(journey.title)
    if lows and lows[0].satisfaction < _PLEASED:
        step, value = named_shortly(lows[0].visit.step.title), site.language.number(lows[0].satisfaction, 1)
        return site.text("“%(step)s” is the low point (%(value)s)", step=step, value=value)
    if journey.is_planned:
        return site.text("“%(journey)s” is planned and not mapped yet", journey=title)
    if journey.satisfaction is not None:
        value = site.language.number(journey.satisfaction, 1)
        return site.text("“%(journey)s” pleases throughout (%(value)s)", journey=title, value=value)
    if pains:
        pain = named_shortly(pains[0].pain.title)
        return site.text("“%(pain)s” hurts most, how much is not measured", pain=pain)
    return site.text("How “%(journey)s” pleases is not known yet", journey=title)


def facts(site: Site, journey: Journey) -> TextLine:
    """Say which journey it is, whose, who answers for it, how fresh and how sure it is."""
    told = " · ".join(_facts(site, journey))
    return line(strong(one_line(journey.title)), f" · {told}", *_link(site, journey))


def _facts(site: Site, journey: Journey) -> Iterator[str]:
    language, record, overdue = site.language, journey.record, site.text("overdue")
    share = share_of_journey(journey, site.today, site.catalogue.lanes)
    if record.state == "future":
        yield site.text("Future state")
    if journey.personas:
        yield ", ".join(one_line(persona.title) for persona in journey.personas)
    owner = one_line(journey.owner.title) if journey.owner else site.text("nobody yet")
    yield labelled(site.text("Owner"), owner)
    if not journey.is_planned:
        day = language.date(record.reviewed) if record.reviewed else site.text("never")
        day = f"{day} ({overdue})" if journey.is_stale(site.today) else day
        yield labelled(site.text("Last reviewed"), day)
    if share.all and record.state == "current":
        yield site.text("%(share)s of what is said is proven", share=language.percent(share.percent))


def _link(site: Site, journey: Journey) -> Iterator[Run | str]:
    address = site.whole_address(address_of(journey))
    if address:
        yield " · "
        yield Run(text=site.text("In the handbook"), link=address)


def plot(site: Site, journey: Journey, visits: tuple[Visit, ...], lows: tuple[Visit, ...]) -> Plot | None:
    """Draw the curve of a journey; nothing where no step has a value."""
    rows = satisfaction_rows(journey) if visits else []
    if not rows:
        return None
    moments = tuple(at for at, visit in enumerate(visits) if visit.step.record.moment_of_truth)
    parts = (
        site.text("Satisfaction at each step, 1 to 5"),
        site.text("★ moment of truth") if moments else "",
    )
    return Plot(
        title=" · ".join(filter(None, parts)),
        steps=tuple(one_line(visit.step.title) for visit in visits),
        series=_series(site, visits, rows),
        alt=_alt(site, journey, visits),
        moments=moments,
        lows=tuple(at for at, visit in enumerate(visits) if visit in lows),
    )


def _series(site: Site, visits: tuple[Visit, ...], rows: list[SatisfactionRow]) -> tuple[PlotLine, ...]:
    means = tuple(visit.step.satisfaction for visit in visits)
    known = [(persona, values) for persona, values in rows if persona]
    if len(known) == 1:
        return (PlotLine(name=one_line(known[0][0].title), values=means),)
    aside = (
        PlotLine(name=one_line(persona.title), values=tuple(values), is_aside=True)
        for persona, values in known[:_MOST_PERSONAS]
    )
    return PlotLine(name=site.text("Mean"), values=means), *aside


def _alt(site: Site, journey: Journey, visits: tuple[Visit, ...]) -> str:
    """The curve in words: each step with its value."""
    values = (f"{one_line(visit.step.title)} {_value(site, visit.step.satisfaction)}" for visit in visits)
    what = site.text("Satisfaction curve of “%(journey)s”", journey=one_line(journey.title))
    return f"{what}: {'; '.join(values)}"


def _value(site: Site, satisfaction: float | None) -> str:
    return "–" if satisfaction is None else site.language.number(satisfaction, 1)


def _low_line(site: Site, low: _Low) -> TextLine:
    points = ", ".join(one_line(point.title) for point in low.visit.step.touchpoints)
    pain = one_line(low.pain.title) if low.pain else site.text("no pain point named")
    star = "★ " if low.visit.step.record.moment_of_truth else ""
    return line(
        f"{_value(site, low.satisfaction)}  ",
        strong(f"{star}{one_line(low.visit.step.title)}"),
        f" · {points}" if points else "",
        f": {pain}",
    )


def _hurting(site: Site, visits: tuple[Visit, ...]) -> Panel:
    """List what hurts most, where no satisfaction tells low points."""
    worst = open_pain_points(site.catalogue, visits)[:_MOST_LOWS]
    lines = tuple(
        line(
            strong(one_line(item.pain.title)),
            " · " + site.text("Severity %(value)s of 5", value=item.pain.record.severity),
        )
        for item in worst
    )
    return Panel(title=site.text("Pain points"), lines=lines)


def _decisions(site: Site, journey: Journey) -> Panel:
    asked = tuple(islice(decisions(site, journey), _MOST_DECISIONS))
    nothing = (line(site.text("Nothing waits for a decision.")),)
    return Panel(title=site.text("To decide"), lines=asked or nothing)


def _way(site: Site, journey: Journey) -> Panel:
    """The steps in words, in the place of a curve."""
    lines = tuple(
        line(
            strong(f"{one_line(stage.title)}: "),
            " → ".join(one_line(step.title) for step in stage.steps) or site.text("no steps yet"),
        )
        for stage in journey.stages
    )
    return Panel(title=site.text("Steps"), lines=lines)


def _notes(site: Site, journey: Journey, visits: tuple[Visit, ...], lows: tuple[_Low, ...]) -> Iterator[str]:
    """Yield everything in full: what was cut on the slide as well."""
    yield one_line(journey.title)
    if journey.record.summary:
        yield one_line(str(journey.record.summary))
    yield from address_note(site, address_of(journey))
    yield from evidence_notes(site, journey.record.evidence)
    for low in lows:
        yield from _notes_of_low(site, low)
    for asked in decisions(site, journey):
        yield labelled(site.text("To decide"), told_words(asked))
    if visits:
        yield site.text("Steps")
    for visit in visits:
        value = _value(site, visit.step.satisfaction)
        yield f"{visit.step.number}. {one_line(visit.stage.title)}: {one_line(visit.step.title)} ({value})"


def _notes_of_low(site: Site, low: _Low) -> Iterator[str]:
    yield labelled(site.text("Low point"), told_words(_low_line(site, low)))
    gathered = site.catalogue.gathered(low.pain) if low.pain else None
    evidence = gathered.evidence if gathered else low.visit.step.record.evidence
    yield f"    {proof(site, evidence)}"
    yield from evidence_notes(site, evidence, "    ")
    yield from (f"    {note}" for note in address_note(site, address_of(low.visit)))
