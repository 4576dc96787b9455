"""Lists that readers filter, sort, print and take away: the attributes of rows, and what a list offers."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlencode

T = TypeVar("T")

Choice = tuple[str, str]
"""A value of rows, and what readers see for it."""
NONE = "none"
"""The value that stands for rows without any, where a list offers to look for them."""
ALL = "all"
"""The choice that leaves every row, in a filter that has another one by default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A choice by which a list is narrowed."""

    name: str
    """The name of the rows' words that it is matched against, and in the page's address."""
    title: str
    choices: tuple[Choice, ...]
    default: Choice | None = None
    """What is shown as long as nothing else is asked for; every row otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[T]):
    """A thing in a list."""

    item: T
    facets: Mapping[str, str]
    """The words that filters look for, by the filter's name."""
    keys: Mapping[str, str]
    """The keys by which it is sorted, by the name of the order."""
    words: str = ""
    """What it is found by besides what it shows."""
    is_aside: bool = False
    """Whether it is shown only when a filter asks for it."""

    @property
    def attributes(self) -> dict[str, str]:
        """The attributes in which scripts find all this."""
        found = attributes(self.facets, self.keys)
        found |= {"data-words": self.words} if self.words else {}
        return found | ({"hidden": "hidden"} if self.is_aside else {})


class _Thing(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def title(self) -> str: ...


def pairs(things: Iterable[_Thing]) -> Iterator[Choice]:
    """Ids and titles, as choices."""
    return ((thing.id, thing.title) for thing in things)


def words(*ids: str | None) -> str:
    """Join what a row is found by, without what is missing."""
    return " ".join(item for item in ids if item)


def key(value: object) -> str:
    """The sort key of a row, as scripts read it: empty where there is nothing to compare."""
    return "" if value is None else str(value)


def attributes(facets: Mapping[str, str], keys: Mapping[str, str]) -> dict[str, str]:
    """The attributes of a row in which scripts find what filters look for, and what it is sorted by."""
    found = {f"data-{name}": value for name, value in facets.items()}
    return found | {f"data-by-{name}": value for name, value in keys.items()}


def narrowed(address: str, **wanted: str) -> str:
    """The address of a list of all things of a sort, as its filters narrow it."""
    return f"{address}?{urlencode(wanted)}#all_{address[:-1].replace('-', '_')}" if wanted else address


def filters(
    rows: Sequence[Mapping[str, str]], offered: Iterable[tuple[str, str, Iterable[Choice]]]
) -> Iterator[Filter]:
    """Yield the filters, by name, title and choices, that leave a choice: between values that rows have."""
    for name, title, choices in offered:
        found = {word for row in rows for word in row.get(name, "").split()}
        possible = tuple(choice for choice in choices if choice[0] in found)
        if len(possible) > 1:
            yield Filter(name=name, title=title, choices=possible)
