"""Find references of headers and CSV rows that name nothing, or that make no sense."""

from collections.abc import Iterator

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.checks.integrity.names import KnownIds, ids_in, names_of, pain_points_of
from journeybook.findings import Finding, Place, nearest, quoted
from journeybook.kinds import ThingKind
from journeybook.load import Document
from journeybook.model import Use


def unknown_references(catalogue: Catalogue) -> Iterator[Finding]:
    """References to things that do not exist."""
    names = names_of(catalogue)
    pains = pain_points_of(catalogue)
    for document in catalogue.folder.documents:
        yield from _in_rows(document, names)
        if document.uses:
            scope = _Scope(names, pains, document)
            for use in document.uses:
                message = scope.missing(use)
                if message:
                    yield document.finding(use.path, f"unknown-{use.kind}", message, at_key=use.at_key)


class _Scope:
    """The names that can be referred to from within one document."""

    def __init__(self, names: KnownIds, pains: dict[str, frozenset[str]], document: Document) -> None:
        self._names = names
        self._pains = pains
        self._journey = document.id
        record = document.record
        stages = record.stages if isinstance(record, model.Journey) else ()
        self._steps = {step.title: step.id for stage in stages for step in stage.steps}
        self._step_ids = ids_in(document, model.Step) | {"end"}

    def missing(self, use: Use) -> str | None:
        """Say that what a use names does not exist, or return nothing if it does."""
        match use.kind:
            case ThingKind.STEP:
                return self._missing_step(use.id)
            case ThingKind.PAIN_POINT:
                return self._missing_pain_point(use.id)
        return None if use.or_text else self._names.missing(use.kind, use.id)

    def _missing_step(self, name: str) -> str | None:
        if name in self._step_ids:
            return None
        meant = next(
            (title for title, own_id in self._steps.items() if _means(name, title) and not own_id), None
        )
        hint = (
            f" Write 'id: {model.slug(meant, fallback='step')}' into the step {quoted(meant)}."
            if meant
            else ""
        )
        hint = hint or nearest(name, self._step_ids) or " A step is named by the 'id' that is written in it."
        return f"No step {quoted(name)} in this journey.{hint}"

    def _missing_pain_point(self, name: str) -> str | None:
        journey, _, own = name.rpartition("/")
        here = self._pains.get(journey or self._journey)
        if here is None and self._names.missing(ThingKind.JOURNEY, journey or self._journey) is None:
            return None
        if here and own in here:
            return None
        known = set(self._pains.get(self._journey, ()))
        known |= {f"{other}/{own_id}" for other, ids in self._pains.items() for own_id in ids}
        return f"No pain point {quoted(name)} with a written id.{nearest(name, known)}"


def _means(name: str, title: str) -> bool:
    """Whether a step is named by its title, or by what is made of it."""
    return name == title or name == model.slug(title, fallback="")


def _in_rows(document: Document, names: KnownIds) -> Iterator[Finding]:
    for line, value in document.values:
        for kind in model.VALUE_REFERENCES:
            name = getattr(value, kind)
            message = names.missing(kind, name) if name else None
            if message:
                place = Place(path=document.path, line=line)
                yield Finding(place=place, rule=f"unknown-{kind}", message=message)


def foreign_personas(catalogue: Catalogue) -> Iterator[Finding]:
    """Satisfaction of personas who exist but do not walk this journey."""
    for document in catalogue.folder.of_kind(ThingKind.JOURNEY):
        own = {use.id for use in document.uses if use.path[0] in {"persona", "personas"}}
        for use in document.uses:
            if use.at_key and use.id not in own and use.id in catalogue.personas:
                message = f"The journey does not name the persona {quoted(use.id)} under 'personas'."
                yield document.finding(use.path, "foreign-persona", message, at_key=True)
