"""Write cells of tables as text that a spreadsheet shows and does not work out."""

import re

_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?", re.ASCII)
FORMULA_SIGNS = frozenset("=+-@\t\r＝＋－＠")
"""The signs that a formula begins with; the lists of pages, which browsers write as CSV, know the same."""


def is_formula_like(cell: str) -> bool:
    """Whether a spreadsheet would work out a text, whoever wrote it."""
    return cell[:1] in FORMULA_SIGNS and not _NUMBER.fullmatch(cell)


def harmless(cell: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would work out."""
    return f"'{cell}" if is_formula_like(cell) else cell
