"""Built HTML in, a small tree of elements out, with what is wrong in the markup, the ids and the links."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from journeybook.load import without_collector

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr "  # noqa: SIM905
    "main nav ol p pre section table ul".split()
)
_SILENT = {"script", "style", "template"}
_RAW = {"script", "style"}
"""Elements whose text is no HTML."""
_TOKEN = re.compile(
    r"""<(?: (?P<tag>[a-zA-Z][^\s/>]*) (?P<attributes>(?:[^>"']|"[^"]*"|'[^']*')*)
    | /(?P<end>[a-zA-Z][^\s>]*)[^>]* | !--.*?-- | ![^>]* )>""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
_PART = re.compile(r"(?P<tag>[a-z][a-z0-9-]*)?(?P<marks>(?:[.#][\w-]+|\[[^\]]+\])*)")
_MARK = re.compile(r"[.#][\w-]+|\[[^\]]+\]")


@cache
def _parts(part: str) -> tuple[str, list[tuple[str, str, str]]]:
    """The tag of a part of a selector, and its marks as sign, name and value."""
    found = _PART.fullmatch(part)
    assert found, part
    return found["tag"] or "", [_mark(mark) for mark in _MARK.findall(found["marks"])]


def _mark(mark: str) -> tuple[str, str, str]:
    if mark[0] == ".":
        return ".", mark[1:], ""
    if mark[0] == "#":
        return "=", "id", mark[1:]
    name, sign, value = mark[1:-1].partition("=")
    return sign, name, value


@dataclass(eq=False)
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    parent: "Element | None" = None
    children: list["Element | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    def __iter__(self) -> Iterator["Element"]:
        return iter(self.below)

    @cached_property
    def below(self) -> list["Element"]:
        """Every element below, in the order of the page; call it once the page is parsed."""
        found = []
        waiting = [child for child in reversed(self.children) if isinstance(child, Element)]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting.extend(child for child in reversed(element.children) if isinstance(child, Element))
        return found

    @property
    def texts(self) -> Iterator[str]:
        """Every text below, as it was parsed."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in _SILENT:
                yield from child.texts

    @property
    def text(self) -> str:
        """All text below as it is seen, with single spaces and without soft hyphens."""
        return " ".join("".join(self.texts).replace("\u00ad", "").split())

    @property
    def text_by_element(self) -> list[str]:
        """The text of each element that lies directly below."""
        return [child.text for child in self.children if isinstance(child, Element)]

    def all(self, selector: str) -> list["Element"]:
        """The elements below that match `tag.class#id[name=value]`, or such in turn, with spaces between."""
        *above, last = selector.split(" ")
        found = [element for element in self if element.matches(last)]
        return [element for element in found if element.is_within(above, self)] if above else found

    def one(self, selector: str) -> "Element":
        """The only element below that matches."""
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]

    def matches(self, part: str) -> bool:
        tag, marks = _parts(part)
        return (not tag or tag == self.tag) and all(self._has(*mark) for mark in marks)

    def _has(self, sign: str, name: str, value: str) -> bool:
        if sign == ".":
            return name in self.attributes.get("class", "").split()
        return self.attributes.get(name) == value if sign == "=" else name in self.attributes

    def is_within(self, above: list[str], top: "Element") -> bool:
        wanted, element = list(above), self.parent
        while wanted and element is not None and element is not top:
            if element.matches(wanted[-1]):
                wanted.pop()
            element = element.parent
        return not wanted


class _Parser:
    """Reads the HTML of a page that is well-formed, and what is wrong in it otherwise.

    `html.parser` does the same in twice the time, which is most of what looking at a whole site costs.
    """

    def __init__(self, html: str) -> None:
        self.top = Element("")
        self.faults: list[str] = []
        self._html, self._at = html, 0
        self._open = [self.top]
        self._open_tags: Counter[str] = Counter()
        with without_collector():
            self._read()
        self.faults.extend(f"<{element.tag}> is not closed" for element in self._open[1:])

    def _read(self) -> None:
        while found := _TOKEN.search(self._html, self._at):
            tag, attributes, end = found.groups()
            self._take(self._html[self._at : found.start()])
            self._at = found.end()
            if tag:
                self._begin(tag.lower(), attributes)
            elif end:
                self._end(end.lower())
        self._take(self._html[self._at :])

    def _take(self, text: str) -> None:
        if text:
            self._open[-1].children.append(unescape(text))

    def _begin(self, tag: str, written: str) -> None:
        pairs = [(name.lower(), unescape(_value(*values))) for name, *values in _ATTRIBUTE.findall(written)]
        attributes = dict(pairs)
        if len(attributes) < len(pairs):
            self._fault(f"<{tag}> has an attribute twice")
        if tag in _BLOCKS and self._open_tags["p"] and not self._open_tags["svg"]:
            self._fault(f"<{tag}> inside of <p>")
        if tag in {"a", "button"} and self._open_tags[tag]:
            self._fault(f"<{tag}> inside of itself")
        element = Element(tag, attributes, self._open[-1])
        self._open[-1].children.append(element)
        if tag not in _VOID and not written.endswith("/"):
            self._open.append(element)
            self._open_tags[tag] += 1
        if tag in _RAW:
            begin, self._at = self._at, self._html.find(f"</{tag}", self._at)
            element.children.extend([self._html[begin : self._at]] if begin < self._at else [])

    def _end(self, tag: str) -> None:
        if self._open[-1].tag == tag:
            self._open.pop()
            self._open_tags[tag] -= 1
        else:
            self._fault(f"</{tag}> closes no <{self._open[-1].tag}>")

    def _fault(self, what: str) -> None:
        line = self._html.count("\n", 0, self._at) + 1
        self.faults.append(f"{line}: {what}")


def _value(double: str, single: str, bare: str) -> str:
    return double or single or bare


@dataclass
class BuiltPage:
    """A page as it was built; it is parsed when something of it is asked for."""

    html: str

    @cached_property
    def _parsed(self) -> _Parser:
        return _Parser(self.html)

    @property
    def top(self) -> Element:
        """The element that holds the page."""
        return self._parsed.top

    @property
    def faults(self) -> list[str]:
        """What is wrong in its markup."""
        return self._parsed.faults

    @property
    def is_ours(self) -> bool:
        """Whether the plugin made a part of it."""
        return '<div class="jb-page ' in self.html

    @property
    def ours(self) -> Element:
        """The part that the plugin made."""
        return self.top.one("div.jb-page")

    @property
    def title(self) -> str:
        return self.top.one("head").one("title").text

    @cached_property
    def ids(self) -> list[str]:
        return [element["id"] for element in self.top if "id" in element.attributes]

    @cached_property
    def links(self) -> list[str]:
        """Everything that the page links to, shows or loads."""
        return [
            element[name] for element in self.top for name in ("href", "src") if element.attributes.get(name)
        ]


class BuiltPages(Mapping[str, BuiltPage]):
    """Every page of a built site by its path; a page is read when it is asked for."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._read: dict[str, BuiltPage] = {}
        self._paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))

    def __getitem__(self, path: str) -> BuiltPage:
        if path not in self._read:
            self._read[path] = BuiltPage((self._site / path).read_text(encoding="utf-8"))
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def repeated_ids(pages: Mapping[str, BuiltPage]) -> list[str]:
    """The ids that stand on a page more than once."""
    return [
        f"{path}: {name}"
        for path, page in pages.items()
        for name, count in Counter(page.ids).items()
        if count > 1
    ]


def dead_links(site: Path, pages: Mapping[str, BuiltPage], *, base: str = "/") -> list[str]:
    """The links within a site, published below `base`, that lead to no file or to no id."""
    ids = {path: {*page.ids, ""} for path, page in pages.items()}
    found = []
    for path, page in pages.items():
        at = f"https://own{base}{path.removesuffix('index.html')}"
        for link in set(page.links):
            parts = urlsplit(urljoin(at, link))
            if parts.netloc == "own" and not _leads(site, ids, parts.path, unquote(parts.fragment), base):
                found.append(f"{path}: {link}")
    return sorted(found)


def _leads(site: Path, ids: dict[str, set[str]], path: str, anchor: str, base: str) -> bool:
    if not path.startswith(base):
        return False
    inside = unquote(path.removeprefix(base))
    file = f"{inside}index.html" if inside.endswith("/") or not inside else inside
    if anchor and file in ids:
        return anchor in ids[file] or anchor == "__tabbed" or anchor.startswith("__")
    return (site / file).is_file()
