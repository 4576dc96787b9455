"""What lies in .git is read as carefully as everything else."""

from pathlib import Path

import pytest

from journeybook.git.history import _boundaries


@pytest.mark.linux
def test_a_list_of_shallow_commits_that_never_ends_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "shallow").symlink_to("/dev/zero")
    assert _boundaries(tmp_path / "shallow") == frozenset()


def test_shallow_commits_are_told(tmp_path: Path) -> None:
    (tmp_path / "shallow").write_text(f"{'a' * 40}\n{'b' * 40}\n")
    assert _boundaries(tmp_path / "shallow") == {"a" * 40, "b" * 40}
