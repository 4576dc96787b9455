"""Find what the cells of a workbook name: by the id in brackets, by title, and else as something new."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from journeybook.kinds import IN_FILES, IN_HANDBOOK, IN_JOURNEYS, ThingKind
from journeybook.model import Reference, is_id, slug
from journeybook.notation.escapes import sheet_unescaped

_IN_BRACKETS = re.compile(r"(?:^|(?<=\s))\[([^\[\]]+)\]$")
_QUOTES = str.maketrans({"„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "\xa0": " "})


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Something that a cell names and nothing lists."""

    kind: ThingKind
    name: str
    """The id that it gets."""
    title: str
    address: str


@dataclass(slots=True)
class NamedThings:
    """Everything that cells may name."""

    ids: dict[str, set[str]] = field(default_factory=dict)
    by_title: dict[str, dict[str, str]] = field(default_factory=dict)
    newcomers: dict[tuple[ThingKind, str], Newcomer] = field(default_factory=dict)

    def add(self, kind: str, name: str, title: str) -> None:
        """Make a thing known."""
        self.ids.setdefault(kind, set()).add(name)
        self.by_title.setdefault(kind, {}).setdefault(likened(title), name)

    def add_shown(self, things: Mapping[str, Mapping[str, str]]) -> None:
        """Make things known by what the drop-downs of a workbook say for them."""
        for kind, shown in things.items():
            for name, title in shown.items():
                self.add(kind, name, title.removesuffix(f"[{name}]"))

    def find(self, reference: Reference, text: str, address: str) -> str:
        """The id of what a text names, or the text itself where a text may stand."""
        kind, known = reference.kind, self.ids.get(reference.kind, set())
        bracket = _IN_BRACKETS.search(text)
        if bracket and (bracket[1] in known or kind in IN_JOURNEYS):
            return bracket[1]
        plain = sheet_unescaped(text)
        if plain in known or kind in IN_JOURNEYS:
            return plain
        found = self.by_title.get(kind, {}).get(likened(plain))
        if found or reference.or_text or (reference.until_listed and not known):
            return found or plain
        return self._welcome(kind, bracket[1] if bracket else "", plain, address)

    def _welcome(self, kind: ThingKind, name: str, text: str, address: str) -> str:
        title = text.removesuffix(f"[{name}]").strip() if is_id(name) else text
        own = name if is_id(name) else slug(title, fallback=kind)
        if kind not in (*IN_FILES, *IN_HANDBOOK):
            return text
        self.newcomers.setdefault((kind, own), Newcomer(kind, own, title or own, address))
        self.add(kind, own, title)
        return own

    def new(self, kind: ThingKind) -> Iterator[Newcomer]:
        """Yield what is new of a kind."""
        return (newcomer for newcomer in self.newcomers.values() if newcomer.kind is kind)


def likened(text: str) -> str:
    """A text without what programs change by themselves: case, curly quotes, blanks."""
    return " ".join(text.translate(_QUOTES).casefold().split())
