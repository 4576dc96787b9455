"""One list of the HTML that authors may publish: it is cleaned by it, and told by it what goes."""

import re
from collections.abc import Collection
from html import escape, unescape

import nh3

from journeybook.cleaning.addresses import SCHEMES, asks_another_host
from journeybook.cleaning.embedding import FRAME_ATTRIBUTES, with_frames
from journeybook.cleaning.names import is_closed_class, published_id
from journeybook.cleaning.tips import as_tip

_SVG = {"svg", "path"}
_FORM = {"input", "label"}
_TAGS = (
    nh3.ALLOWED_TAGS
    | _SVG
    | _FORM
    | {"details", "summary", "figure", "figcaption", "div", "span", "nav", "section"}
)
_ATTRIBUTES = {
    **{tag: set(names) for tag, names in nh3.ALLOWED_ATTRIBUTES.items()},
    "*": {"class", "id", "title", "lang", "dir", "role", "tabindex", "aria-label", "aria-hidden", "hidden"},
    "a": {"href", "hreflang", "name"},
    "svg": {"viewBox", "width", "height"},
    "path": {"d"},
    "input": {"type", "checked", "disabled", "name"},
    "label": {"for"},
    "ol": {"start", "reversed", "type"},
    "details": {"open"},
    "div": {"data-tabs"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
    "td": {"align", "colspan", "rowspan", "style"},
}


_OFTEN_PASTED = {"iframe", "script", "style", "font", "big", "button", "form", "video", "audio"}
_ADDRESSES = {"href", "src", "cite"}
_WITH_STYLE = {"text-align"}
_SWITCHES = {"checkbox", "radio"}
_READ_BY_MARKDOWN = {"markdown"}
"""Attributes that an extension of Markdown takes for itself."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ELEMENTS = _words(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd keygen label
    legend li link main map mark marquee math menu meta meter nav nobr noembed noframes noscript
    object ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp
    script search section select slot small source span strike strong style sub summary sup svg table
    tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp
    """
)
_VOID = _words(
    """
    area base basefont bgsound br col embed frame hr img input keygen link meta param source track
    wbr
    """
)
_CLOSED_BY_OTHERS = _words(
    """
    body caption colgroup dd dt head html li optgroup option p rp rt tbody td tfoot th thead tr
    """
)
_ATTRIBUTE = r"\s[^\s\"=>]+(?:=\"[^\"]*\")?"
_ELEMENT = re.compile(rf"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:{_ATTRIBUTE})*)>")
_FORMULA = re.compile(r"</?math\b[^<>]*>", re.IGNORECASE)
"""Within a formula the cleaning drops text, and all that follows one that is not closed."""
_FINISHED = re.compile(r"<(?:a|img|label)\b|\bdata-tabs\b")
_IDS = re.compile(r"\sid=\"([^\"]*)\"")
_FOOTNOTE = "footnote-ref"
"""Material follows the address of what has this class."""
_VALUE = re.compile(r"\s(?P<name>[^\s\"=>]+)(?:=\"(?P<value>[^\"]*)\")?")
_PLACES = {"href", "id", "name"}
_TABS = re.compile(r"(?:\s*<input [^>]*>)+\s*<div class=\"tabbed-labels\">")


def clean_html(html: str, hosts: Collection[str] = ()) -> str:
    """Keep what Markdown and its extensions make, and drop scripts, styles and everything that acts.

    Of frames, those stay that show a page of one of the hosts.
    """
    if not html:
        return html
    cleaned = nh3.clean(
        _FORMULA.sub("", html),
        tags=_TAGS | {"iframe"} if hosts else _TAGS,
        attributes={**_ATTRIBUTES, "iframe": set(FRAME_ATTRIBUTES)} if hosts else _ATTRIBUTES,
        attribute_filter=_published,
        filter_style_properties=_WITH_STYLE,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    if "<iframe" in cleaned:
        cleaned = with_frames(cleaned, hosts)
    return _Finishing(cleaned).html() if _FINISHED.search(cleaned) else cleaned


def _published(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute as it is published; nothing where the attribute goes."""
    match name:
        case "class":
            words = value.split()
            kept = [
                word for word in words if not (is_closed_class(word) or (word == _FOOTNOTE and tag != "a"))
            ]
            return value if kept == words else " ".join(kept) or None
        case "id" | "name" | "for":
            return published_id(value)
        case "href" if value.startswith("#"):
            return f"#{published_id(value[1:])}"
        case "title":
            return as_tip(value)
        case "type" if tag == "input":
            return value if value in _SWITCHES else "checkbox"
    return value


class _Finishing:
    """Goes through cleaned HTML once more, for what one attribute alone does not tell."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._ids = set(_IDS.findall(html))
        self._is_linked = self._is_dropped = False

    def html(self) -> str:
        """Return the HTML without empty links, foreign pictures, and switches of what is not the author's."""
        return _ELEMENT.sub(self._replace, self._html)

    def _replace(self, found: re.Match[str]) -> str:
        match found["name"]:
            case "a":
                return self._link(found)
            case "img":
                return self._picture(found)
            case "label" if _values(found).get("for") not in {None, *self._ids}:
                return _without(found, "for")
            case "div" if "data-tabs" in _values(found) and not _TABS.match(self._html, found.end()):
                return _without(found, "data-tabs")
        return found[0]

    def _link(self, found: re.Match[str]) -> str:
        """Leave the words of links that lead nowhere, and can be led to from nowhere."""
        values = _values(found)
        if not found["close"]:
            self._is_dropped = _PLACES.isdisjoint(values)
        self._is_linked = not found["close"] and not self._is_dropped
        if self._is_dropped:
            return ""
        return found[0] if "href" in values or found["close"] else found[0].replace(_FOOTNOTE, "")

    def _picture(self, found: re.Match[str]) -> str:
        """Make a link of a picture that a reader's browser would ask another host for."""
        values = _values(found)
        address = values.get("src", "")
        if not asks_another_host(address):
            return found[0]
        words = escape(unescape(values.get("alt", "")) or unescape(address))
        return words if self._is_linked else f'<a href="{address}">{words}</a>'


def _values(found: re.Match[str]) -> dict[str, str]:
    return {item["name"]: item["value"] or "" for item in _VALUE.finditer(found["attributes"])}


def _without(found: re.Match[str], name: str) -> str:
    return re.sub(rf"\s{name}(?:=\"[^\"]*\")?", "", found[0])


def drops_tag(name: str) -> bool:
    """Whether an HTML element is taken away; what stands in it stays, unless it is for no reader."""
    return name not in _TAGS


def is_html(name: str) -> bool:
    """Whether a word is the name of an HTML element that people write into texts."""
    return name.lower() in _TAGS or name.lower() in _OFTEN_PASTED


def is_element(name: str) -> bool:
    """Whether HTML has an element of this name in small letters."""
    return name in _ELEMENTS


def needs_end(name: str) -> bool:
    """Whether an element lasts until a closing tag."""
    return name in _ELEMENTS and name not in _VOID


def may_lack_end(name: str) -> bool:
    """Whether an element ends with the one around it, or with the next of its kind, without a closing tag."""
    return name in _CLOSED_BY_OTHERS


def drops_attribute(tag: str, name: str) -> bool:
    """Whether an attribute of an element that stays is taken away."""
    kept = _ATTRIBUTES.get(tag, set()) | _ATTRIBUTES["*"] | _READ_BY_MARKDOWN
    return name not in {word.lower() for word in kept}


def holds_address(attribute: str) -> bool:
    """Whether an attribute holds an address."""
    return attribute in _ADDRESSES
