"""Write the file of a new journey, persona or touchpoint: questions to ask and fields to fill."""

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from journeybook.advice import command
from journeybook.catalogue import Catalogue
from journeybook.frontmatter import Refused, yaml_scalar
from journeybook.kinds import ThingKind
from journeybook.load import Document
from journeybook.load.document import read_document
from journeybook.model import slug
from journeybook.scaffold.beginning import dates, filled

_ASSUMED = {ThingKind.JOURNEY: ("persona", "stage"), ThingKind.TOUCHPOINT: ("channel",)}
"""The fields that must be filled, and for which the handbook has a guess."""
_MANY = 12


class NotPossible(Exception):  # noqa: N818 - it says what keeps the file from being made
    """A refusal: something is missing in the handbook, or the title is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file that is not written yet."""

    inside: str
    """Its path below the journeys folder."""
    text: str
    """The text of the file."""
    assumed: tuple[tuple[str, str], ...] = ()
    """Fields that were filled with a guess, with the guesses."""


def new_file(  # noqa: PLR0913 - what is begun, and what the text is filled with
    kind: ThingKind, title: str, language: str, catalogue: Catalogue, today: date, *, with_all: bool = False
) -> NewFile:
    """The commented file of a new thing; what it has to name is taken from the handbook.

    It asks for what most such things say, or `with_all` for every field.
    """
    title = " ".join(title.split())
    if not title:
        raise NotPossible("The title is empty.")
    name = slug(title, fallback=kind)
    words = {**_words(catalogue), **dates(today)}
    folder = catalogue.folder.label
    assumed = tuple((field, _needed(words, field, folder)) for field in _ASSUMED.get(kind, ()))
    text = filled(_template(kind, language, with_all=with_all), {**words, "TITLE": _scalar(title)})
    made = NewFile(inside=posixpath.join(kind.row.folder, f"{name}.md"), text=text, assumed=assumed)
    _refuse_faults(kind, made)
    other = next((document for document in catalogue.folder.of_kind(kind) if document.id == name), None)
    if other is not None:
        raise NotPossible(f"There is a {kind} '{name}' already: '{other.path}'.")
    return made


def _template(kind: ThingKind, language: str, *, with_all: bool) -> str:
    """The text of a template; its lines behind '+|' are those of all fields, behind '-|' those without."""
    text = (files("journeybook.scaffold") / "new" / language / f"{kind}.md").read_text(encoding="utf-8")
    left_out, kept = ("-|", "+|") if with_all else ("+|", "-|")
    lines = (line for line in text.splitlines(keepends=True) if not line.startswith(left_out))
    return "".join(line.removeprefix(kept) for line in lines)


def _words(catalogue: Catalogue) -> dict[str, str]:
    """The things of the handbook, for hints; the first of each kind for fields that must be filled."""
    folder = catalogue.folder
    personas = [document.id for document in folder.of_kind(ThingKind.PERSONA)]
    return {
        "PERSONA": _first(_primary(folder.of_kind(ThingKind.PERSONA), catalogue) or personas),
        "STAGE": _first(catalogue.stages),
        "STAGES": _few(catalogue.stages),
        "CHANNEL": _first(catalogue.channels),
        "CHANNELS": _few(catalogue.channels),
        "TEAM": _first(catalogue.teams) or "id",
        "METRICS": _few(catalogue.metrics) or "id",
        "GOALS": _few(catalogue.goals) or "id",
        "PRINCIPLES": _few(catalogue.principles) or "id",
        "SEGMENT": _first(catalogue.segments) or "id",
        "TOUCHPOINTS": _few(document.id for document in folder.of_kind(ThingKind.TOUCHPOINT)) or "–",
    }


def _primary(documents: Iterable[Document], catalogue: Catalogue) -> list[str]:
    """The personas for whom the offer is made, the main ones first."""
    types = {own: persona.record.type for own, persona in catalogue.personas.items()}
    found = [document.id for document in documents if types.get(document.id) in {"primary", "secondary"}]
    return sorted(found, key=lambda own: types[own])


def _first(ids: Iterable[str]) -> str:
    return next(iter(ids), "")


def _few(ids: Iterable[str]) -> str:
    """Some ids in a row; the hint of a long list ends with an ellipsis."""
    names = list(ids)
    return ", ".join(names[:_MANY]) + (" …" if len(names) > _MANY else "")


def _needed(words: dict[str, str], field: str, folder: str) -> str:
    """The guess for a field that must be filled."""
    found = words[field.upper()]
    if not found and field == "persona":
        first = command("new", ("persona", "NAME"), folder)
        raise NotPossible(f"A journey needs a persona. Begin one first: {first}")
    if not found:
        raise NotPossible(
            f"There is no {field} yet. Write the first one into 'handbook.yml', below '{field}s:'."
        )
    return found


def _scalar(title: str) -> str:
    try:
        return yaml_scalar(title)
    except Refused as refused:
        raise _unusable(refused.message) from refused


def _unusable(why: str) -> NotPossible:
    return NotPossible(f"This title cannot be used: {why}")


def _refuse_faults(kind: ThingKind, made: NewFile) -> None:
    """Refuse a title that a file may not hold, such as one with invisible characters."""
    read = read_document(made.inside, made.inside, kind, made.text.encode("utf-8", "replace"))
    if read.findings:
        raise _unusable(read.findings[0].message)
