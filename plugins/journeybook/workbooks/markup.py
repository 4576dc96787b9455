"""Read the XML of a spreadsheet piece by piece, without document types, entities, or a tree of the whole."""

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from xml.parsers import expat

from journeybook.workbooks.limits import MAX_ELEMENTS, MAX_TAG_BYTES, MOST_NESTED


class BadMarkup(Exception):  # noqa: N818 - it says what is bad
    """The reason why XML cannot be read, as the end of a sentence."""


class Element:
    """An element with what lies in it; names are without the prefixes of their namespaces."""

    __slots__ = ("attributes", "contents", "tag")

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.contents: list[Element | str] = []
        """Texts and elements in their order."""

    @property
    def text(self) -> str:
        """The text directly in it."""
        return "".join(item for item in self.contents if isinstance(item, str))

    def child(self, tag: str) -> "Element | None":
        """The first element of a name directly in it."""
        return next(self.inside(tag), None)

    def inside(self, *tags: str) -> Iterator["Element"]:
        """Yield the elements of some names directly in it."""
        return (item for item in self.contents if isinstance(item, Element) and item.tag in tags)


def elements(
    chunks: Iterable[bytes], *, whole: Collection[str] = (), opened: Collection[str] = ()
) -> Iterator[Element]:
    """Yield the elements of some names, in the order of the file.

    Those of `whole` come when they end, with all that lies in them; those of `opened` when they begin, with
    nothing but their attributes. Everything else is passed over.
    """
    reader = _Reader(whole, opened)
    for chunk in chunks:
        yield from reader.feed(chunk)
    yield from reader.feed(b"", is_last=True)


class _Reader:
    """Holds what is open at the place up to which the text was read."""

    def __init__(self, whole: Collection[str], opened: Collection[str]) -> None:
        self._whole = frozenset(whole)
        self._opened = frozenset(opened)
        self._open: list[Element] = []
        self._found: list[Element] = []
        self._depth = self._inside = 0
        self._fed = 0
        self._parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._refuse_doctype

    def feed(self, chunk: bytes, *, is_last: bool = False) -> list[Element]:
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            raise BadMarkup(f"is damaged at line {error.lineno}") from error
        except (LookupError, ValueError) as error:  # of an encoding that Python has not
            raise BadMarkup("is written in an unknown encoding") from error
        self._fed += len(chunk)
        if self._fed - max(self._parser.CurrentByteIndex, 0) > MAX_TAG_BYTES + len(chunk):
            raise BadMarkup("has a tag that does not end")
        found, self._found = self._found, []
        return found

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > MOST_NESTED:
            raise BadMarkup("is nested too deeply")
        tag = _local(name)
        if self._open or tag in self._whole:
            self._inside += 1
            if self._inside > MAX_ELEMENTS:
                raise BadMarkup("has more in one place than any program writes")
            element = _element(tag, attributes)
            if self._open:
                self._open[-1].contents.append(element)
            self._open.append(element)
        elif tag in self._opened:
            self._found.append(_element(tag, attributes))

    def _end(self, _: str) -> None:
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._inside = 0
                self._found.append(element)

    def _text(self, text: str) -> None:
        if self._open:
            self._open[-1].contents.append(text)

    def _refuse_doctype(self, *_: object) -> None:
        raise BadMarkup("declares a document type, which no spreadsheet does")


def _element(tag: str, attributes: dict[str, str]) -> Element:
    """Make an element; of two attributes that differ by their namespace alone, the first is kept."""
    named: dict[str, str] = {}
    for name, value in attributes.items():
        named.setdefault(_local(name), value)
    return Element(tag, named)


@lru_cache(maxsize=4096)
def _local(name: str) -> str:
    return name.rpartition(" ")[2]
