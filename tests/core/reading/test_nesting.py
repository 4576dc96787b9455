"""The limit of nesting is ours: it speaks first, at the same place, whatever limits the parser has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeybook.frontmatter import Refused, read_yaml
from journeybook.frontmatter.yaml_events import MAX_DEPTH

MESSAGE = f"The header is nested deeper than {MAX_DEPTH} levels."


@dataclass(frozen=True)
class Opening:
    """One way to begin levels of nesting."""

    text: str
    closing: str
    at: tuple[int, ...]
    """Where in the text each level begins."""
    value: Callable[[Any], Any] = field(repr=False)
    """What is read, made from the value inside."""


BLOCK = (
    Opening("- ", "", (0,), lambda inner: [inner]),
    Opening("- k:\n", "", (0, 2), lambda inner: [{"k": inner}]),
)
FLOW = (
    Opening("[", "]", (0,), lambda inner: [inner]),
    Opening("{k: ", "}", (0,), lambda inner: {"k": inner}),
    Opening("[k: ", "]", (0, 1), lambda inner: [{"k": inner}]),
    Opening("['[]{''[', ", "]", (0,), lambda inner: ["[]{'[", inner]),
    Opening('{"}\\"{[": ', "}", (0,), lambda inner: {'}"{[': inner}),
    Opening("[ # {[ it's [\n", "]", (0,), lambda inner: [inner]),
)
"""Brackets in quotes and comments open nothing."""
TEXTS = {"a": "a", "it's (a)": "it's (a)", "'[[[[ {'": "[[[[ {", '"]}[{"': "]}[{"}
"""What stands inside, and how it is read."""
BRACKETS = "[{" * 20
REMAINDERS = ("", '"', "'", "]}:", " &a", "\n@", "\n  %", "\n? [", "\n...\n")
"""What may follow, valid or not."""


@dataclass(kw_only=True)
class Nesting:
    """A header that opens one level after another, in writing."""

    parts: list[str] = field(default_factory=list)
    places: list[tuple[int, int]] = field(default_factory=list)
    """Line and column at which each level begins."""
    line: int = 1
    column: int = 1

    def open(self, opening: Opening) -> None:
        """Write how levels begin; what follows in a new line stands to the right of them."""
        self.places += [(self.line, self.column + at) for at in opening.at]
        self.parts.append(opening.text)
        if opening.text.endswith("\n"):
            self.line += 1
            self.column += 4
            self.parts.append(" " * (self.column - 1))
        else:
            self.column += len(opening.text)


def _openings(kinds: tuple[Opening, ...], *, most: int) -> st.SearchStrategy[list[Opening]]:
    """A few openings, or one of them more often than parsers follow."""
    few = st.lists(st.sampled_from(kinds), max_size=12)
    many = st.sampled_from([opening for opening in kinds if "\n" not in opening.text])
    return few | st.tuples(few, many).map(lambda pair: [*pair[0], *[pair[1]] * most])


def _nested(openings: list[Opening]) -> Nesting:
    nesting = Nesting()
    for opening in openings:
        nesting.open(opening)
    return nesting


@given(
    _openings(BLOCK, most=1100),
    _openings(FLOW, most=1100),
    st.sampled_from(sorted(TEXTS)),
    st.sampled_from(REMAINDERS),
)
def test_more_levels_than_allowed_are_refused_where_the_first_of_them_begins(
    block: list[Opening], flow: list[Opening], text: str, remainder: str
) -> None:
    openings = [*block, *flow]
    nesting = _nested(openings)
    text_of_levels = "".join(nesting.parts)
    if len(nesting.places) > MAX_DEPTH:
        with pytest.raises(Refused) as refused:
            read_yaml(text_of_levels + text + remainder)
        found = refused.value
        assert (found.rule, found.message) == ("too-deep", MESSAGE)
        assert (found.line, found.column) == nesting.places[MAX_DEPTH]
    else:
        value: Any = TEXTS[text]
        for opening in reversed(openings):
            value = opening.value(value)
        closing = "".join(opening.closing for opening in reversed(flow))
        assert read_yaml(text_of_levels + text + closing).data == value


@pytest.mark.parametrize("opening", [*BLOCK[:1], *FLOW], ids=lambda opening: opening.text)
@pytest.mark.parametrize("levels", [MAX_DEPTH, MAX_DEPTH + 1, 999, 1000, 1001, 50_000])
def test_the_number_of_levels_alone_decides(opening: Opening, levels: int) -> None:
    openings = [opening] * -(-levels // len(opening.at))
    text = "".join(each.text for each in openings) + "a" + opening.closing * len(openings)
    if levels == MAX_DEPTH:
        assert read_yaml(text).data
    else:
        with pytest.raises(Refused, match=MESSAGE):
            read_yaml(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (f"it's {BRACKETS}", f"it's {BRACKETS}"),
        (f"'{BRACKETS}'", BRACKETS),
        (f'"{BRACKETS}"', BRACKETS),
        (f"a # {BRACKETS}", "a"),
        (f"|\n  {BRACKETS}\n  {'- ' * 20}", f"{BRACKETS}\n{'- ' * 20}\n"),
        (f">-\n  {BRACKETS}", BRACKETS),
        (f"a\n  {BRACKETS}", f"a {BRACKETS}"),
        ("[" + "[], " * 2000 + "]", [[]] * 2000),
    ],
)
def test_text_and_neighbours_are_no_levels(text: str, value: Any) -> None:
    assert read_yaml(f"k: {text}\n").data == {"k": value}


def test_a_complaint_before_the_limit_stays_as_it_is() -> None:
    with pytest.raises(Refused) as refused:
        read_yaml(f"a: [{'[' * 10}\nb: 'c\n{BRACKETS}")

    assert refused.value.rule == "yaml-syntax"
    assert refused.value.message == "The quotation mark or bracket that opens here is never closed."
