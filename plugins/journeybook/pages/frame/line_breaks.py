"""Drop the line breaks that part elements in templates, so that pages do not carry them."""

import re
from collections.abc import Iterator

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

_MARK = re.compile(r"<pre\b|</pre>|<|>|\s*\n\s*")


class LineBreaks(Extension):
    """Takes line breaks, with the blanks around them, out of a template while it is compiled.

    Beside a tag, of HTML or of Jinja, nothing is left of them, and between the attributes of a tag one blank.
    Those among words and within <pre> stay. A blank that readers shall see stands within a line.
    """

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Rewrite the pieces of HTML between Jinja's tags."""
        html = _Html()
        for token in stream:
            is_html = token.type == "data"
            yield Token(token.lineno, token.type, html.without_breaks(token.value)) if is_html else token


class _Html:
    """The HTML of one template, read piece by piece."""

    def __init__(self) -> None:
        self._in_tag = False
        self._in_pre = False

    def without_breaks(self, text: str) -> str:
        return _MARK.sub(self._replacement, text)

    def _replacement(self, mark: re.Match[str]) -> str:
        if mark[0][0] in "<>":
            self._in_tag = mark[0] in {"<", "<pre"}
            self._in_pre = (self._in_pre or mark[0] == "<pre") and mark[0] != "</pre>"
            return mark[0]
        before, after = mark.string[: mark.start()][-1:], mark.string[mark.end() :][:1]
        if self._in_tag:
            return "" if after == ">" else " "
        is_layout = not self._in_pre and (before in {"", ">"} or after in {"", "<"})
        return "" if is_layout else mark[0]
