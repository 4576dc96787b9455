"""Write a digest as text, as Markdown for an issue, or as a page; texts of authors stay texts."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from journeybook.characters import shown, unheard
from journeybook.pages.reviews.digest import Digest, DigestLine, DigestPart
from journeybook.report.blocks import MAX_COMMENT, Block, fill
from journeybook.report.encoded import in_markup
from journeybook.report.safe_markdown import plain

_MARK = "<!-- journeybook digest -->"
"""The first line, by which a program finds the issue again."""


def digest_text(digest: Digest) -> str:
    """Write lines for a terminal."""
    return unheard("\n".join(_text(digest)) + "\n")


def _text(digest: Digest) -> Iterator[str]:
    yield _line(digest.title)
    yield _line(digest.period)
    yield from map(_line, digest.notes)
    for part in digest.parts:
        yield from ("", _line(part.title))
        for line in part.lines:
            mark = f" [{_line(line.mark)}]" if line.mark else ""
            yield f"  {_line(line.words)}{mark}"
        if not part.lines:
            yield f"  {_line(part.empty)}"
        if part.more:
            yield f"  {_line(part.more)}"


def _line(text: str) -> str:
    return shown(" ".join(text.split()))


def digest_markdown(digest: Digest, *, limit: int = MAX_COMMENT) -> str:
    """Write an issue of at most so many characters; what there is no room for is left out at its end."""
    written, _ = fill(f"{_MARK}\n", _blocks(digest), limit)
    return unheard(written)


def notes_markdown(notes: Digest, *, limit: int = MAX_COMMENT) -> str:
    """Write release notes, likewise."""
    return unheard(fill("", _blocks(notes), limit)[0])


def _blocks(digest: Digest) -> Iterator[Block]:
    notes = "".join(f"\n{plain(note)}\n" for note in digest.notes)
    yield Block(f"## {plain(digest.title)}\n\n{plain(digest.period)}\n{notes}")
    for part in digest.parts:
        yield _block(part)


def _block(part: DigestPart) -> Block:
    opening, closing = f"\n### {plain(part.title)}\n\n", f"\n{plain(part.more)}\n" if part.more else ""
    if not part.lines:
        return Block(f"{opening}{plain(part.empty)}\n")
    return Block(opening, tuple(map(_item, part.lines)), closing)


def _item(line: DigestLine) -> str:
    mark = f" **{plain(line.mark)}**" if line.mark else ""
    return f"- {plain(line.words)}{mark}\n"


def digest_html(digest: Digest) -> str:
    """Write a page that needs nothing beside itself."""
    return in_markup(_template().render(digest=digest))


def _readable(value: Any) -> Any:
    """Put a text on one line without characters that are not shown; what is HTML already stays as it is."""
    return _line(value) if type(value) is str else value


@cache
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("journeybook.report.digests", ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_readable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html")
