"""Keep what Material shows as a tooltip from being taken for HTML."""

_JOINED = str.maketrans({"<": "<\N{WORD JOINER}"})


def as_tip(text: str) -> str:
    """Return a text in which nothing can be a tag: an invisible word joiner stands behind each `<`.

    Material's `content.tooltips` writes `title` attributes and cut names of the navigation by `innerHTML`.
    """
    return text.translate(_JOINED)
