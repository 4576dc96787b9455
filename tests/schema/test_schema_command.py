"""The command that writes schemas: what it prints and writes, and how it ends."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.golden import HERE
from journeybook.cli import main
from journeybook.kinds import ThingKind
from journeybook.schema import FILE_MODELS, schema_of

ALL = [f"{kind}.schema.json" for kind in ("handbook", "journey", "persona", "touchpoint")]


def result(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["schema", *arguments])
    return found.exit_code, found.stdout, found.stderr


@pytest.mark.parametrize("kind", FILE_MODELS)
def test_the_schema_of_a_kind_is_printed(kind: ThingKind) -> None:
    code, printed, told = result(str(kind))

    assert (code, json.loads(printed), told) == (0, schema_of(kind), "")


def test_all_schemas_are_written_to_a_new_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new/schemas"
    code, printed, told = result("--output", str(folder))

    assert (code, printed) == (0, "")
    assert sorted(path.name for path in folder.iterdir()) == ALL
    assert sorted(told.splitlines()) == [f"{folder.as_posix()}/{name} is written." for name in ALL]
    assert json.loads((folder / "persona.schema.json").read_text(encoding="utf-8")) == schema_of(
        ThingKind.PERSONA
    )


def test_one_schema_is_written_alone(tmp_path: Path) -> None:
    assert result("persona", "--output", str(tmp_path))[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["persona.schema.json"]


def test_the_ids_of_a_handbook_are_offered() -> None:
    _, printed, _ = result("touchpoint", "--journeys-dir", str(HERE / "base/journeys"))

    assert json.loads(printed)["properties"]["owner"]["anyOf"][0] == {
        "enum": ["shop", "service"],
        "enumDescriptions": ["Filialbetrieb", "Kundenservice"],
    }


def test_it_says_what_is_missing() -> None:
    assert result() == (
        2,
        "",
        f"Error: Say which schema to print ({', '.join(FILE_MODELS)}), or where to write all: --output DIR\n",
    )


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    message = (
        "Error: There is no folder 'nowhere'. Give the folder with your journeys, "
        "or begin a handbook here: journeybook init\n"
    )
    assert result("journey", "--journeys-dir", "nowhere") == (2, "", message)
    assert result("--output", str(tmp_path / "file"))[0] == 2
