"""Tell which files of a journeys folder are translations of others: `x.en.md` beside `x.md`."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from journeybook.frontmatter import MAX_HEADER
from journeybook.load.document import id_in
from journeybook.load.source import Source

_NAME = re.compile(
    r"(?P<stem>.+)\.(?P<language>[a-z]{2}(?:-[A-Za-z]{2,4})?)(?P<ending>\.md|\.markdown|\.yml)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """A file that says in another language what its original says."""

    inside: str
    """The path below the journeys folder."""
    original: str
    language: str


def path_in(inside: str, language: str) -> str:
    """The path of the translation of a file into a language."""
    stem, _, ending = inside.rpartition(".")
    return f"{stem}.{language}.{ending}"


def find_translations(paths: Collection[str], source: Source) -> Iterator[Translation]:
    """Yield the translations among files; what has an id of its own is no translation but another thing."""
    known = frozenset(paths)
    for inside in paths:
        match = _NAME.fullmatch(inside)
        original = f"{match['stem']}{match['ending']}" if match else ""
        if match and original in known and not _is_another(source, inside, original):
            yield Translation(inside=inside, original=original, language=match["language"])


def _is_another(source: Source, inside: str, original: str) -> bool:
    own = _id_of(source, inside)
    return own is not None and own != _id_of(source, original)


def _id_of(source: Source, inside: str) -> str | None:
    try:
        is_file = isinstance(source.identity(inside), (tuple, str))
        return id_in(source.read(inside)[:MAX_HEADER]) if is_file else None
    except OSError:
        return None
