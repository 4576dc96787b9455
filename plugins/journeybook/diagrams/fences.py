"""Turn Mermaid source and fences into the block of HTML that the loader draws."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from itertools import chain, zip_longest

from markupsafe import Markup, escape

from journeybook.cleaning import asked_by_diagram, published_id
from journeybook.diagrams.room import room

WORD = "mermaid"
"""The class of fences; mermaid2-plugin parses every page that contains it, so no block does."""

_CLASS = rf'\bclass="(?:[^"]*\s)?(?:{{}}){WORD}(?:\s[^"]*)?"'
_OPENING = re.compile(
    rf"""
      <(?P<tag>div|pre)\ (?P<raw>\ )?(?P<attributes>[^<>]*?{_CLASS.format("")}[^<>]*)>(?P<code><code>)?
    | <pre(?P<pre_attributes>(?:\s[^<>]*)?)><code\ [^<>]*?{_CLASS.format("language-")}[^<>]*>
    """,
    re.VERBOSE,
)
_ID = re.compile(r'\bid="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of the loader around a diagram, in the reader's language."""

    copy: str = ""
    """Label of the button that copies the source; without it there is no button."""
    copied: str = ""
    """Said once the source is copied."""
    failed: str = ""
    """Said above the source when the diagram cannot be drawn."""


SILENT = Words()
"""No button and no messages."""


def block(
    source: str, *, label: str, words: Words = SILENT, anchor: str = "", is_trusted: bool = False
) -> Markup:
    """Return a diagram's HTML: its source, readable as it is, which the loader draws.

    The label names the diagram to screen readers; the anchor becomes its id; the style is
    how high the drawing will be. The drawing is cleaned unless its source is trusted, as
    the site's owner's is. No markup contains `WORD`.
    """
    attributes = {
        "class": "jb-diagram",
        "id": anchor,
        "data-jb-copy": words.copy,
        "data-jb-copied": words.copied,
        "data-jb-failed": words.failed,
        "role": "group",
        "aria-label": label,
        "tabindex": "0",
        "style": f"--jb-room:{room(source)}",
    }
    written = " ".join(f'{name}="{_text(value)}"' for name, value in attributes.items() if value)
    text = _text(source.strip("\n"))  # HTML drops a newline that opens a <pre>
    inner = f'<pre class="jb-diagram__source">{text}</pre>'
    flags = f"data-jb-diagram{' data-jb-trusted' * is_trusted} data-search-exclude"
    return Markup(f"<figure {written} {flags}>{inner}</figure>")  # noqa: S704 - escaped


def draw_fences(
    html: str, *, label: str, words: Words = SILENT, clean: Callable[[str], str] | None = None
) -> str:
    """Return a page's HTML with every Mermaid fence as a block of exactly the source that its author wrote.

    Call it on what Markdown gave, before anything parses the HTML: one of mermaid2's formatters leaves the
    source unescaped. What stands around the blocks is cleaned, if that is asked for; then only blocks are
    drawn, and none that would have a browser ask another host.
    """
    if WORD not in html:
        return clean(html) if clean else html
    around, blocks = _parted(html, label=label, words=words, is_strict=clean is not None)
    if clean is None:
        return "".join(chain.from_iterable(zip_longest(around, blocks, fillvalue="")))
    mark = f"jb-{hashlib.blake2b(html.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}"
    marks = [f'<figure title="{mark}-{number}"></figure>' for number in range(len(blocks))]
    cleaned = clean("".join(chain.from_iterable(zip_longest(around, marks, fillvalue=""))))
    places = re.compile(rf'<figure title="{mark}-(\d+)"></figure>')
    return places.sub(lambda found: blocks[int(found[1])], cleaned)


def _parted(html: str, *, label: str, words: Words, is_strict: bool) -> tuple[list[str], list[str]]:
    """The HTML around the fences, and a block for each."""
    around: list[str] = []
    blocks: list[str] = []
    done = search = 0
    while opening := _OPENING.search(html, search):
        search, closing = opening.end(), _closing(opening)
        end = html.find(closing, search)
        if end < 0:
            continue
        source = html[search:end] if opening["raw"] else unescape(html[search:end])
        around.append(html[done : opening.start()])
        anchor = _anchor(opening)
        if is_strict and asked_by_diagram(source):
            blocks.append(f"<pre><code>{_text(source)}</code></pre>")
        else:
            anchor = published_id(anchor) if is_strict else anchor
            made = block(source, label=label, words=words, anchor=anchor, is_trusted=not is_strict)
            blocks.append(made)
        done = search = end + len(closing)
    return [*around, html[done:]], blocks


def _closing(opening: re.Match[str]) -> str:
    # mermaid2's formatters, known by two spaces in the opening tag, escape nothing and add a newline.
    coded = opening["tag"] is None or opening["code"]
    closing = "</code></pre>" if coded else f"</{opening['tag']}>"
    return "\n" + closing if opening["raw"] else closing


def _anchor(opening: re.Match[str]) -> str:
    found = _ID.search(opening["attributes"] or opening["pre_attributes"] or "")
    return unescape(found[1]) if found else ""


def _text(value: str) -> str:
    # Not `escape(value)`: source that comes as Markup is no markup here.
    return str(escape(str(value))).replace(WORD, f"&#{ord(WORD[0])};{WORD[1:]}")
