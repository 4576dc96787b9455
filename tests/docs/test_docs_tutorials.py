"""The tutorials: every block is typed, every step is read, every quoted message is the one that comes."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import tutorial
from journeybook import model, project
from journeybook.frontmatter import read_yaml
from journeybook.project import Project

TUTORIALS = ("handbuch/journey-schreiben.md", "en/write-a-journey.md")


def read(folder: Path, files: tutorial.Files) -> Project:
    tutorial.write(files, folder)
    return project.read(folder / "journeys", "journeys")


@pytest.fixture(scope="module", params=TUTORIALS)
def steps(request: pytest.FixtureRequest, docs: Path) -> list[tutorial.Step]:
    return [step for step in tutorial.steps((docs / request.param).read_text(encoding="utf-8")) if step.slips]


def test_each_step_leaves_a_handbook_without_errors(steps: list[tutorial.Step], tmp_path: Path) -> None:
    found = {step.title: read(tmp_path / str(number), step.files).errors for number, step in enumerate(steps)}

    assert found == dict.fromkeys((step.title for step in steps), ())


def test_each_slip_is_reported_in_the_words_that_the_tutorial_quotes(
    steps: list[tutorial.Step], tmp_path: Path
) -> None:
    for number, step in enumerate(steps):
        (slip,) = step.slips
        errors = read(tmp_path / str(number), slip.files).errors

        assert "\n".join(map(str, errors)) == slip.message, step.title


def test_ten_steps_each_change_the_folder_and_show_a_picture(steps: list[tutorial.Step], docs: Path) -> None:
    before: tutorial.Files = {}
    for number, step in enumerate(steps, 1):
        ((alt, path),) = re.findall(r"^!\[(.+)\]\(\.\./(.+)\)$", step.text, re.MULTILINE)
        assert re.fullmatch(rf"assets/tutorial/(de/schritt|en/step)-{number}\.png", path)
        assert 1000 < (docs / path).stat().st_size < 200_000
        assert len(alt) > 40, alt
        assert step.files != before, step.title
        before = step.files

    assert len(steps) == 10


def test_a_file_that_is_shown_again_is_the_one_that_was_typed(steps: list[tutorial.Step]) -> None:
    repeated = [pair for step in steps for pair in step.repeated]

    assert len(repeated) == 1
    for shown, typed in repeated:
        assert shown == typed


def test_the_tutorial_ends_with_a_journey_that_uses_every_lane_of_a_blueprint(
    steps: list[tutorial.Step], tmp_path: Path
) -> None:
    journeys = read(tmp_path, steps[-1].files).catalogue.journeys.values()
    current, future = sorted(journeys, key=lambda journey: journey.record.state)
    used = {name for step in current.steps for name in model.Step.model_fields if getattr(step.record, name)}

    assert not current.is_linear
    assert [stage.id for stage in current.stages if stage.narrative] == ["purchase", "return"]
    assert future.record.compares_to == current.id
    assert used >= {
        "satisfaction",
        "thoughts",
        "feelings",
        "doubts",
        "quotes",
        "touchpoints",
        "frontstage",
        "backstage",
    }
    assert used >= {"systems", "actors", "pain_points", "opportunities", "moment_of_truth", "next"}


def test_both_tutorials_type_the_same_fields_and_make_the_same_slips(docs: Path) -> None:
    german, english = (list(tutorial.steps((docs / name).read_text(encoding="utf-8"))) for name in TUTORIALS)

    assert [_shape(step) for step in german] == [_shape(step) for step in english]


def _shape(step: tutorial.Step) -> tuple[list[list[tuple[str | int, ...]]], list[str]]:
    """The paths of all keys of each file, and the rules that the slips break."""
    headers = [file.split("---\n")[1] if file.startswith("---\n") else file for file in step.files.values()]
    return [list(_keys(read_yaml(header).data)) for header in headers], [
        slip.message.split(": ")[1] for slip in step.slips
    ]


def _keys(node: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of all keys of a header."""
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for part, item in items:
        if isinstance(part, str):
            yield (*path, part)
        yield from _keys(item, (*path, part))


def test_each_step_gets_some_warnings_or_hints_as_the_tutorial_says(
    steps: list[tutorial.Step], tmp_path: Path
) -> None:
    found = [bool(read(tmp_path / str(number), step.files).lints) for number, step in enumerate(steps)]

    assert found == [True] * 10
