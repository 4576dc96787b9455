"""The files of the repository that are ready to be taken over, and the steps of the workflows among them."""

import json
import shlex
import subprocess
import tomllib
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CHECK = ".github/workflows/handbook.yml"
CODE = ".github/workflows/code.yml"
DRIFT = ".github/workflows/drift.yml"
WEEKLY = ".github/workflows/weekly.yml"
COMMENT = ".github/workflows/handbook-comment.yml"
DIGEST = ".github/workflows/digest.yml"
NUMBERS = ".github/workflows/numbers.yml"
RELEASE = ".github/workflows/release.yml"
ACTION = "action.yml"
GITLAB = ".gitlab-ci.yml"
HOOKS = ".pre-commit-hooks.yaml"
TASKS = ".vscode/tasks.json"


def read(path: str) -> Any:
    """Read a YAML or JSON file; the key `on` of a workflow stays text."""
    return yaml.load((ROOT / path).read_text(encoding="utf-8"), yaml.BaseLoader)


def settings() -> dict[str, Any]:
    """What stands in pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def recipe(target: str) -> list[str]:
    """The commands of a target of the Makefile."""
    lines = (ROOT / "Makefile").read_text(encoding="utf-8").split(f"\n{target}:")[1].splitlines()[1:]
    return [line.removeprefix("\t@") for line in takewhile(lambda line: line.startswith("\t"), lines)]


def tracked(folder: str) -> list[str]:
    """The files below a folder, those that git ignores left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "--", folder]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()


def is_python(path: str) -> bool:
    """Whether a program says in its first line that Python runs it."""
    with (ROOT / path).open(encoding="utf-8") as lines:
        return lines.readline().startswith("#!/usr/bin/env python")


def jobs(path: str) -> dict[str, Any]:
    """The jobs of a workflow."""
    found: dict[str, Any] = read(path)["jobs"]
    return found


def steps(path: str) -> Iterator[dict[str, Any]]:
    """The steps of all jobs of a workflow."""
    return (step for job in jobs(path).values() for step in job["steps"])


def step(path: str, name: str) -> dict[str, Any]:
    """The step of a name."""
    return next(item for item in steps(path) if item.get("name") == name)


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield each call of journeybook with the file that it stands in, as a list of words."""
    lines = [
        (path, line)
        for path in (CHECK, DIGEST, NUMBERS)
        for item in steps(path)
        for line in item.get("run", "").splitlines()
    ]
    lines += [
        (GITLAB, line)
        for job in read(GITLAB).values()
        if isinstance(job, dict)
        for line in job.get("script", ())
    ]
    lines += [(HOOKS, hook["entry"]) for hook in read(HOOKS)]
    for path, line in lines:
        if not line.strip().startswith("journeybook "):
            continue
        words = shlex.split(line.replace("||", ">"), comments=True)
        if words[:1] == ["journeybook"]:
            end = words.index(">") if ">" in words else len(words)
            yield path, words[1:end]
    for task in json.loads((ROOT / TASKS).read_text(encoding="utf-8"))["tasks"]:
        yield TASKS, task["args"]
