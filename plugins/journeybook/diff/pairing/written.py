"""Write a value of a header as text, to compare and to show it."""

from journeybook.model import DocumentLink, Doubt, Entry, Next, Picture, Recovery


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
        case Entry():
            text = _said(value)
        case Recovery():
            text = _with(value.failure, value.response)
        case DocumentLink():
            text = _with(value.title, value.url)
        case Next():
            text = _with(value.to, value.when)
        case Picture():
            text = _with(value.src, value.alt)
        case _:
            text = str(value)
    return text


def _said(entry: Entry) -> str:
    return _with(entry.text, *entry.persona, *(piece.title for piece in entry.evidence))


def _with(text: str, *rest: str | None) -> str:
    """A text with what belongs to it in brackets."""
    known = ", ".join(filter(None, rest))
    return f"{text} ({known})" if known else text
