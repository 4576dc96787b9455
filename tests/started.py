"""Programs of this repository, run as their users run them."""

import os
from itertools import takewhile
from pathlib import Path

import warm

ROOT = Path(__file__).parents[1]
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def run(program: str, *arguments: str | Path, may_fail: bool = False) -> str:
    """Run a program to its end; return what it prints."""
    done = warm.run(
        str(ROOT / program), *map(str, arguments), folder=ROOT, environment={**os.environ, **_QUIET}
    )
    assert done.stderr == "" or done.returncode == 0, done.stderr
    assert may_fail or done.returncode == 0, done.stdout
    return done.stdout


def rows(text: str, head: str) -> list[list[str]]:
    """The cells of the Markdown table whose first line begins with `head`."""
    _, _, *lines = text[text.index(head) :].splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in takewhile(lambda line: line.startswith("|"), lines)
    ]
