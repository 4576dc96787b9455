"""Find the site that a command builds, and the program that builds it."""

import os
import runpy
import subprocess
import sys
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

from journeybook.cli.terminal.failure import PROBLEMS, Failure
from journeybook.load.site_file import SiteFile, read_site_file, site_file_above, site_file_in


def site_around() -> SiteFile:
    """The site of the working folder or of one above; `Failure` if there is none, or none that is built."""
    here = Path.cwd()
    beside = site_file_in(here)
    site = site_file_above(here) or (read_site_file(beside) if beside else None)
    if site is None:
        raise Failure(
            "There is no 'mkdocs.yml' with the plugin 'journeybook', here or above. "
            "Go to the folder of your handbook, or begin one here: journeybook init"
        )
    if find_spec(site.builder) is None:  # MkDocs comes with this program
        message = f"'{site.path.name}' is a configuration of ProperDocs, which is not installed."
        raise Failure(f"{message} Install it: pip install properdocs")
    return site


class NotBuilt(Failure):
    """The handbook has problems that keep it from being published."""

    exit_code = PROBLEMS


def run_quietly(command: Sequence[str]) -> None:
    """Run a module that builds a site, with its arguments; what it says is shown only where it fails."""
    ran = subprocess.run(  # noqa: S603 - the user's own program
        [sys.executable, "-m", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode:
        said = "\n".join(line for line in ran.stdout.splitlines() if not line.startswith("INFO"))
        raise NotBuilt(f"The site cannot be built. This is what its builder says:\n{said.strip()}")


def run_builder(verb: str, arguments: Iterable[str]) -> int:
    """Run a command of the program that builds the site in the place of our own, and return its exit code."""
    site = site_around()
    # the banner of Material speaks of MkDocs 2, which is never installed together with this program
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    sys.argv = [site.builder, verb, "--config-file", str(site.path), *arguments]
    try:
        runpy.run_module(site.builder, run_name="__main__", alter_sys=True)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(bool(end.code))
    return 0
