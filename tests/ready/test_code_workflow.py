"""The workflows for the code cover what they promise, with no more rights than they need."""

import re

import pytest
import ready_files as ready

READ = {"contents": "read"}
MARKS = re.compile(r'-m "([^"]+)"')


def test_jobs_that_run_code_can_only_read() -> None:
    assert {name: job["permissions"] for name, job in ready.jobs(ready.CODE).items()} == {
        "quality": READ,
        "test": READ,
        "fuzz": READ,
        "elsewhere": READ,
        "matrix": READ,
        "properdocs": READ,
        "wheel": READ,
    }
    assert ready.read(ready.CODE)["on"] == {"pull_request": "", "push": {"branches": ["main"]}}


def test_every_python_is_tested_with_the_lowest_the_locked_and_the_newest_versions() -> None:
    matrix = ready.jobs(ready.CODE)["test"]["strategy"]["matrix"]
    first, *_ = matrix["python"]

    assert matrix == {
        "python": ["3.11", "3.12", "3.13", "3.14"],
        "versions": ["lowest", "locked", "newest"],
    }
    assert ready.settings()["project"]["requires-python"] == f">={first}"


def test_set_up_knows_the_versions_that_the_workflow_asks_for() -> None:
    known = re.findall(
        r"^    (\w+)\) install", (ready.ROOT / "scripts/set-up").read_text("utf-8"), re.MULTILINE
    )

    assert sorted(known) == sorted(ready.jobs(ready.CODE)["test"]["strategy"]["matrix"]["versions"])


def test_folders_of_tests_that_run_elsewhere_are_there() -> None:
    systems = ready.jobs(ready.CODE)["elsewhere"]["strategy"]["matrix"]["include"]

    assert [item["system"].partition("-")[0] for item in systems] == ["macos", "windows"]
    assert [
        path for item in systems for path in item["tests"].split() if not (ready.ROOT / path).is_dir()
    ] == []


@pytest.mark.parametrize("path", [ready.CODE, ready.DRIFT, ready.WEEKLY])
def test_marks_that_a_workflow_names_are_registered(path: str) -> None:
    marks = ready.settings()["tool"]["pytest"]["ini_options"]["markers"]
    named = {
        word
        for step in ready.steps(path)
        for marked in MARKS.findall(step.get("run", ""))
        for word in marked.split()
    }

    assert named - {"not", "and"} <= {mark.partition(":")[0] for mark in marks}


@pytest.mark.parametrize("path", [ready.CODE, ready.DRIFT, ready.WEEKLY])
def test_targets_and_scripts_that_a_workflow_runs_are_there(path: str) -> None:
    runs = "\n".join(step.get("run", "") for step in ready.steps(path))

    assert all(ready.recipe(target) for target in re.findall(r"^make (\w+)", runs, re.MULTILINE))
    assert all((ready.ROOT / script).is_file() for script in re.findall(r"scripts/[\w-]+", runs))


def test_what_reports_newer_versions_runs_no_code_and_the_code_cannot_write() -> None:
    jobs = ready.jobs(ready.DRIFT)

    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "test": READ,
        "report": {"issues": "write"},
    }
    assert [step for step in jobs["report"]["steps"] if "uses" in step] == []


def test_what_reports_the_weekly_run_runs_no_code_and_the_code_cannot_write() -> None:
    jobs = ready.jobs(ready.WEEKLY)

    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "fuzz": READ,
        "survive": READ,
        "audit": READ,
        "report": {"issues": "write"},
    }
    assert [step for step in jobs["report"]["steps"] if "uses" in step] == []
    assert set(jobs["report"]["needs"]) == jobs.keys() - {"report"}


def test_every_file_of_exact_versions_is_audited() -> None:
    (audit,) = [
        step["run"]
        for step in ready.jobs(ready.WEEKLY)["audit"]["steps"]
        if "pip-audit " in step.get("run", "")
    ]
    (named,) = re.findall("for file in (.*); do", audit)

    assert {f"{name}.txt" for name in named.split()} == {
        path.name for path in (ready.ROOT / "requirements").iterdir()
    }
