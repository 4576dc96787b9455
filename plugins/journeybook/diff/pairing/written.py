"""Write a value of a header as text, to compare and to show it."""

from journeybook.model import Next, Picture, Quote


def written_value(value: object) -> str:
    """Write a value of a header as an author would."""
    match value:
        case None:
            text = ""
        case bool():
            text = str(value).lower()
        case float():
            text = f"{value:g}"
        case Quote():
            text = _with(value.text, value.persona, *(piece.title for piece in value.evidence))
        case Next():
            text = _with(value.to, value.when)
        case Picture():
            text = _with(value.src, value.alt)
        case _:
            text = str(value)
    return text


def _with(text: str, *rest: str | None) -> str:
    """A text with what belongs to it in brackets."""
    known = ", ".join(filter(None, rest))
    return f"{text} ({known})" if known else text
