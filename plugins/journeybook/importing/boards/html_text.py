"""Reduce the HTML of notes to text: paragraphs and list entries are lines, links stand in brackets."""

import re
from html import unescape

import nh3

from journeybook.frontmatter import without_forbidden

_TAGS = {"p", "div", "br", "li", "ul", "ol", "a", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "td", "th"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_LINK = re.compile(r'<a(?:\s+href="(?P<url>[^"]*)")?[^<>]*>(?P<text>.*?)</a>', re.DOTALL)
_LISTED = re.compile(r"<li[^<>]*>")
_END_OF_LINE = re.compile(r"<br[^<>]*>|</?(?:p|div|li|ul|ol|h[1-6]|tr)(?:\s[^<>]*)?>")
_MARKUP = re.compile(r"<[^<>]*>")
_BLANKS = re.compile(r"[^\S\n]+")
_HAS_MARKUP = re.compile(r"[<&]")
_LONGEST = 64 * 1024


def text_of_html(html: str) -> str:
    """Return what a reader sees of the HTML, line by line, without empty lines; of `javascript:` nothing."""
    text = html[:_LONGEST]
    if _HAS_MARKUP.search(text):
        text = nh3.clean(text, tags=_TAGS, attributes={"a": {"href"}}, url_schemes=_SCHEMES, link_rel=None)
        text = _LINK.sub(_link, text.replace("\n", " "))
        text = _END_OF_LINE.sub("\n", _LISTED.sub("\n- ", text))
        text = unescape(_MARKUP.sub(" ", text))
    lines = (_BLANKS.sub(" ", line).strip() for line in without_forbidden(text).split("\n"))
    return "\n".join(line for line in lines if line.strip("-")).strip()


def _link(found: re.Match[str]) -> str:
    text, url = found["text"], found["url"] or ""
    shown = _MARKUP.sub("", text).strip()
    is_told = not url or url in {shown, f"http://{shown}", f"https://{shown}", f"mailto:{shown}"}
    return text if is_told else f"{text} ({url})"
