"""Mark the words of an organisation's own where a page uses each for the first time."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from journeybook.catalogue import Term
from journeybook.kinds import ThingKind
from journeybook.language import Language
from journeybook.terms import FoundTerm, TermFinder

_TAG = re.compile(
    r"<!--.*?-->|<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<rest>(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+)>",
    re.DOTALL,
)
_CLOSED = frozenset(
    (
        *(
            "a",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "th",
            "dt",
            "caption",
            "legend",
            "summary",
            "title",
            "nav",
        ),
        *("code", "pre", "kbd", "samp", "math", "svg", "script", "style", "template", "dialog", "iframe"),
        *("button", "label", "select", "option", "textarea", "abbr", "dfn"),
    )
)
"""Elements in which no word is marked: links, heads, code, drawings, and what is operated."""
_UNSEEN = re.compile(
    r"\s(?:hidden(?=[\s>=]|$)|aria-hidden=\"true\"|data-jb-diagram|class=\"[^\"]*\bjb-hidden\b)"
)
_VIEW = re.compile(r"\sdata-jb-map(?=[\s>=]|$)")
"""A map: of the map for wide windows and that for narrow ones, a reader sees one."""
_CAPITAL_NOUNS = frozenset({"de"})
_END = "</div>"
_LINK = Markup('<a class="jb-term" href="{}" aria-describedby="term_{}">{}</a>')
_TIP = Markup('<p class="jb-tip" id="term_{}" role="tooltip" hidden>{}</p>')


class Terms:
    """The terms of a handbook, as its pages mark them."""

    def __init__(self, terms: Iterable[Term], language: Language) -> None:
        self._terms = {term.id: term for term in terms}
        self._finder = TermFinder(
            self._terms.values(),
            nouns_are_capital=language.code in _CAPITAL_NOUNS,
            spellings=lambda word: {
                str(escape(word)),
                str(escape(language.hyphenated(word))),
                word.replace("&", "&amp;"),
            },
        )

    def marked(self, html: str, url: Callable[[str], str]) -> str:
        """Return the HTML of a page whose first uses of terms lead to the glossary and are explained.

        Each is a link to the term's entry; a screen reader says the definition with it. The definitions
        stand at the page's end, where a script shows them beside the word.
        """
        found = list(self._finder.find(html)) if self._finder else []
        uses = list(_first_uses(html, found)) if found else []
        if not uses:
            return html
        pieces, end = [], 0
        for use in uses:
            written = Markup(html[use.start : use.end])  # noqa: S704 - as it stood in the page
            link = _LINK.format(url(ThingKind.TERM.row.address(use.id)), use.id, written)
            pieces += [html[end : use.start], link]
            end = use.end
        before, mark, behind = html[end:].rpartition(_END)
        tips = "".join(
            _TIP.format(name, self._terms[name].definition) for name in dict.fromkeys(use.id for use in uses)
        )
        return "".join((*pieces, before, tips, mark, behind) if mark else (*pieces, behind, tips))


@dataclass(slots=True)
class _Reading:
    """The state of one pass through a page: the element that is open and closes its text, and the map."""

    element: str = ""
    """The name of the element in which nothing is marked; empty outside of one."""
    depth: int = 0
    """How many elements of that name are open."""
    view: int = 0
    """The number of the map in which the text stands; 0 outside of all."""
    views: int = 0
    view_depth: int = 0
    seen: set[tuple[int, str]] = field(default_factory=set)

    def take(self, tag: re.Match[str]) -> None:
        """Go past a tag."""
        name = (tag["name"] or "").lower()
        step = 0 if not name or tag["rest"].endswith("/") else -1 if tag["end"] else 1
        if self.view_depth and name == "div":
            self.view_depth += step
            self.view = self.view if self.view_depth else 0
        elif name == "div" and step == 1 and _VIEW.search(tag["rest"]):
            self.views, self.view_depth = self.views + 1, 1
            self.view = self.views
        if self.element:
            self.depth += step if name == self.element else 0
            self.element = self.element if self.depth else ""
        elif step == 1 and (name in _CLOSED or _UNSEEN.search(tag["rest"])):
            self.element, self.depth = name, 1

    def is_first(self, name: str) -> bool:
        """Whether a term is used here for the first time, for readers who see this part of the page."""
        key = (self.view, name)
        if self.element or key in self.seen or (0, name) in self.seen:
            return False
        self.seen.add(key)
        return True


def _first_uses(html: str, found: list[FoundTerm]) -> Iterator[FoundTerm]:
    """Yield of the terms that stand in the text the first of each."""
    reading, at, begin = _Reading(), 0, 0
    for tag in _TAG.finditer(html):
        while at < len(found) and found[at].start < tag.start():
            if found[at].start >= begin and found[at].end <= tag.start() and reading.is_first(found[at].id):
                yield found[at]
            at += 1
        if at == len(found):
            return
        reading.take(tag)
        begin = tag.end()
    yield from (use for use in found[at:] if use.start >= begin and reading.is_first(use.id))
