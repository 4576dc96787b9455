"""Write a value of a header as text, to compare and to show it."""

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
    Recovery,
)


def written_value(value: object) -> str:
    """Write a value of a header as an author would."""
    match value:
        case None:
            text = ""
        case bool():
            text = str(value).lower()
        case float():
            text = f"{value:g}"
        case Doubt():
            text = _with(_said(value), *value.answered_by)
        case OwnEntry():
            text = _with(_said(value), value.url)
        case Entry():
            text = _said(value)
        case Content():
            status = "" if value.status == "live" else value.status
            text = _with(value.title, value.type, value.url, status, value.owner)
        case FunnelEntry():
            text = _with(value.metric, value.stage)
        case Recovery() | Job() | DocumentLink() | Next() | Picture() | MicroConversion() | Experiment():
            text = _with(*(getattr(value, field) for field in type(value).model_fields))
        case _:
            text = str(value)
    return text


def _said(entry: Entry) -> str:
    return _with(entry.text, *entry.persona, *(piece.title for piece in entry.evidence))


def _with(text: str, *rest: str | None) -> str:
    """A text with what belongs to it in brackets."""
    known = ", ".join(filter(None, rest))
    return f"{text} ({known})" if known else text
