"""Handbooks of the first edition mean what they meant: the same findings and the same changes.

`first-edition.txt` was written by the tree before the second edition: a line for each of 5,000 handbooks, which is
the beginning of the SHA-256 of what `told` returns. A line changes with a decision alone, such as a new rule that
speaks of old files too; CHANGELOG names it then.
"""

from hashlib import sha256
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from core.editions.fingerprints import told

KEPT = (Path(__file__).parent / "first-edition.txt").read_text(encoding="utf-8").split()


@given(st.sampled_from(range(len(KEPT))))
def test_a_handbook_of_the_first_edition_means_what_it_meant(number: int) -> None:
    lines = told(number)

    assert _digest(lines) == KEPT[number], "\n".join(lines)


def test_the_handbooks_say_much_of_each_sort() -> None:
    lines = [line for number in range(8) for line in told(number)]
    rules = {line.split()[1] for line in lines if ".md:" in line.split()[0]}

    assert {"unknown-key", "unknown-touchpoint", "invalid-value", "overdue-action"} <= rules
    assert any("satisfaction-" in line for line in lines)
    assert len(lines) > 8 * 20


def _digest(lines: list[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()[:8]
