"""`journeybook export pptx`: what it writes, what it refuses, and what it says."""

from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from core.handbooks import read
from core.slides import firm_templates
from core.slides.test_board_pack import BETTER, journey, step
from journeybook.cli import main

SITE = """\
site_name: Lindner
site_url: https://lindner.example/reisen
theme: {name: material, language: en}
plugins: [{journeybook: {locale: en-GB}}]
"""


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-11-28")
    monkeypatch.chdir(tmp_path)
    read(tmp_path / "journeys", {"a.md": journey(step("Ich zahle", 2, "Teuer")), "b.md": BETTER})
    (tmp_path / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    return tmp_path


def export(*arguments: str) -> tuple[int, str]:
    found = CliRunner().invoke(main, ["export", "pptx", *arguments])
    return found.exit_code, found.stderr


def titles(file: str) -> list[str]:
    return [slide.shapes.title.text for slide in Presentation(file).slides]


@pytest.mark.usefixtures("book")
def test_the_name_the_language_and_the_address_are_those_of_the_site() -> None:
    code, told = export("out/board.pptx")
    pack = Presentation("out/board.pptx")
    cover, *_, last = pack.slides

    assert (code, told) == (0, "out/board.pptx is written.\n")
    assert [shape.text_frame.text for shape in cover.placeholders] == [
        "Lindner",
        "State of the customer journeys on 28 November 2026",
    ]
    assert titles("out/board.pptx")[2:] == [
        "“Ich zahle” is the low point (2.0)",
        "“Kaufen” shall rise from 2.0 to 4.5",
        "“Teuer” is the most urgent pain point",
    ]
    assert "https://lindner.example/reisen/pain-points/" in last.notes_slide.notes_text_frame.text


@pytest.mark.usefixtures("book")
def test_some_journeys_in_the_order_in_which_they_are_named_and_another_language() -> None:
    assert export("x.pptx", "--journey", "b", "--journey", "a", "--language", "de")[0] == 0
    assert titles("x.pptx")[2:] == [
        "„Kaufen“ soll von 2,0 auf 4,5 steigen",
        "„Ich zahle“ ist der Tiefpunkt (2,0)",
        "„Teuer“ ist der dringendste Schmerzpunkt",
    ]


IDEAS = "        opportunities:\n          - title: Rückruf\n"
JUDGED = [
    ("", "1 opportunity, without impact and effort yet"),
    ("          - title: Zweite\n", "2 opportunities, none with impact and effort yet"),
    (
        "          - {title: Zweite, impact: 2, effort: 5}\n",
        "“Zweite” promises most for the effort",
    ),
]


@pytest.mark.parametrize(("second", "title"), JUDGED)
def test_no_opportunity_is_called_the_best_unless_somebody_has_judged_it(
    book: Path, second: str, title: str
) -> None:
    text = journey(step("Ich zahle", 2, "Teuer") + IDEAS + second)
    (book / "journeys/a.md").write_text(text, encoding="utf-8")

    assert export("x.pptx", "--journey", "a")[0] == 0
    assert titles("x.pptx")[-1] == title


@pytest.mark.usefixtures("book")
def test_a_firms_template_is_used() -> None:
    Path("firm.potx").write_bytes(firm_templates.narrow())

    assert export("x.pptx", "--template", "firm.potx")[0] == 0
    assert Presentation("x.pptx").slide_width == Presentation("firm.potx").slide_width


@pytest.mark.usefixtures("book")
def test_an_export_is_written_anew_and_what_somebody_has_changed_is_left_alone() -> None:
    export("x.pptx")
    first = Path("x.pptx").read_bytes()

    assert export("x.pptx")[0] == 0
    assert Path("x.pptx").read_bytes() == first

    changed = Presentation(BytesIO(first))
    changed.core_properties.last_modified_by = "Helga"
    changed.save("x.pptx")

    assert export("x.pptx") == (2, "Error: 'x.pptx' is no export, or was changed since. Name a new file.\n")


REFUSALS = [
    (("x.ppt",), "'x.ppt' is no name of a presentation. Name a file that ends in .pptx."),
    (("folder.pptx",), "'folder.pptx' is a folder. Name a file that ends in .pptx."),
    (("x.pptx", "--journey", "aa"), "There is no journey 'aa'. Did you mean 'a'?"),
    (("x.pptx", "--template", "none.pptx"), "There is no template 'none.pptx'."),
    (
        ("x.pptx", "--template", "folder.pptx"),
        "The template 'folder.pptx' is no file. Name one of the format .pptx or .potx.",
    ),
    (
        ("x.pptx", "--template", "mkdocs.yml"),
        "'mkdocs.yml' is no presentation. Name a file of the format .pptx or .potx.",
    ),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSALS)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    book: Path, arguments: tuple[str, ...], message: str
) -> None:
    (book / "folder.pptx").mkdir()

    assert export(*arguments) == (2, f"Error: {message}\n")
    assert not Path("x.pptx").exists()


@pytest.mark.usefixtures("book")
def test_without_the_libraries_of_office_files_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("journeybook.cli.terminal.extras.find_spec", lambda _: None)

    told = 'Files of office programs need more libraries. Install them: pip install "journeybook[office]"'
    assert export("x.pptx") == (2, f"Error: {told}\n")
