"""A build that cannot tell what changed last says so once, and a strict one goes on."""

import shutil
import subprocess
from pathlib import Path

from small_sites import SIX_LINES, TWO_LINES, run_build, write_tree

WHY = (
    "Pages do not say all that changed last (option `history`). This clone holds the latest commits alone. "
    "Fetch the others: git fetch --unshallow"
)


def shallow_clone(folder: Path) -> Path:
    """A clone of a handbook with its latest commit alone."""
    home = folder / "home"
    write_tree(home, SIX_LINES)
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (("init", "-q"), ("add", "-A"), (*who, "commit", "-qm", "x")):
        subprocess.run(["git", "-C", str(home), *command], check=True)
    clone = folder / "clone"
    subprocess.run(["git", "clone", "-q", "--depth=1", home.as_uri(), str(clone)], check=True)
    return clone


def test_a_strict_build_of_a_shallow_clone_names_what_is_missing(tmp_path: Path) -> None:
    clone = shallow_clone(tmp_path)
    ran = run_build(clone, {}, TWO_LINES)
    assert (ran.returncode, ran.stderr.count("Pages do not say")) == (0, 1)
    assert WHY in ran.stderr

    shutil.rmtree(clone / "site")
    off = run_build(clone, {}, "site_name: Handbuch\nplugins: [{journeybook: {history: false}}]\n")
    assert (off.returncode, "Pages do not say" in off.stderr) == (0, False)
