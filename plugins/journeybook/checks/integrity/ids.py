"""Find ids that stand for two things."""

from collections.abc import Iterable, Iterator

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.findings import Finding, Place
from journeybook.frontmatter import Path
from journeybook.kinds import IN_FILES, IN_HANDBOOK, ThingKind
from journeybook.load import Document


def duplicate_ids(catalogue: Catalogue) -> Iterator[Finding]:
    """Two files, two entries of the vocabulary, or two places of a journey with one id."""
    for kind in IN_FILES:
        yield from _among_files(kind, catalogue.folder.of_kind(kind))
    for document in catalogue.folder.documents:
        match document.record:
            case model.Handbook() as handbook:
                for kind in IN_HANDBOOK:
                    items = enumerate(getattr(handbook, kind.row.plural))
                    ids = [((kind.row.plural, number), item.id) for number, item in items]
                    yield from _within(document, kind, ids)
            case model.Journey() as journey:
                yield from _in_journey(document, journey)


def _among_files(kind: ThingKind, documents: Iterable[Document]) -> Iterator[Finding]:
    first: dict[str, Document] = {}
    for document in documents:
        earlier = first.setdefault(document.id, document)
        if earlier is not document:
            message = (
                f"The {kind} id '{document.id}' is already that of '{earlier.path}'. Rename one of them."
            )
            place = (
                document.place(("id",)) if document.header.places.key(("id",)) else Place(path=document.path)
            )
            yield Finding(place=place, rule="duplicate-id", message=message)


def _in_journey(document: Document, journey: model.Journey) -> Iterator[Finding]:
    parts = list(journey.parts)
    stages = [(path, part.id) for path, part in parts if isinstance(part, model.JourneyStage)]
    steps = [(path, part.id) for path, part in parts if isinstance(part, model.Step)]
    yield from _within(document, ThingKind.STAGE, stages)
    yield from _stages_twice(document, journey.stages)
    yield from _within(document, ThingKind.STEP, steps)
    for kind in (ThingKind.PAIN_POINT, ThingKind.OPPORTUNITY):
        name = kind.row.plural.replace(" ", "_")
        items = [
            ((*path, name, number), item.id)
            for path, part in parts
            for number, item in enumerate(getattr(part, name))
        ]
        yield from _within(document, kind, items)


def _stages_twice(document: Document, stages: tuple[model.JourneyStage, ...]) -> Iterator[Finding]:
    """Passes through one stage that no id of their own tells apart; two written ids are compared above."""
    first: dict[str, int] = {}
    for at, stage in enumerate(stages):
        earlier = first.setdefault(stage.id or stage.stage, at)
        before = stages[earlier]
        if earlier != at and not (stage.id and before.id):
            line = document.place(("stages", earlier)).line
            message = (
                f"The stage '{stage.id or stage.stage}' already stands in line {line}. "
                "Give one of the two an 'id' of its own."
            )
            field = "id" if stage.id else "stage"
            yield document.finding(("stages", at, field), "duplicate-id", message)


def _within(
    document: Document, kind: ThingKind, items: Iterable[tuple[Path, str | None]]
) -> Iterator[Finding]:
    first: dict[str, Path] = {}
    for path, own_id in items:
        if own_id and first.setdefault(own_id, path) is not path:
            line = document.place((*first[own_id], "id")).line
            message = f"The {kind.words} id '{own_id}' is already used in line {line}."
            yield document.finding((*path, "id"), "duplicate-id", message)
