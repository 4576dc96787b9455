"""Find what stands around a table and tells of the journey as a whole: its title, its persona, its goal."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from journeybook.importing.journeys.account import Account, in_short
from journeybook.importing.journeys.grid import Grid, GridCell
from journeybook.importing.journeys.rows import IGNORED, why_aside
from journeybook.importing.journeys.tables import is_fact, is_of_person
from journeybook.importing.words.labels import certain, is_among, is_named_so, plain_words, says_nothing
from journeybook.importing.words.mapping import NameMapping
from journeybook.messages import N_

_LONGEST_TITLE = 120
_PARTED = re.compile(r"\s+[–—|-]\s+|:\s+|\s*[()]\s*")
_GENRE = re.compile(
    r"^(?:(?:customer|user) journey(?: map)?|journey map|experience map|service blueprint)\s+(?=\w)",
    re.IGNORECASE,
)
_DATED = re.compile(r"[\s\d./:,-]+$")
_QUOTED = re.compile(r"(?P<genre>[^\"„“»]+?)\s*[\"„“»](?P<title>[^\"“”«]+)[\"“”«]")
_NEAR = 2
_STATES = {
    "current": frozenset(
        {
            "ist",
            "istzustand",
            "istanalyse",
            "istprozess",
            "istjourney",
            "aktuell",
            "aktuellerzustand",
            "heute",
            "asis",
            "asisstate",
            "current",
            "currentstate",
            "today",
        }
    ),
    "future": frozenset(
        {
            "soll",
            "sollzustand",
            "sollprozess",
            "solljourney",
            "zielbild",
            "zielzustand",
            "zukunft",
            "kuenftig",
            "tobe",
            "tobestate",
            "future",
            "futurestate",
            "target",
            "targetstate",
        }
    ),
}


@dataclass(kw_only=True)
class Fact:
    """Something that is said of a journey as a whole."""

    field: str
    text: str
    spot: GridCell
    names: GridCell | None = None
    """The cell that says what it is, where that is another one."""


@dataclass(kw_only=True)
class Surroundings:
    """The cells around a table."""

    facts: list[Fact] = field(default_factory=list)
    titles: list[GridCell] = field(default_factory=list)
    """Texts that nothing names, in the order of the sheet: the title, and what stands below it."""


def read_around(
    spots: Sequence[GridCell], grid: Grid, mapping: NameMapping, account: Account
) -> Surroundings:
    """Read the cells around a table; those that say nothing of the journey are left for later."""
    around = Surroundings()
    used: set[tuple[int, int]] = set()
    free = {spot.key for spot in spots}
    card = _card(spots)
    for spot in spots:
        if spot.key in used:
            continue
        if mapping.is_ignored(spot.text.partition(":")[0]):
            account.leave(spot, IGNORED, name=in_short(spot.text))
        elif found := list(_facts(spot, grid, free)):
            used |= {fact.spot.key for fact in found}
            around.facts += _of_person(found, account) if spot.key in card else found
        elif aside := _aside(spot, grid, free):
            for each in aside:
                used.add(each.key)
                account.leave(each, N_("“%(text)s” stands beside the journey."), text=in_short(each.text))
        else:
            around.titles.append(spot)
    return around


def _card(spots: Sequence[GridCell]) -> set[tuple[int, int]]:
    """The cells of a persona's card: those in one column with her age, and without an empty line between."""
    found: set[tuple[int, int]] = set()
    for person in spots:
        if is_of_person(person.text.partition(":")[0]):
            column = {spot.line: spot for spot in spots if spot.place == person.place}
            for step in (-1, 1):
                line = person.line
                while line in column:
                    found.add(column[line].key)
                    line += step
    return found


def _of_person(facts: Sequence[Fact], account: Account) -> Iterator[Fact]:
    """The facts on the card of a persona beside a journey: the name is hers, the rest tells of her."""
    for fact in facts:
        if fact.field in {"title", "persona"}:
            fact.field = "persona"
            yield fact
        else:
            for spot in {spot.key: spot for spot in (fact.names, fact.spot) if spot}.values():
                account.leave(spot, N_("“%(text)s” tells more of the persona."), text=in_short(spot.text))


def _facts(spot: GridCell, grid: Grid, free: set[tuple[int, int]]) -> Iterator[Fact]:
    """The facts that a cell says: in its own lines as `Persona: Anna`, or in the cell beside or below it."""
    lines = [line for line in spot.text.split("\n") if line.strip()]
    for number, line in enumerate(lines):
        name, colon, value = line.partition(":")
        found = certain(name, "journey")
        if found is None:
            continue
        if value.strip():
            more = _more_of(lines[number + 1 :])
            yield Fact(field=found.field, text="\n".join([value.strip(), *more]), spot=spot)
        elif len(lines) > number + 1 and colon:
            yield Fact(field=found.field, text="\n".join(_more_of(lines[number + 1 :])), spot=spot)
        elif len(lines) == 1 and (other := _beside(spot, grid, free)):
            yield Fact(field=found.field, text=other.text, spot=other, names=spot)


def _more_of(lines: Sequence[str]) -> list[str]:
    """The lines that go on with a fact: until the next one that is named."""
    more = []
    for line in lines:
        if ":" in line and certain(line.partition(":")[0], "journey"):
            break
        more.append(line.strip())
    return more


def _beside(spot: GridCell, grid: Grid, free: set[tuple[int, int]]) -> GridCell | None:
    """The value of a name: the next cell to its right, or the one below it."""
    after = spot.place + spot.places
    to_the_right = (grid.own(spot.line, place) for place in range(after, after + _NEAR))
    right = next(filter(None, to_the_right), None)
    below = grid.own(spot.last_line + 1, spot.place)
    if right:
        return right if _can_be_value(right, free) else None
    return below if below and _can_be_value(below, free) else None


def _can_be_value(spot: GridCell, free: set[tuple[int, int]]) -> bool:
    is_name = is_fact(spot.text) or is_aside(spot.text) or is_named_so(spot.text, "journey")
    return spot.key in free and not is_name


def _aside(spot: GridCell, grid: Grid, free: set[tuple[int, int]]) -> list[GridCell]:
    """A cell that tells of the sheet and not of the journey, such as its author, with its value."""
    _, colon, value = spot.text.partition(":")
    if not is_aside(spot.text):
        return []
    is_dated = any(map(str.isdigit, spot.text))
    if why_aside(spot.text) and not value.strip():
        return [each for each in grid.in_line(spot.line, spot.place) if each.key in free]
    other = None if value.strip() or is_dated else _beside(spot, grid, free)
    return [spot, other] if other else [spot] if colon or is_dated or is_among(spot.text, "aside") else []


def is_aside(text: str) -> bool:
    """Whether a text tells of the sheet: its author, its date, a note."""
    name = _DATED.sub("", text.partition(":")[0])
    return any(is_among(name, kind) for kind in ("aside", "note", "legend", "total"))


def without_genre(title: str) -> str:
    """A title without the words for what it is: `Customer Journey Map: Online bestellen (Ist)`."""
    text = " ".join(title.split())
    parts = [part for part in _PARTED.split(text) if part]
    kept = [part for part in parts if not is_generic(part) and not state_in(part)]
    whole = _without_state(" – ".join(kept) if 0 < len(kept) < len(parts) else text)
    return _GENRE.sub("", _unquoted(whole)) or whole


def _unquoted(text: str) -> str:
    """The text in quotes behind the words for what it is: `Customer Journey „Umzug“`."""
    found = _QUOTED.fullmatch(text)
    return found["title"] if found and is_generic(found["genre"]) else text


def _without_state(text: str) -> str:
    """A title without the state before it: `Soll-Journey Ratenkredit`, `IST Kontoeröffnung`."""
    first, _, rest = text.partition(" ")
    is_marked = is_state(first) and ("-" in first or first.isupper())
    return rest.strip() if is_marked and rest.strip() else text


def is_generic(title: str) -> bool:
    """Whether a title says no more than that it is a sheet or a journey map."""
    words = [word for word in plain_words(title) if not word.isdigit()]
    joined = "".join(words).rstrip("0123456789")
    return not words or is_among(joined, "generic")


def state_in(text: str) -> str:
    """Whether a text says that a journey is the current or a future one: `Ist-Zustand`, `To be`."""
    first = text.partition(" ")[0] if _without_state(text) != text else ""
    parts = ["".join(plain_words(part)) for part in (text, first, *_PARTED.split(text))]
    return next((state for state, forms in _STATES.items() if not forms.isdisjoint(parts)), "")


def is_state(text: str) -> bool:
    """Whether a text says no more than which state it is of."""
    return any("".join(plain_words(text)) in forms for forms in _STATES.values())


def title_among(around: Surroundings, last_line: int) -> GridCell | None:
    """The text that is the title: the first that says more than that it is a map."""
    for spot in around.titles:
        is_short = len(spot.text) <= _LONGEST_TITLE and spot.number is None and spot.cell.day is None
        is_saying = not is_generic(spot.text) and not says_nothing(spot.text)
        is_saying = is_saying and not is_named_so(spot.text, "journey") and "=" not in spot.text
        if is_short and is_saying and spot.line < last_line and not is_state(spot.text):
            return spot
    return None


def by_field(facts: Sequence[Fact]) -> Mapping[str, list[Fact]]:
    """Facts by what they are about."""
    found: dict[str, list[Fact]] = {}
    for fact in facts:
        found.setdefault(fact.field, []).append(fact)
    return found
