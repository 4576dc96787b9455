"""Write a value of a header as text, to compare and to show it."""

from collections.abc import Callable

from journeybook.kinds import ThingKind
from journeybook.model import (
    Content,
    DocumentLink,
    Doubt,
    Entry,
    Experiment,
    FunnelEntry,
    Job,
    MicroConversion,
    Next,
    OwnEntry,
    Picture,
    Record,
    Recovery,
)

TitleOf = Callable[[ThingKind, str], str]
"""Tells the title of a thing by its kind and id."""


def _by_id(_: ThingKind, name: str) -> str:
    return name


def written_value(value: object, title_of: TitleOf = _by_id) -> str:
    """Write a value of a header as an author would; the things that it names by their titles, if told."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
        case Entry():
            return _entry(value, title_of)
        case Record():
            return _group(value, title_of)
        case _:
            return str(value)


def _group(value: Record, title_of: TitleOf) -> str:
    """A group of keys: its first text, with the others in brackets."""

    def title(kind: ThingKind, name: str | None) -> str | None:
        return name and title_of(kind, name)

    match value:
        case Content():
            status = "" if value.status == "live" else value.status
            return _with(value.title, value.type, value.url, status, title(ThingKind.TEAM, value.owner))
        case FunnelEntry():
            metric = title_of(ThingKind.METRIC, value.metric)
            return _with(metric, title(ThingKind.STAGE, value.stage))
        case MicroConversion():
            return _with(value.title, title(ThingKind.METRIC, value.metric))
        case Recovery() | Job() | DocumentLink() | Next() | Picture() | Experiment():
            return _with(*(getattr(value, field) for field in type(value).model_fields))
        case _:
            return str(value)


def _entry(entry: Entry, title_of: TitleOf) -> str:
    """A text with whom it is of, what shows it, and where a doubt is answered or a link leads."""
    personas = (title_of(ThingKind.PERSONA, name) for name in entry.persona)
    said = _with(entry.text, *personas, *(piece.title for piece in entry.evidence))
    if isinstance(entry, Doubt):
        return _with(said, *(title_of(ThingKind.TOUCHPOINT, name) for name in entry.answered_by))
    return _with(said, entry.url) if isinstance(entry, OwnEntry) else said


def written_in_full(value: object) -> str:
    """Write a value with everything that it says, for those that read alike otherwise."""
    if isinstance(value, tuple):
        return "; ".join(map(written_in_full, value))
    if not isinstance(value, Record):
        return written_value(value)
    given = (getattr(value, name) for name in type(value).model_fields if name in value.model_fields_set)
    return _with(*(written_in_full(item) for item in given if item is not None))


def _with(text: str, *rest: str | None) -> str:
    """A text with what belongs to it in brackets."""
    known = ", ".join(filter(None, rest))
    return f"{text} ({known})" if known else text
