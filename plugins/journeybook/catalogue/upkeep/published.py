"""Gather what is published for stages, each item once, with every stage that it is for."""

from collections.abc import Iterable, Iterator

from journeybook.catalogue.content import Content
from journeybook.catalogue.spots import WholeStage
from journeybook.catalogue.things import Journey
from journeybook.catalogue.vocabulary import value


@value
class PublishedContent:
    """An item of content with the stages that it is for."""

    content: Content
    spots: tuple[WholeStage, ...]

    @property
    def states(self) -> tuple[str, ...]:
        """The states of the journeys that it is for."""
        return tuple(dict.fromkeys(spot.journey.record.state for spot in self.spots))


def published_content(journeys: Iterable[Journey]) -> tuple[PublishedContent, ...]:
    """All content of journeys in their order, what is retired last.

    What several stages name alike is one; where they differ in status, owner or address, each is listed.
    """
    found: dict[tuple[str | None, ...], list[tuple[Content, WholeStage]]] = {}
    for content, spot in _placed(journeys):
        found.setdefault(_key(content), []).append((content, spot))
    gathered = (
        PublishedContent(content=named[0][0], spots=tuple(spot for _, spot in named))
        for named in found.values()
    )
    return tuple(sorted(gathered, key=lambda item: item.content.record.status == "retired"))


def _placed(journeys: Iterable[Journey]) -> Iterator[tuple[Content, WholeStage]]:
    for journey in journeys:
        for stage in journey.stages:
            for content in stage.content:
                yield content, WholeStage(journey=journey, stage=stage)


def _key(content: Content) -> tuple[str | None, ...]:
    record = content.record
    owner = content.owner.id if content.owner else None
    return record.title.casefold(), (record.type or "").casefold(), record.url, record.status, owner
