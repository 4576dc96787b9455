"""The HTML of a page of the handbook in, the Markdown that a team would write for it out.

Headings, paragraphs, lists, definition lists, tables, quotes and fences; no HTML. What no reader sees stays
out: pictures drawn by the page itself, filters, and words for screen readers only.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

NARRATIVE = "jb-narrative"
"""The element that stands for the Markdown of the author."""

UNSEEN = {"svg", "form", "script", "style", "template", "colgroup", "caption"}
VOID = {"br", "img", "input", "col", "hr", "wbr", "meta", "link"}
_BLOCKS = {
    *(
        "div",
        "section",
        "article",
        "header",
        "footer",
        "aside",
        "nav",
        "figure",
        "figcaption",
        "details",
        "summary",
    ),
    *("p", "ul", "ol", "dl", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", NARRATIVE),
}
_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")
_SPACE = re.compile(r"\s+")
_OPENS_BLOCK = re.compile(r"^(\d*)([#+.)-])(?=\s)")

LinkOf = Callable[[str], str]
"""Turns the address in a link of the page into that in a link of the Markdown file."""


@dataclass(slots=True, eq=False)
class Element:
    """An element with what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def is_unseen(self) -> bool:
        """Whether no reader sees it as text."""
        classes = self.attributes.get("class", "").split()
        hidden = "hidden" in self.attributes or self.attributes.get("aria-hidden") == "true"
        return self.tag in UNSEEN or "jb-hidden" in classes or hidden

    def each(self, *tags: str) -> Iterator["Element"]:
        """Yield the elements of some names below this one, at any depth, in their order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.each(*tags)

    @property
    def text(self) -> str:
        """All text as it stands."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("root")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open[-1].children.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        places = [place for place, element in enumerate(self._open) if element.tag == tag]
        if places:
            del self._open[places[-1] :]

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def read_html(html: str) -> Element:
    """Read HTML into a tree."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.root


def to_markdown(html: str, narrative: str, link_of: LinkOf) -> str:
    """Write a page as Markdown, with the author's own Markdown at its place."""
    return "\n\n".join(_Writer(narrative, link_of).blocks(read_html(html))) + "\n"


class _Writer:
    """Writes the elements of one page."""

    def __init__(self, narrative: str, link_of: LinkOf) -> None:
        self._narrative = narrative
        self._link_of = link_of
        self._anchor = ""

    def blocks(self, element: Element) -> list[str]:
        """Write what an element holds as blocks; text between blocks becomes paragraphs."""
        found: list[str] = []
        run: list[Element | str] = []
        for child in element.children:
            if isinstance(child, Element) and child.tag in _BLOCKS:
                found += self._paragraph(run)
                found += [] if child.is_unseen else self._block(child)
                run = []
            else:
                run.append(child)
        return found + self._paragraph(run)

    def _paragraph(self, run: list[Element | str]) -> list[str]:
        text = _OPENS_BLOCK.sub(r"\1\\\2", self._inline(run))
        return [text] if text else []

    def _block(self, element: Element) -> list[str]:
        tag = element.tag
        if tag in {"article", "section"} and "id" in element.attributes:
            self._anchor = element.attributes["id"]
        match tag:
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                written = [self._heading(element)]
            case "ul" | "ol":
                written = self._list(element)
            case "dl":
                written = self._definitions(element)
            case "table":
                written = self._table(element)
            case "pre":
                written = [f"```mermaid\n{element.text.strip()}\n```"]
            case "blockquote":
                written = [f"> {self._cell(element)}"]
            case "summary":
                written = [f"**{self._inline(element.children)}**"]
            case _ if tag == NARRATIVE:
                written = [self._narrative.strip()]
            case _:
                written = self.blocks(element)
        return written

    def _heading(self, element: Element) -> str:
        anchor = element.attributes.get("id") or self._anchor
        self._anchor = ""
        mark = f" {{#{anchor}}}" if anchor else ""
        return f"{'#' * int(element.tag[1])} {self._inline(element.children)}{mark}"

    def _list(self, element: Element) -> list[str]:
        items = [self._cell(item) for item in element.each("li")]
        marks = "- " if element.tag == "ul" else "1. "
        written = "\n".join(marks + item for item in items if item)
        return [written] if written else []

    def _definitions(self, element: Element) -> list[str]:
        written: list[str] = []
        for part in element.each("dt", "dd"):
            if part.tag == "dt":
                written.append(self._inline(part.children))
            else:
                written[-1] += f"\n:   {self._cell(part)}"
        return written

    def _table(self, element: Element) -> list[str]:
        rows = [self._row(row) for row in element.each("tr")]
        width = max(map(len, rows), default=0)
        lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
        return ["\n".join([lines[0], "|" + " --- |" * width, *lines[1:]])] if lines else []

    def _row(self, row: Element) -> list[str]:
        cells: list[str] = []
        for cell in row.children:
            if isinstance(cell, Element):
                cells += self._cells(cell, int(cell.attributes.get("colspan", "1")))
        return cells

    def _cells(self, cell: Element, span: int) -> list[str]:
        """Write a cell; one over many columns shares out its list, as the satisfaction of a map's steps."""
        points = [self._inline(point.children) for point in cell.each("li")] if span > 1 else []
        if points and len(points) % span == 0:
            return [" · ".join(points[column::span]) for column in range(span)]
        return [self._cell(cell), *[""] * (span - 1)]

    def _cell(self, cell: Element) -> str:
        """Write what a cell holds in one line."""
        if cell.is_unseen:
            return ""
        parts: list[str] = []
        for part in self.blocks(cell):
            lines = part.split("\n")
            parts += [re.sub(r"^(- |1\. |> )", "", line) for line in lines]
        return " · ".join(parts)

    def _inline(self, run: list[Element | str]) -> str:
        """Write text; elements that touch, as chips do, and small print are set apart."""
        written = ""
        touches = False
        for child in run:
            if isinstance(child, str):
                written += _SPECIAL.sub(r"\\\1", _SPACE.sub(" ", child))
                touches = False
            elif text := self._span(child):
                is_apart = touches or (child.tag == "small" and not written.endswith("("))
                written += f" {text}" if is_apart else text
                touches = True
        return _SPACE.sub(" ", written).strip()

    def _span(self, element: Element) -> str:
        if element.is_unseen:
            return ""
        attributes = element.attributes
        text = self._inline(element.children)
        written = text
        match element.tag:
            case "img":
                written = f"![{attributes.get('alt', '')}]({attributes.get('src', '')})"
            case "a" if text and "href" in attributes:
                written = f"[{text}]({self._link_of(attributes['href'])})"
            case "strong" | "b" if text:
                written = f"**{text}**"
            case "em" if text:
                written = f"*{text}*"
            case "code" if text:
                written = f"`{element.text}`"
            case "q" if text:
                written = f"„{text}“"
        return written
