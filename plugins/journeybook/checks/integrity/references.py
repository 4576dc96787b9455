"""Find references of headers and CSV rows that name nothing, or that make no sense."""

from collections.abc import Iterator
from functools import cached_property

from journeybook import model
from journeybook.catalogue import Catalogue
from journeybook.checks.integrity.names import KnownIds, Titles, names_of, pain_points_of, written_in
from journeybook.findings import MOST_ADVISED, Finding, Place, nearest, quoted
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
            number = 0
            for use in document.uses:
                message = scope.missing(use, advises=number < MOST_ADVISED)
                if message:
                    number += 1
                    yield document.finding(use.path, f"unknown-{use.kind}", message, at_key=use.at_key)


class _Scope:
    """The names that can be referred to from within one document."""

    def __init__(self, names: KnownIds, pains: dict[str, frozenset[str]], document: Document) -> None:
        self._names = names
        self._pains = pains
        self._journey = document.id
        record = document.record
        stages = record.stages if isinstance(record, model.Journey) else ()
        steps = [step for stage in stages for step in stage.steps]
        without_id = [step.title for step in steps if not step.id]
        self._titles = {model.slug(title, fallback=""): title for title in reversed(without_id)}
        self._titles |= {title: title for title in without_id}
        self._step_titles = Titles(tuple((step.title, step.id) for step in steps if step.id))
        self._step_ids = written_in(document, model.Step) | {"end"}

    def missing(self, use: Use, *, advises: bool) -> str | None:
        """Say that what a use names does not exist, or return nothing if it does."""
        match use.kind:
            case ThingKind.STEP:
                return self._missing_step(use.id, advises=advises)
            case ThingKind.PAIN_POINT:
                return self._missing_pain_point(use.id, advises=advises)
        is_text = use.or_text or (use.until_listed and not self._names.known.get(use.kind))
        return None if is_text else self._names.missing(use.kind, use.id, advises=advises)

    def _missing_step(self, name: str, *, advises: bool) -> str | None:
        if name in self._step_ids:
            return None
        meant = self._titles.get(name)
        hint = (
            f" Write 'id: {model.slug(meant, fallback='step')}' into the step {quoted(meant)}."
            if meant
            else ""
        )
        near = self._step_titles.advice(name, self._step_ids) if advises else ""
        hint = hint or near or " A step is named by the 'id' that is written in it."
        return f"No step {quoted(name)} in this journey.{hint}"

    def _missing_pain_point(self, name: str, *, advises: bool) -> str | None:
        journey, _, own = name.rpartition("/")
        here = self._pains.get(journey or self._journey)
        if here is None and self._names.missing(ThingKind.JOURNEY, journey or self._journey) is None:
            return None
        if here and own in here:
            return None
        hint = nearest(name, self._known_pains) if advises else ""
        return f"No pain point {quoted(name)} with a written id.{hint}"

    @cached_property
    def _known_pains(self) -> frozenset[str]:
        """The ways to write the pain points of all journeys."""
        everywhere = {f"{other}/{own_id}" for other, ids in self._pains.items() for own_id in ids}
        return self._pains.get(self._journey, frozenset()) | everywhere


def _in_rows(document: Document, names: KnownIds) -> Iterator[Finding]:
    number = 0
    for line, value in document.values:
        for kind in model.VALUE_REFERENCES:
            name = getattr(value, kind)
            message = names.missing(kind, name, advises=number < MOST_ADVISED) if name else None
            if message:
                number += 1
                place = Place(path=document.path, line=line)
                yield Finding(place=place, rule=f"unknown-{kind}", message=message)


def foreign_personas(catalogue: Catalogue) -> Iterator[Finding]:
    """Satisfaction and texts of personas who exist but do not walk this journey; quotes may be of anybody."""
    for document in catalogue.folder.of_kind(ThingKind.JOURNEY):
        own = {use.id for use in document.uses if use.path[0] in {"persona", "personas"}}
        for use in document.uses:
            is_own = use.kind != ThingKind.PERSONA or use.id in own or "quotes" in use.path
            if not is_own and use.id in catalogue.personas:
                message = f"The journey does not name the persona {quoted(use.id)} under 'personas'."
                yield document.finding(use.path, "foreign-persona", message, at_key=use.at_key)
