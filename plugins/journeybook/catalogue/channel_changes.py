"""Find where customers change channel along a journey, and where nothing receives them."""

from collections.abc import Iterator, Sequence

from journeybook.catalogue.things import Step, Visit
from journeybook.catalogue.vocabulary import value


@value
class ChannelChange:
    """Two steps that take place on different channels, one after the other."""

    before: Visit
    after: Visit

    @property
    def is_gap(self) -> bool:
        """Whether the customer arrives where no touchpoint receives them; another journey may tell of it."""
        return not self.after.step.record.touchpoints and not self.after.step.record.journey

    @property
    def fall(self) -> float | None:
        """The points by which satisfaction falls, negative where it rises."""
        before, after = self.before.step.satisfaction, self.after.step.satisfaction
        return None if before is None or after is None else before - after


def channel_changes(visits: Sequence[Visit]) -> Iterator[ChannelChange]:
    """Yield the changes of channel on the ways through one journey, in the order of its steps."""
    by_id = {visit.step.id: visit for visit in visits}
    for visit in visits:
        own = {channel.id for channel in visit.step.channels}
        for after in _arrivals(visit.step, by_id) if own else ():
            if own.isdisjoint(channel.id for channel in after.step.channels):
                yield ChannelChange(before=visit, after=after)


def _arrivals(step: Step, by_id: dict[str, Visit]) -> Iterator[Visit]:
    """Yield the next steps on a channel; a step without one is passed by."""
    seen, ahead = {step.id}, [path.to for path in step.paths]
    for name in ahead:
        visit = by_id.get(name)
        if visit is None or name in seen:
            continue
        seen.add(name)
        if visit.step.channels:
            yield visit
        else:
            ahead += [path.to for path in visit.step.paths]
