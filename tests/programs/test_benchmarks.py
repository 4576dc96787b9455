"""Each benchmark runs on a tiny handbook to its end and prints the figures that it promises."""

import json
import sys
from pathlib import Path

from export import export
from generate import generate
from saves import measure_saves, with_marker

from started import rows, run

READING = ("reading all files", "bytes of all files")


def test_the_benchmark_builds_the_same_pages_twice_and_prints_what_they_cost(tmp_path: Path) -> None:
    few = ("--sizes", "1", "--runs", "1", "--saves", "0", "--only", "journeybook", "mkdocs")
    printed = run("benchmarks/run.py", *few, "--folder", tmp_path, "--results", tmp_path)
    measured = json.loads((tmp_path / "latest.json").read_text(encoding="utf-8"))["measured"]

    assert printed.endswith((tmp_path / "latest.md").read_text(encoding="utf-8") + "\n")
    assert [item["name"] for item in measured] == ["journeybook", "mkdocs"]
    assert measured[0]["pages"] == measured[1]["pages"] > 50
    assert [cells[1:6] for cells in rows(printed, "| journeys |                   | pages")] == [
        [
            item["title"],
            str(item["pages"]),
            f"{cost['wall']:.2f}",
            f"{cost['cpu']:.2f}",
            f"{cost['memory']:.0f}",
        ]
        for item in measured
        for cost in item["costs"]
    ]
    assert len(rows(printed, "| bar ")) == 3
    assert ", 0 missing\n" in printed


def test_what_comparing_costs_is_printed(tmp_path: Path) -> None:
    printed = run("benchmarks/diff.py", "2", tmp_path / "handbook", "--rounds", "1")
    table = rows(printed, "| 2 journeys | CPU s | of `check` |")
    costs = {name: (float(seconds), float(share)) for name, seconds, share in table}

    assert tuple(costs) == (
        "`diff` of a commit that changes 1",
        "`diff` of a commit that changes 2",
        "`diff` of both with the work tree",
        "`check`",
        *READING,
    )
    assert costs["`check`"][1] == 1
    assert all(seconds > 0 for seconds, _ in costs.values())


def test_what_checking_costs_is_printed_and_kept(tmp_path: Path) -> None:
    few = ("--rounds", "1", "--kinds", "short", "--results", tmp_path / "check.md")
    printed = run("benchmarks/check.py", "1", tmp_path / "handbooks", *few)
    table = rows(printed, "| 1 short journeys of ")
    costs = {name: (float(cpu), float(wall), float(share)) for name, cpu, wall, share in table}

    assert tuple(costs) == ("`check`", "`refs` of a persona", "`rename --dry-run` of it", *READING)
    assert costs["reading all files"][2] == 1
    assert (tmp_path / "check.md").read_text(encoding="utf-8").endswith(f"\n\n{printed.rstrip()}\n")


def test_what_goes_in_and_out_costs_is_printed_and_kept(tmp_path: Path) -> None:
    few = ("--rounds", "1", "--sheets", "1", "--results", tmp_path / "in-and-out.md")
    printed = run("benchmarks/in_and_out.py", "1", tmp_path / "handbook", *few)
    costs = {
        name: (float(cpu), float(share)) for name, cpu, share, _ in rows(printed, "| 1 journeys | CPU s |")
    }

    assert tuple(costs) == (
        "reading all files",
        "`export json`",
        "`export xlsx`",
        "`import` of that workbook",
        "`import` of sheets of others",
    )
    assert costs["reading all files"][1] == 1
    assert (tmp_path / "in-and-out.md").read_text(encoding="utf-8").endswith(f"\n\n{printed.rstrip()}\n")


def test_a_save_is_waited_for_until_the_page_is_fresh(tmp_path: Path) -> None:
    page = tmp_path / "journeys/reise-0001/index.html"
    page.parent.mkdir(parents=True)
    page.write_text("<html>[1 Ich suche Schuhe]</html>", encoding="utf-8")
    server = (sys.executable, "-m", "http.server", "--bind", "127.0.0.1", "{port}")
    edited = page.relative_to(tmp_path).as_posix()
    (seconds,) = measure_saves(server, tmp_path, edited, tmp_path / "log.txt", 1)

    assert 0 < seconds < 60
    assert page.read_text(encoding="utf-8") == "<html>[1 Ich suche Schuhe]</html>"


def test_every_contender_gets_the_pages_and_a_step_to_save(tmp_path: Path) -> None:
    generate(1, tmp_path / "handbook", are_short=True)
    count = export(tmp_path / "handbook", tmp_path / "hugo", "hugo")
    journey = (tmp_path / "handbook/journeys/reisen/reise-0001.md").read_text(encoding="utf-8")
    page = (tmp_path / "hugo/content/journeys/reise-0001/_index.md").read_text(encoding="utf-8")
    title = page.partition("[1 ")[2].partition("]")[0]
    plain = title.replace("\u00ad", "")

    assert len(list((tmp_path / "hugo/content").rglob("*.md"))) == count > 50
    assert f"title: {plain}\n" in journey
    assert f"title: Marke {plain}\n" in with_marker(journey, "Marke")
    assert f"[1 Marke {title}]" in with_marker(page, "Marke")


def test_what_files_cost_that_are_made_to_be_slow_is_printed() -> None:
    found = rows(run("benchmarks/slow.py", "2000"), "| File of ")
    assert len(found) > 12
    assert {len(cells) for cells in found} == {7}
