"""The slide of a future journey beside the one of today: both curves, what gets better, what goes."""

from collections.abc import Iterator

from journeybook.catalogue import Journey
from journeybook.messages import N_
from journeybook.pages.frame.addresses import address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.journey.future import ComparedStep, Comparison, comparison
from journeybook.slides.deck import Panel, Plot, PlotLine, Slide, TextLine, line, one_line, strong, told_words
from journeybook.slides.told.journey import facts, journey_slide
from journeybook.slides.told.notes import address_note, evidence_notes, labelled, named_shortly

_MOST = 3


def future_slide(site: Site, journey: Journey) -> Slide:
    """Make the slide of a future journey; one that is compared with nothing has the slide of any other."""
    current = site.catalogue.hierarchy.current(journey)
    found = comparison(site.catalogue, journey, current) if not journey.is_planned else None
    if found is None or found.picture is None:
        return journey_slide(site, journey)
    return Slide(
        title=_message(site, found),
        facts=facts(site, journey),
        plot=_plot(site, found),
        panels=tuple(panel for panel in _panels(site, found) if panel.lines),
        notes=tuple(_notes(site, found)),
    )


def _message(site: Site, found: Comparison) -> str:
    title = named_shortly(found.current.title)
    now, then = found.current.satisfaction, found.future.satisfaction
    if now is None or then is None or now == then:
        before, after = (site.language.number(count) for count in (found.pains_now, found.pains_then))
        message = N_("“%(journey)s”: open pain points shall go from %(before)s to %(after)s")
        return site.text(message, journey=title, before=before, after=after)
    before, after = (site.language.number(value, 1) for value in (now, then))
    message = N_("“%(journey)s” shall rise from %(before)s to %(after)s")
    if then < now:
        message = N_("“%(journey)s” would fall from %(before)s to %(after)s")
    return site.text(message, journey=title, before=before, after=after)


def _plot(site: Site, found: Comparison) -> Plot:
    pairs = found.steps
    now, then = (tuple(_values(pairs, is_then=is_then)) for is_then in (False, True))
    changes = ", ".join(
        f"{_title(pair)} {_shown(site, before)} → {_shown(site, after)}"
        for pair, before, after in zip(pairs, now, then, strict=True)
    )
    what = site.text("Satisfaction of “%(journey)s” today and in the future", journey=found.current.title)
    return Plot(
        title=site.text("Satisfaction at each step, 1 to 5"),
        steps=tuple(map(_title, pairs)),
        series=(
            PlotLine(name=site.text("Future state"), values=then),
            PlotLine(name=site.text("Current state"), values=now, is_aside=True),
        ),
        alt=f"{what}: {changes}",
        lows=tuple(pairs.index(pair) for pair in _risen(found)),
    )


def _values(pairs: tuple[ComparedStep, ...], *, is_then: bool) -> Iterator[float | None]:
    for pair in pairs:
        visit = pair.then if is_then else pair.now
        yield visit.step.satisfaction if visit else None


def _title(pair: ComparedStep) -> str:
    visit = pair.then or pair.now
    return one_line(visit.step.title) if visit else ""


def _shown(site: Site, value: float | None) -> str:
    return "–" if value is None else site.language.number(value, 1)


def _risen(found: Comparison) -> list[ComparedStep]:
    """The steps that gain most."""
    gained = [pair for pair in found.steps if (pair.change or 0) > 0]
    return sorted(gained, key=lambda pair: -(pair.change or 0))[:_MOST]


def _panels(site: Site, found: Comparison) -> Iterator[Panel]:
    better = tuple(
        line(f"+{site.language.number(pair.change or 0, 1)}  ", strong(_title(pair)))
        for pair in _risen(found)
    )
    yield Panel(title=site.text("What gets better most"), lines=better)
    yield Panel(title=site.text("What changes"), lines=tuple(_changes(site, found)))


def _changes(site: Site, found: Comparison) -> Iterator[TextLine]:
    number, plural = site.language.number, site.language.plural
    before, after = number(found.pains_now), number(found.pains_then)
    yield line(strong(labelled(site.text("Open pain points"), "")), f"{before} → {after}")
    new = sum(pair.is_new for pair in found.steps)
    gone = sum(pair.is_gone for pair in found.steps)
    if new:
        yield line(plural("%(num)s step is new", "%(num)s steps are new", new))
    if gone:
        yield line(plural("%(num)s step goes", "%(num)s steps go", gone))
    for title, points in (
        (site.text("New touchpoints"), found.touchpoints.added),
        (site.text("Touchpoints that go"), found.touchpoints.dropped),
    ):
        if points:
            yield line(strong(labelled(title, "")), ", ".join(one_line(point.title) for point in points))


def _notes(site: Site, found: Comparison) -> Iterator[str]:
    for journey in (found.future, found.current):
        yield one_line(journey.title)
        yield from address_note(site, address_of(journey))
        yield from evidence_notes(site, journey.record.evidence)
    for each in _changes(site, found):
        yield told_words(each)
    for pair in found.steps:
        before, after = (
            _shown(site, visit.step.satisfaction if visit else None) for visit in (pair.now, pair.then)
        )
        yield f"{_title(pair)}: {before} → {after}"
