"""Files beside journeys that no page shows are named, and those that nobody takes for content are not."""

from pathlib import Path

import pytest

from core.checks.test_rules import findings


def told(root: Path, *names: str) -> list[str]:
    found = findings(root, dict.fromkeys(names, ""))
    return [
        f"{item.place.path}: {dict(item.values)['names']}" for item in found if item.rule == "unread-file"
    ]


@pytest.mark.parametrize(
    "name",
    [
        *["umtausch.txt", "umtausch.docx", "umtausch.odt", "umtausch.mdx", "umtausch.rst", "umtausch.md~"],
        *["werte.xlsx", "werte.ods", "werte.tsv", "plan.pdf", "plan.drawio", "folien.pptx", "foto.heic"],
        *["umtausch", "b2c/reise.rtf", "metrics/werte.XLSX", "personas/anna.pages", "umtausch.html"],
    ],
)
def test_a_file_that_no_page_shows_is_named(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"journeys/{name}") == [f"journeys/{name}: '{name.rpartition('/')[2]}'"]


@pytest.mark.parametrize(
    "name",
    [
        *["README", "readme.txt", "LICENSE", "LICENSE.txt", "Makefile", "Thumbs.db", "desktop.ini"],
        *["~$umtausch.docx", ".umtausch.txt", "_notizen/umtausch.txt", "known.json", "assets/plan.pdf"],
        *["foto.PNG", "b2c/skizze.svg", "assets/b2c/plan.xlsx"],
    ],
)
def test_what_nobody_takes_for_content_is_left_alone(name: str, tmp_path: Path) -> None:
    assert told(tmp_path, f"journeys/{name}") == []


def test_many_of_one_folder_are_told_once(tmp_path: Path) -> None:
    names = [f"journeys/alt/{number}.docx" for number in range(5)]
    assert told(tmp_path, *names, "journeys/alt/x.txt", "journeys/neu/0.docx") == [
        "journeys/alt/0.docx: '0.docx', '1.docx', '2.docx', … (5)",
        "journeys/alt/x.txt: 'x.txt'",
        "journeys/neu/0.docx: '0.docx'",
    ]
