"""A cell of a table is a text that no spreadsheet works out."""

import re
from pathlib import Path

import pytest

from journeybook.exports import cells

CASES = {
    "=1+1": "'=1+1",
    "+49 30 1234": "'+49 30 1234",
    "-@SUM(A1)": "'-@SUM(A1)",
    "@x": "'@x",
    "\t=1": "'\t=1",
    "\r=1": "'\r=1",
    "＝1": "'＝1",
    "-2": "-2",
    "+2.5": "+2.5",
    "-2,5": "-2,5",
    "-2\n=1": "'-2\n=1",
    "a=1": "a=1",
    "": "",
}


@pytest.mark.parametrize("text", CASES)
def test_what_begins_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert cells.harmless(text) == CASES[text]


def test_the_lists_of_pages_know_the_same_signs() -> None:
    script = Path(cells.__file__).parents[1] / "assets/scripts/take-away.js"
    pattern = re.search(r"const FORMULA = /\^(.+)/;", script.read_text(encoding="utf-8"))
    assert pattern is not None
    signs = pattern[1].strip("[]").replace(r"\-", "-").replace(r"\t", "\t").replace(r"\r", "\r")
    assert set(signs) == cells.FORMULA_SIGNS
