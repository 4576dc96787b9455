"""A published site survives its next build; `benchmarks/survival.py` tries it at many more points."""

import os
from pathlib import Path

import pytest
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from small_sites import SHOES, SIX_LINES, Tree, build_site, config, run_build, write_tree
from survival import (
    QUIET,
    Handbook,
    Outcome,
    Run,
    full_disks,
    other_systems,
    signals,
    small_files,
    strict_failures,
    two_at_once,
)

import warm
from journeybook.plugin.output.lock import FolderLock, InUse

pytestmark = pytest.mark.linux


class WarmHandbook(Handbook):
    """A handbook whose builds start fast, but for those whose process is prepared."""

    def build(self, point: int, action: str, *arguments: str, **how: object) -> Run:
        if how:
            return super().build(point, action, *arguments, **how)
        _, *typed = self.command(point, action, *arguments)
        return warm.run(*typed, folder=self.root, environment={**os.environ, **QUIET})


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Handbook:
    root = tmp_path_factory.mktemp("survival").resolve()
    made = WarmHandbook(root / "handbook", root / "kept")
    made.make()
    return made


@pytest.fixture(scope="module")
def last(handbook: Handbook) -> int:
    """The number of points at which a build changes something on the disk."""
    handbook.restore()
    return int(handbook.build(0, "count").stdout.split()[-1])


def parts(outcome: Outcome) -> tuple[int, int]:
    """How often the old site was found, and how often the new one."""
    assert outcome.faults == []
    return outcome.old, outcome.new


def test_kills_leave_the_old_site_or_the_new_one(handbook: Handbook, last: int) -> None:
    old, new = parts(signals("KILL", handbook, range(last // 5, last, last // 5)))
    assert (old >= 2, new >= 2) == (True, True)


def test_interrupting_leaves_the_old_site_and_nothing_beside_it(handbook: Handbook, last: int) -> None:
    assert parts(signals("INT", handbook, range(last // 4, last // 4 + 1))) == (1, 1)
    assert handbook.left() == set()


def test_a_full_disk_leaves_the_old_site(handbook: Handbook, last: int) -> None:
    assert parts(full_disks(handbook, range(3, last // 2, last // 6)))[0] >= 2
    assert parts(small_files(handbook, range(0, 40, 40))) == (2, 0)


def test_a_strict_failure_leaves_the_old_site(handbook: Handbook, last: int) -> None:
    assert parts(strict_failures(handbook, range(last))) == (2, 0)


def test_of_two_builds_one_is_told_so(handbook: Handbook) -> None:
    assert parts(two_at_once(handbook, range(1))) == (0, 1)


def test_folders_that_cannot_be_exchanged_are_replaced_all_the_same(handbook: Handbook) -> None:
    assert parts(other_systems(handbook, range(1))) == (0, 2)


def test_the_lock_of_a_folder_is_held_by_one(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    first = FolderLock(folder)
    with pytest.raises(InUse):
        FolderLock(folder)
    first.release()
    assert not folder.exists()
    FolderLock(folder).release()


REFUSED: dict[str, tuple[Tree, str]] = {
    "journeys": ({}, "is the journeys folder, or lies in it"),
    "journeys/personas": ({}, "is the journeys folder, or lies in it"),
    "link": ({"link": Path("journeys")}, "is the journeys folder, or lies in it"),
    "pages": ({"pages": Path("docs")}, "is the docs folder, or lies in it"),
    "theirs": ({"theirs/overrides/main.html": "{% extends 'base.html' %}"}, "which a build deletes"),
    "a-file": ({"a-file": "x"}, "which is a file"),
}


@pytest.mark.parametrize("site", REFUSED)
def test_a_site_folder_that_would_cost_files_is_refused_before_anything_is_cleaned(
    tmp_path: Path, site: str
) -> None:
    more, why = REFUSED[site]
    theme = {"name": "mkdocs", "highlightjs": False}
    if "theirs/overrides/main.html" in more:
        theme["custom_dir"] = "theirs/overrides"
    write_tree(tmp_path, {**SIX_LINES, **more})
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    ran = run_build(tmp_path, {}, config(theme, site_dir=site))
    assert ran.returncode == 1
    assert why in ran.stderr
    assert "Traceback" not in ran.stderr
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.name != "mkdocs.yml"}
    assert {path.name for path in after} == {path.name for path in before}


def test_a_site_that_is_a_link_stays_one_and_keeps_its_hidden_files_and_its_rights(tmp_path: Path) -> None:
    real = tmp_path / "elsewhere/real"
    write_tree(tmp_path, {"elsewhere/real/.git/HEAD": "x", "elsewhere/real/old.html": "old"})
    real.chmod(0o2775)
    (tmp_path / "site").symlink_to(real)
    made = build_site(tmp_path, SIX_LINES)
    assert made.log == []
    assert (tmp_path / "site").is_symlink()
    assert (real / ".git/HEAD").read_text(encoding="utf-8") == "x"
    assert not (real / "old.html").exists()
    assert real.stat().st_mode & 0o7777 == 0o2775
    assert list((tmp_path / "elsewhere").iterdir()) == [real]


def test_what_other_plugins_write_is_in_the_site_and_deploying_finds_it(tmp_path: Path) -> None:
    hook = """
        from pathlib import Path
        seen = []
        def on_config(config):
            seen.append(config.site_dir)
        def on_post_build(config):
            Path(config.site_dir, "extra.txt").write_text(str(seen == [config.site_dir]))
        """
    write_tree(
        tmp_path, {**SIX_LINES, "docs": None, "hook.py": hook, "mkdocs.yml": config(hooks=["hook.py"])}
    )
    loaded = load_config(str(tmp_path / "mkdocs.yml"))
    loaded.plugins.on_startup(command="gh-deploy", dirty=False)
    build_with_mkdocs(loaded)
    assert not (tmp_path / "site").exists()
    loaded.plugins.on_shutdown()
    assert loaded.site_dir == str(tmp_path / "site")
    assert (tmp_path / "site/extra.txt").read_text(encoding="utf-8") == "True"


def test_a_dirty_build_writes_in_place(tmp_path: Path) -> None:
    assert run_build(tmp_path, {**SIX_LINES, "site/kept.html": "kept"}).returncode == 0
    assert not (tmp_path / "site/kept.html").exists()
    write_tree(
        tmp_path, {"site/kept.html": "kept", "journeys/schuhe.md": SHOES.replace("Schuhe im", "Stiefel im")}
    )
    loaded = load_config(str(tmp_path / "mkdocs.yml"))
    loaded.plugins.on_startup(command="build", dirty=True)
    build_with_mkdocs(loaded, dirty=True)
    loaded.plugins.on_shutdown()
    assert (tmp_path / "site/kept.html").is_file()
    assert "Stiefel im" in (tmp_path / "site/journeys/schuhe/index.html").read_text(encoding="utf-8")
