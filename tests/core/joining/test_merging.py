"""A second import changes what only the source has changed, and leaves everything else in the file alone."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.joining.random_edits import edited
from core.joining.test_joining import SMALL, errors_of, journey, laid, planned, told
from journeybook.edits import write_changes
from journeybook.frontmatter import read_yaml, split
from journeybook.importing.brought_in import BroughtIn, Note, Telling
from journeybook.importing.merging import canonical, merge, revised
from journeybook.language import language
from journeybook.load import read_folder
from journeybook.model import Journey
from journeybook.report.imports import on_screen

ROOT = Path(__file__).parents[3]
SAID: dict[str, Any] = {
    "title": "Ein Kauf",
    "persona": "anna",
    "summary": "Von Anfang bis Ende",
    "stages": [
        {
            "stage": "awareness",
            "steps": [
                {
                    "title": "Ich suche",
                    "thoughts": ["Wo fange ich an?", "Es ist viel"],
                    "actions": ["Liest", "Fragt"],
                },
                {
                    "title": "Ich vergleiche",
                    "pain_points": [{"title": "Es dauert"}, {"title": "Es ist unklar"}],
                },
            ],
        },
        {
            "stage": "purchase",
            "steps": [{"title": "Ich bezahle", "thoughts": ["Na gut"]}, {"title": "Ich gehe"}],
        },
    ],
}
FILE = "ein-kauf.md"
STEP = ("stages", 0, "steps", 0)


def source(said: Any = SAID) -> BroughtIn:
    """The source, as it stands in a sheet."""
    return journey(**said)


def imported(root: Path, said: Any = SAID) -> list[str]:
    """Bring in a source, and return what was left over."""
    made = planned(root, source(said))
    write_changes(made.changes)
    return told(made, Telling.LEFT)


def with_thoughts(*thoughts: str) -> dict[str, Any]:
    """What was said, with other thoughts in the first step."""
    first, *others = SAID["stages"]
    step, *more = first["steps"]
    return {**SAID, "stages": [{**first, "steps": [{**step, "thoughts": list(thoughts)}, *more]}, *others]}


def says(text: str) -> Any:
    """The values of a journey's file, in one form."""
    return canonical(Journey, read_yaml(split(text).header).data)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A handbook into which the source was brought."""
    assert imported(laid(tmp_path, SMALL)) == []
    return tmp_path


def edit(root: Path, old: str, new: str) -> None:
    """Change the file by hand."""
    text = (root / FILE).read_text(encoding="utf-8")
    assert old in text
    (root / FILE).write_text(text.replace(old, new), encoding="utf-8")


def test_an_unchanged_source_changes_nothing(root: Path) -> None:
    made = planned(root, source())
    assert (made.changes, [report.is_unchanged for report in made.told]) == ((), [True])


def test_what_only_the_source_changed_is_written_between_what_people_wrote(root: Path) -> None:
    edit(
        root,
        "  - stage: awareness\n",
        "  # Der Anfang\n  - stage: awareness  # nicht kürzen\n    goal: Gefunden werden\n",
    )
    edit(root, "status: draft", "status: review")
    before = (root / FILE).read_text(encoding="utf-8")
    assert imported(root, with_thoughts("Wo fange ich an?", "Es ist zu viel")) == []
    assert (root / FILE).read_text(encoding="utf-8") == before.replace("- Es ist viel", "- Es ist zu viel")


def test_what_only_the_file_changed_stays(root: Path) -> None:
    edit(root, "- Es ist viel", "- Es ist genug")
    before = (root / FILE).read_bytes()
    assert imported(root) == []
    assert (root / FILE).read_bytes() == before


def test_what_both_changed_is_left_and_told_with_both_places(root: Path) -> None:
    edit(root, "- Es ist viel", "- Es ist genug")
    line = (root / FILE).read_text(encoding="utf-8").split("\n").index("          - Es ist genug") + 1
    left = imported(root, with_thoughts("Wo fange ich an?", "Es ist zu viel"))
    assert left == [
        f"“Es ist zu viel” was changed here, and to “Es ist genug” in {root}/{FILE}:{line}. Both stay as they are."
    ]
    assert "- Es ist genug\n" in (root / FILE).read_text(encoding="utf-8")
    assert imported(root, with_thoughts("Wo fange ich an?", "Es ist zu viel")) == []


def test_what_clashes_is_told_before_what_is_only_left_over(root: Path) -> None:
    edit(root, "- Es ist viel", "- Es ist genug")
    beside = [Note(telling=Telling.LEFT, address=f"Map!Z{n}", message="Beside") for n in range(30)]
    changed = source(with_thoughts("Wo fange ich an?", "Es ist zu viel"))
    made = planned(root, replace(changed, notes=tuple(beside)))
    assert "Es ist genug" in told(made, Telling.LEFT)[0]
    assert "Es ist genug" in on_screen(made.told, language("en"))


def test_a_row_that_is_gone_goes_unless_people_changed_it(root: Path) -> None:
    edit(root, "[Liest, Fragt]", "[Liest, Fragt nach]")
    first, last = SAID["stages"]
    step, other = first["steps"]
    said = {
        **SAID,
        "stages": [
            {**first, "steps": [{**step, "thoughts": ["Es ist viel"], "actions": ["Liest"]}, other]},
            last,
        ],
    }
    assert [each.partition(" in ")[0] for each in imported(root, said)] == [
        "It is gone here, and was changed to “Fragt nach”"
    ]
    found = says((root / FILE).read_text(encoding="utf-8"))["stages"][0]["steps"][0]
    assert [[each["text"] for each in found[field]] for field in ("thoughts", "actions")] == [
        ["Es ist viel"],
        ["Liest", "Fragt nach"],
    ]


def test_steps_are_inserted_moved_and_renamed(root: Path) -> None:
    edit(
        root,
        "      - title: Ich vergleiche\n",
        "      # wichtig\n      - title: Ich vergleiche\n        wait: 5 min\n",
    )
    first, last = SAID["stages"]
    search, compare = first["steps"]
    steps = [{**compare, "title": "Ich vergleiche Preise"}, {"title": "Ich frage"}, search]
    assert imported(root, {**SAID, "stages": [{**first, "steps": steps}, last]}) == []
    text = (root / FILE).read_text(encoding="utf-8")
    assert "      # wichtig\n      - title: Ich vergleiche Preise\n        wait: 5 min\n" in text
    titles = [step["title"] for step in says(text)["stages"][0]["steps"]]
    assert titles == ["Ich vergleiche Preise", "Ich frage", "Ich suche"]


def test_a_file_that_moved_is_found_and_one_that_is_gone_stays_away(root: Path) -> None:
    (root / "b2c").mkdir()
    (root / FILE).rename(root / "b2c" / FILE)
    assert imported(root, with_thoughts("Neu")) == []
    assert "          - Neu\n" in (root / "b2c" / FILE).read_text(encoding="utf-8")
    (root / "b2c" / FILE).unlink()
    assert imported(root, with_thoughts("Noch neuer"))[0].endswith("which is gone since, and stays away.")
    assert not list(root.rglob(FILE))


def test_a_thing_that_people_merged_is_not_made_again(tmp_path: Path) -> None:
    laid(tmp_path, SMALL)
    said = {
        **SAID,
        "stages": [{"stage": "purchase", "steps": [{"title": "Ich bezahle", "touchpoints": ["Kassse"]}]}],
    }
    imported(tmp_path, said)
    (tmp_path / "touchpoints/kassse.md").unlink()
    edit(tmp_path, "touchpoints: [kassse]", "touchpoints: [kasse]")
    said["summary"] = "Neu"
    imported(tmp_path, said)
    assert not (tmp_path / "touchpoints/kassse.md").exists()
    assert errors_of(tmp_path) == []


def test_a_damaged_memory_is_refused_in_a_sentence(root: Path) -> None:
    (root / "_imports/map-xlsx.json").write_text("{", encoding="utf-8")
    with pytest.raises(Exception, match="does not say what an import has written there"):
        planned(root, source())


SEEDS = st.integers(0, 100_000)


@given(SEEDS, SEEDS)
def test_random_edits_of_both_sides_are_merged(ours: int, theirs: int) -> None:
    then = canonical(Journey, SAID)
    file, now = edited(then, ours), edited(then, theirs)
    assert merge(then, then, file).data == file
    assert merge(then, now, then).data == now
    assert merge(then, now, now).data == now
    both = merge(then, now, file)
    assert merge(now, now, both.data).data == both.data


@given(SEEDS, SEEDS)
def test_random_edits_are_written_into_the_file(ours: int, theirs: int) -> None:
    with TemporaryDirectory() as folder:
        root = laid(Path(folder), SMALL)
        imported(root)
        old = (root / FILE).read_text(encoding="utf-8")
        header = split(old).header
        text = old.replace(header, revised(header, Journey, edited(says(old), ours)))
        (root / FILE).write_text(text.replace("\nstages:", "\n# Bleibt\n\nstages:"), encoding="utf-8")
        imported(root, edited(SAID, theirs))
        made = (root / FILE).read_text(encoding="utf-8")
        assert "# Bleibt\n" in made
        assert errors_of(root) == []
        assert planned(root, source(edited(SAID, theirs))).changes == ()


@given(st.sampled_from(["journeys", "examples/library/journeys"]), SEEDS)
def test_files_of_the_examples_are_changed_in_place(folder: str, seed: int) -> None:
    documents = _documents(folder)
    document = documents[seed % len(documents)]
    old = canonical(Journey, document.header.data)
    new = edited(old, seed)
    made = revised(document.header.text, Journey, new)
    assert canonical(Journey, read_yaml(made).data) == canonical(Journey, new)
    assert revised(document.header.text, Journey, old) == document.header.text


def _documents(folder: str) -> list[Any]:
    if folder not in _READ:
        _READ[folder] = list(read_folder(ROOT / folder, folder).of_kind("journey"))  # type: ignore[arg-type]
    return _READ[folder]


_READ: dict[str, list[Any]] = {}
