"""Clean SVG by a list of what draws, so that a picture neither runs nor asks for anything."""

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from journeybook.cleaning.svg_names import ATTRIBUTES, ELEMENTS, WORDS

_SVG = "http://www.w3.org/2000/svg}"
_XLINK = "http://www.w3.org/1999/xlink}"
_XML = "http://www.w3.org/XML/1998/namespace}"
_PREFIXES = {_XLINK: "xlink:", _XML: "xml:"}
_WITH_PREFIX = {_XLINK: ("href", "title", "type", "show", "actuate"), _XML: ("space", "lang")}
_NAMELESS = {"a": "g"}
"""A link leads nowhere out of a picture; what it holds is drawn."""
_DEEPEST = 200

_PIXELS = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=\s]*")
_LEADS_ASIDE = re.compile(
    r"\\|@import|(?:url|src|image|image-set|cross-fade|element|expression)\s*\((?!\s*[\"']?#)", re.IGNORECASE
)
"""What lets a style ask for something: addresses that are no part of the picture, and ways to hide them."""


class NotDrawable(ValueError):  # noqa: N818 - it says what the file is
    """The file is no SVG that can be read without doing what it says."""


def clean_svg(raw: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a picture as it may be published, and what of it was left out, such as `<script>` or `onload`.

    A picture of which nothing had to be left out comes back byte by byte. `NotDrawable` says why a file is
    none: it is read as UTF-8, and nothing that it declares is followed.
    """
    text = _decoded(raw)
    cleaning = _Cleaning()
    parser = expat.ParserCreate("utf-8", "}")
    parser.buffer_text = parser.specified_attributes = True
    parser.XmlDeclHandler = cleaning.declare
    parser.StartDoctypeDeclHandler = cleaning.leave_out_doctype
    parser.EntityDeclHandler = _refuse_entities
    parser.ProcessingInstructionHandler = cleaning.leave_out_instruction
    parser.StartElementHandler = cleaning.start
    parser.EndElementHandler = cleaning.end
    parser.CharacterDataHandler = cleaning.write
    try:
        parser.Parse(text, True)  # noqa: FBT003 - expat's signature
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        raise NotDrawable(f"its XML breaks off in {place}") from None
    if cleaning.is_untouched:
        return raw, ()
    return "".join(cleaning.parts).encode(), tuple(dict.fromkeys(cleaning.dropped))


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NotDrawable("it is not stored as UTF-8") from None


def _refuse_entities(*_: object) -> None:
    raise NotDrawable("it declares entities of its own; save it as plain SVG")


class _Cleaning:
    """Takes what the parser reads and writes anew what may stay."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.dropped: list[str] = []
        self.is_untouched = True
        self._depth = 0
        self._silent = 0
        """How deep within something that is left out."""
        self._style: list[str] | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Write an element, or begin to leave it out with all that stands in it."""
        name = tag.removeprefix(_SVG)
        if not self._depth and name != "svg":
            raise NotDrawable("it is XML, but no SVG")
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotDrawable(f"it is nested deeper than {_DEEPEST} levels")
        name = _NAMELESS.get(name, name)
        if self._silent or name not in ELEMENTS:
            self._leave_out(tag)
            return
        kept = list(self._kept(name, attributes))
        if self._depth == 1:
            kept[:0] = [("xmlns", _SVG[:-1]), ("xmlns:xlink", _XLINK[:-1])]
        self.parts.append(f"<{name}{''.join(f' {key}={quoteattr(value)}' for key, value in kept)}>")
        if name == "style":
            self._style = []

    def _leave_out(self, tag: str) -> None:
        self.is_untouched = False
        if not self._silent and not _is_foreign(tag):
            self.dropped.append(f"<{tag.removeprefix(_SVG)}>")
        self._silent += 1

    def _kept(self, name: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for key, value in attributes.items():
            namespace, _, local = key.rpartition("}")
            known = ATTRIBUTES if not namespace else _WITH_PREFIX.get(f"{namespace}}}", ())
            if local in known and _is_safe(name, local, value):
                yield f"{_PREFIXES.get(namespace + '}', '')}{local}", value
                continue
            self.is_untouched = False
            if not _is_foreign(key):
                self.dropped.append(local)

    def end(self, tag: str) -> None:
        """Close an element."""
        self._depth -= 1
        if self._silent:
            self._silent -= 1
            return
        if self._style is not None:
            self._finish_style("".join(self._style))
        name = tag.removeprefix(_SVG)
        self.parts.append(f"</{_NAMELESS.get(name, name)}>")

    def _finish_style(self, css: str) -> None:
        self._style = None
        if _LEADS_ASIDE.search(css):
            self.is_untouched = False
            self.dropped.append("<style>")
        else:
            self.parts.append(escape(css))

    def write(self, text: str) -> None:
        """Write text."""
        if self._silent:
            return
        if self._style is not None:
            self._style.append(text)
        else:
            self.parts.append(escape(text))

    def declare(self, version: str, encoding: str | None, standalone: int) -> None:  # noqa: ARG002
        """Write anew what browsers would read in another way than it is read here."""
        if version != "1.0" or (encoding or "utf-8").lower() != "utf-8":
            self.is_untouched = False

    def leave_out_doctype(self, *_: object) -> None:
        """Leave out the declaration of the kind of document, which many programs write."""
        self.is_untouched = False

    def leave_out_instruction(self, target: str, data: str) -> None:  # noqa: ARG002 - expat's signature
        """Leave out what is meant for a program, such as the address of a stylesheet."""
        self.is_untouched = False
        self.dropped.append(f"<?{target}?>")


def _is_foreign(name: str) -> bool:
    """Whether a name belongs to the program that made the picture: it shows and does nothing."""
    ours = (_SVG, _XLINK, _XML)
    return (
        name == f"{_SVG}metadata" or name.startswith("data-") or ("}" in name and not name.startswith(ours))
    )


def _is_safe(element: str, attribute: str, value: str) -> bool:
    """Whether a value leads nowhere out of the picture; pixels may be held by it."""
    if attribute == "href":
        return value.startswith("#") or (element == "image" and _PIXELS.fullmatch(value) is not None)
    return attribute in WORDS or _LEADS_ASIDE.search(value) is None
