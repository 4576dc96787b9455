"""One list of the HTML that authors may publish: it is cleaned by it, and told by it what goes."""

import re
from collections.abc import Collection
from html import unescape

import nh3

from journeybook.cleaning.embedding import FRAME_ATTRIBUTES, with_frames

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
    "figure": {
        "data-jb-diagram",
        "data-jb-copy",
        "data-jb-copied",
        "data-jb-failed",
        "data-search-exclude",
        "style",
    },
    "div": {"data-tabs"},
    "th": {"align", "colspan", "rowspan", "scope", "style"},
    "td": {"align", "colspan", "rowspan", "style"},
}


_OFTEN_PASTED = {"iframe", "script", "style", "font", "big", "button", "form", "video", "audio"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_ADDRESSES = {"href", "src", "cite"}
_WITH_STYLE = {"text-align", "--jb-room"}
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
_SCHEME = re.compile(r"(?P<name>[a-zA-Z][a-zA-Z0-9+.-]*):")
_IGNORED_BY_BROWSERS = re.compile(r"[\x00-\x20]+")
_ATTRIBUTE = r"\s[^\s\"=>]+(?:=\"[^\"]*\")?"
_ELEMENT = re.compile(rf"<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*)(?P<attributes>(?:{_ATTRIBUTE})*)>")
_FORMULA = re.compile(r"</?math\b[^<>]*>", re.IGNORECASE)
"""Within a formula the cleaning drops text, and all that follows one that is not closed."""
_PLACES = re.compile(r"\s(?:href|id|name)=")


def clean_html(html: str, hosts: Collection[str] = ()) -> str:
    """Keep what Markdown and its extensions make, and drop scripts, styles and everything that acts.

    Of frames, those stay that show a page of one of the hosts.
    """
    cleaned = nh3.clean(
        _FORMULA.sub("", html),
        tags=_TAGS | {"iframe"} if hosts else _TAGS,
        attributes={**_ATTRIBUTES, "iframe": set(FRAME_ATTRIBUTES)} if hosts else _ATTRIBUTES,
        filter_style_properties=_WITH_STYLE,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    if "<iframe" in cleaned:
        cleaned = with_frames(cleaned, hosts)
    return _without_empty_links(cleaned) if "<a" in cleaned else cleaned


def _without_empty_links(html: str) -> str:
    """Leave the words of links that lead nowhere, and can be led to from nowhere."""
    is_dropped = False

    def replace(found: re.Match[str]) -> str:
        nonlocal is_dropped
        if found["name"] != "a":
            return found[0]
        if not found["close"]:
            is_dropped = _PLACES.search(found["attributes"]) is None
        return "" if is_dropped else found[0]

    return _ELEMENT.sub(replace, html)


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


def drops_address(address: str) -> bool:
    """Whether an address is taken away from the link or picture that leads there."""
    scheme = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", unescape(address)))
    return scheme is not None and scheme["name"].lower() not in _SCHEMES


def holds_address(attribute: str) -> bool:
    """Whether an attribute holds an address."""
    return attribute in _ADDRESSES
