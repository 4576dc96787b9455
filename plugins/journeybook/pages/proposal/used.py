"""Say where something is still used that is gone, renamed or retired."""

from collections.abc import Iterator, Mapping

from journeybook import model
from journeybook.diff import ChangeTree
from journeybook.findings import Place
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.load import Document, read_files
from journeybook.pages.proposal.edits import short_text
from journeybook.pages.proposal.told import StillUsed

_MOST_USES = 3


def still_used(language: Language, tree: ChangeTree) -> Iterator[StillUsed]:
    """Yield what is still used, each with the first places."""
    uses = [
        (short_text(told.change.old if told.change.field == "id" else thing.title), told.change.uses)
        for thing in tree.things
        for told in thing.changes
        if told.change.uses
    ]
    for title, places in uses:
        lines = {place.line_of_file: place for place in places}
        shown = list(lines)[:_MOST_USES]
        documents = _documents(tree, [lines[line] for line in shown])
        yield StillUsed(
            title=title,
            places=tuple(shown),
            where=tuple(_title_at(language, documents, lines[line]) for line in shown),
            more=len(lines) - len(shown),
        )


def _documents(tree: ChangeTree, places: list[Place]) -> Mapping[str, Document]:
    """Read the files of some places as they are after the change; what is equal was not read before."""
    state = tree.difference.after
    wanted = {place.path.removeprefix(f"{state.label}/") for place in places}
    return {
        document.path: document for document in read_files(state.source, state.label, wanted=wanted).documents
    }


def _title_at(language: Language, documents: Mapping[str, Document], place: Place) -> str:
    """The title of the step, or of the thing, that is described at a place; empty where none is."""
    document = documents.get(place.path)
    if document is None:
        return ""
    if document.kind is ThingKind.VALUES:
        return language.text("measured values")
    title = (
        _step_at(document, document.record, place.line) if isinstance(document.record, model.Journey) else ""
    )
    return short_text(title or getattr(document.record, "title", None) or document.id, 60)


def _step_at(document: Document, journey: model.Journey, line: int) -> str:
    """The title of the step that stands at a line."""
    found = ""
    for number, stage in enumerate(journey.stages):
        for place, step in enumerate(stage.steps):
            if document.place(("stages", number, "steps", place)).line <= line < document.body_line:
                found = step.title
    return found
