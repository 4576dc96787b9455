"""The programs that open Chromium, to take pictures and to weigh pages, run to their end."""

import ast
import re
from pathlib import Path

from example_sites import ROOT

from started import rows, run

PNG = b"\x89PNG\r\n"
SHEETS = {f"{width}-{scheme}.png" for width in (390, 800, 1280) for scheme in ("light", "dark")}


def _pictures(folder: Path) -> set[str]:
    """The files below a folder that hold more of a picture than a blank page."""
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.read_bytes().startswith(PNG) and path.stat().st_size > 10_000
    }


def test_a_step_of_the_tutorial_is_built_and_taken(tmp_path: Path) -> None:
    name = "tutorial/en/step-1.png"

    assert run("scripts/pictures", "--only", name, "--into", tmp_path) == f"{tmp_path / name}\n"
    assert _pictures(tmp_path) == {name}


def test_the_example_can_be_set_back_for_the_picture_of_a_preview() -> None:
    program = ast.parse((ROOT / "scripts/pictures").read_text(encoding="utf-8"))
    assigned = {
        ast.unparse(node.targets[0]): node.value for node in program.body if isinstance(node, ast.Assign)
    }
    earlier = ast.literal_eval(assigned["EARLIER"])
    texts = {file: (ROOT / "journeys" / file).read_text(encoding="utf-8") for file, _, _ in earlier}

    assert len(earlier) == 3
    assert [old for file, old, _ in earlier if old not in texts[file]] == []


def test_a_sheet_shows_a_type_of_page_at_every_width_in_light_and_dark(
    small_site: Path, tmp_path: Path
) -> None:
    printed = run("scripts/sheet", "--site", small_site, "--kinds", "home", "--into", tmp_path)

    assert {Path(line).name for line in printed.splitlines()} == _pictures(tmp_path) == SHEETS


def test_a_page_is_weighed_beside_the_bars(small_site: Path, tmp_path: Path) -> None:
    result = tmp_path / "weight.md"
    printed = run(
        "benchmarks/weight.py", "--site", small_site, "--runs", "1", "--results", result, may_fail=True
    )
    ((title, html, own, assets, ours, *_, first_content, shift, _),) = rows(printed, "| page |")

    assert printed == result.read_text(encoding="utf-8") + "\n"
    assert title == "home"
    assert all(re.fullmatch(r"\d+\.\d / \d+\.\d", size) for size in (html, own, assets))
    assert float(ours.strip("*")) > 10
    assert float(first_content) > 0
    assert float(shift) >= 0


def test_a_map_is_measured_beside_the_bars(small_site: Path, tmp_path: Path) -> None:
    result = tmp_path / "maps.md"
    given = ("--site", small_site, "--only", "sechzig", "--font", "DejaVu Sans", "--results", result)
    printed = run("benchmarks/maps.py", *given, may_fail=True)
    ((title, font, *found),) = rows(printed, "| journey |")
    curve_ends, cards, read, heads, wide, _, presented, screen, *_ = found

    assert printed == result.read_text(encoding="utf-8") + "\n"
    assert (title, font) == ("sechzig", "DejaVu Sans")
    assert 300 < int(curve_ends) <= 800
    assert (int(cards) > 5, int(read) >= 20, int(wide)) == (True, True, 0)
    assert 5 < int(heads.rstrip("%")) <= 20
    assert (float(presented) >= 18, screen) == (True, "yes")


def test_lists_are_measured_beside_the_bars(tmp_path: Path) -> None:
    result = tmp_path / "lists.md"
    few = ("--pain-points", "24", "--touchpoints", "8", "--metrics", "2")
    lists = ("--only", "pain-points/", "opportunities/")
    printed = run(
        "benchmarks/lists.py", *few, *lists, "--folder", tmp_path, "--results", result, may_fail=True
    )
    found = {cells[0]: cells[1:] for cells in rows(printed, "| list |")}

    assert printed == result.read_text(encoding="utf-8") + "\n"
    assert list(found) == ["pain-points/", "opportunities/"]
    count, size, answers, middle, worst, _ = found["pain-points/"]
    assert (count, int(answers) > 20) == ("24", True)
    assert re.fullmatch(r"\d+ / \d+\.\d", size)
    assert 0 < int(middle) <= int(worst)
