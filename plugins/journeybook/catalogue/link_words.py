"""Put the words of what links name into the texts of headers."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, TypeVar

from journeybook import model
from journeybook.catalogue.defaults import DefaultTitles
from journeybook.kinds import IN_FILES, IN_HANDBOOK, LINKED, ThingKind
from journeybook.links import linked, takes_links
from journeybook.load import Document, Folder
from journeybook.model import Record

R = TypeVar("R", bound=Record)


class LinkWords:
    """The words for what links name: the titles of things.

    Of several folders, such as two states of a handbook, the first that knows a thing tells its title.
    """

    def __init__(
        self, folders: Iterable[Folder], default_titles: DefaultTitles, *, knows_journeys: bool = True
    ) -> None:
        self._folders = tuple(folders)
        self._stage_titles = default_titles.get(ThingKind.STAGE, {})
        self._knows_journeys = knows_journeys
        """Whether journeys are told by their titles; where not all of them are read, all are by their ids."""

    def of(self, record: R) -> R:
        """Return a record whose texts say what their links name."""
        changed = {
            name: text
            for name in type(record).model_fields
            if (text := self._told(getattr(record, name), (name,))) is not getattr(record, name)
        }
        return record.model_copy(update=changed) if changed else record

    def of_document(self, document: Document, record: R) -> R:
        """Return the record of a file, which says itself whether there are links in it."""
        return self.of(record) if document.links_in_header else record

    def _told(self, value: Any, at: tuple[str | int, ...]) -> Any:
        if isinstance(value, str):
            return linked(value, self._words) if takes_links(at) else value
        if isinstance(value, Record):
            return self.of(value)
        if isinstance(value, tuple):
            told = tuple(self._told(item, at) for item in value)
            return told if any(new is not old for new, old in zip(told, value, strict=True)) else value
        if isinstance(value, dict):
            return {key: self._told(item, (*at, str(key))) for key, item in value.items()}
        return value

    def _words(self, kind: str, name: str) -> str | None:
        if kind not in LINKED:
            return None
        if kind == ThingKind.JOURNEY:
            return self._of_journey(*name.partition("/")[::2]) if self._knows_journeys else name
        return self._titles.get((kind, name))

    def _of_journey(self, name: str, stage: str) -> str | None:
        record = self._journeys.get(name)
        if record is None or not stage:
            return record.title if record else None
        own = next((item for item in record.stages if stage in {item.id, item.stage}), None)
        title = own and (own.title or self._titles.get((ThingKind.STAGE, own.stage), own.stage))
        return f"{record.title}: {title}" if title else None

    @cached_property
    def _journeys(self) -> Mapping[str, model.Journey]:
        found: dict[str, model.Journey] = {}
        for folder in self._folders:
            for document in folder.of_kind(ThingKind.JOURNEY):
                if isinstance(document.record, model.Journey):
                    found.setdefault(document.id, document.record)
        return found

    @cached_property
    def _titles(self) -> Mapping[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for folder in self._folders:
            for kind, name, title in self._titles_in(folder):
                found.setdefault((kind, name), title)
        return found

    def _titles_in(self, folder: Folder) -> Iterator[tuple[ThingKind, str, str]]:
        for kind in IN_FILES:
            for document in folder.of_kind(kind):
                if isinstance(document.record, model.Persona | model.Touchpoint):
                    yield kind, document.id, document.record.title
        written = folder.handbook.record if folder.handbook else None
        handbook = written if isinstance(written, model.Handbook) else model.Handbook()
        if "stages" not in handbook.model_fields_set:
            yield from ((ThingKind.STAGE, name, title) for name, title in self._stage_titles.items())
        for kind in IN_HANDBOOK:
            for thing in getattr(handbook, kind.row.plural):
                yield kind, thing.id, thing.title
