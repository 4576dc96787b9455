"""A workbook says everything that a handbook says, the same each time, and is read again exactly."""

import zipfile
from pathlib import Path

import pytest

from core import random_handbooks
from core.exports import workbooks
from journeybook.exports.workbook import is_untouched, workbook
from journeybook.exports.workbook.names import SheetNames
from journeybook.workbooks import read_book

EXAMPLES = Path(__file__).parents[3]


@pytest.mark.parametrize(("folder", "code"), [("journeys", "de"), ("examples/library/journeys", "en")])
def test_an_example_is_read_again_as_it_was(tmp_path: Path, folder: str, code: str) -> None:
    content = workbooks.content(EXAMPLES / folder, code)
    found = workbooks.read_again(content, tmp_path / "book.xlsx")
    assert workbooks.brought(found) == workbooks.said(content)
    assert found.notes == ()


def test_random_handbooks_are_read_again_as_they_were(tmp_path: Path) -> None:
    for number in range(12):
        root = random_handbooks.write(tmp_path / str(number), random_handbooks.handbook(number))
        content = workbooks.content(root, ("de", "en")[number % 2])
        found = workbooks.read_again(content, tmp_path / "book.xlsx")
        assert workbooks.brought(found) == workbooks.said(content), number
        assert found.notes == (), number


def test_the_same_handbook_gives_the_same_bytes_and_no_time(tmp_path: Path) -> None:
    root = EXAMPLES / "examples/library/journeys"
    one, other = (workbook(workbooks.content(root, "en")) for _ in range(2))
    file = tmp_path / "book.xlsx"
    file.write_bytes(one)
    with zipfile.ZipFile(file) as archive:
        times = {item.date_time for item in archive.infolist()}
    assert one == other
    assert times == {(1980, 1, 1, 0, 0, 0)}
    assert is_untouched(file)


def test_what_begins_like_a_formula_is_text(tmp_path: Path) -> None:
    texts = ["=1+1", "+49 911", "-5", "@home", "{=A1}", "https://example.org", "0123"]
    root = random_handbooks.write(
        tmp_path / "journeys",
        {"personas/a.md": "---\ntitle: '=cmd'\ngoals: ['=1+1', '+49 911']\n---\n", **_journey(texts)},
    )
    content = workbooks.content(root)
    found = workbooks.read_again(content, tmp_path / "book.xlsx")
    with zipfile.ZipFile(tmp_path / "book.xlsx") as archive:
        sheets = [archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name]
    assert workbooks.brought(found) == workbooks.said(content)
    assert not any(
        b"<f>" in sheet or b"<hyperlink " in sheet.replace(b"location", b"") for sheet in sheets[2:]
    )


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row(tmp_path: Path) -> None:
    long = "Ein Satz 👋 mit Wörtern. " * 1500
    files = {"personas/a.md": f"---\ntitle: A\n---\n{long}\n\n## Zwei\n\n{long}", **_journey([long])}
    content = workbooks.content(random_handbooks.write(tmp_path / "journeys", files))
    found = workbooks.read_again(content, tmp_path / "book.xlsx")
    cells = [cell for sheet in read_book(tmp_path / "book.xlsx").sheets for cell in sheet.cells.values()]
    assert workbooks.brought(found) == workbooks.said(content)
    assert max(len((cell.typed or cell.text).encode("utf-16-le")) // 2 for cell in cells) <= 32_767


def _journey(texts: list[str]) -> dict[str, str]:
    listed = "".join(f"          - {text!r}\n" for text in texts)
    return {
        "kauf.md": (
            f"---\ntitle: {texts[0][:40]!r}\npersona: a\nstages:\n  - stage: purchase\n    steps:\n"
            f"      - title: Zahlen\n        thoughts:\n{listed}---\n"
        )
    }


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["Kauf", "kauf", "KAUF"], ["Kauf", "kauf (2)", "KAUF (3)"]),
        (["a/b:c*d?[e]\\f"], ["a b c d e f"]),
        (["'Kauf'", "''", ""], ["Kauf", "-", "- (2)"]),
        (["History", "x" * 40, "x" * 40], ["History (2)", "x" * 31, f"{'x' * 27} (2)"]),
        (["👋" * 20], ["👋" * 15]),
    ],
)
def test_names_of_sheets_are_valid_and_unique(titles: list[str], expected: list[str]) -> None:
    names = SheetNames()
    assert [names.make(title) for title in titles] == expected
