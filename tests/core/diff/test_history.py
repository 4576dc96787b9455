"""The history of a folder, read from real repositories; whatever is wrong with one, there is just no history."""

import os
import stat
import subprocess
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from journeybook.git import history
from journeybook.git.dates import last_changes
from journeybook.git.history import Commit, FileChange, read_history

NOON = "2026-03-14T12:00:00+01:00"
SOMEONE = {
    "GIT_AUTHOR_NAME": "Jörg Weiß",
    "GIT_AUTHOR_EMAIL": "joerg@example.org",
    "GIT_AUTHOR_DATE": NOON,
    "GIT_COMMITTER_NAME": "Server",
    "GIT_COMMITTER_EMAIL": "server@example.org",
}


class Repository:
    """A repository with a folder `journeys`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.journeys = root / "journeys"
        self.journeys.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, given: bytes | None = None, at: str = NOON) -> str:
        command = ["git", "-C", str(self.root), *arguments]
        own = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        ran = subprocess.run(
            command,
            env={**own, **SOMEONE, "GIT_COMMITTER_DATE": at},
            input=given,
            capture_output=True,
            check=True,
        )
        return ran.stdout.decode().strip()

    def write(self, name: str, text: str = "x\n") -> None:
        path = self.journeys / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self, subject: str, at: str = NOON) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", subject, at=at)
        return self.git("rev-parse", "HEAD")

    def told(self) -> list[tuple[str, list[tuple[str, str, str]]]]:
        """Each commit's subject and changes, newest first."""
        return [
            (commit.subject, [(change.kind, change.inside, change.before) for change in commit.changes])
            for commit in read_history(self.journeys)
        ]


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "handbook")


def test_a_commit_tells_when_who_why_and_what(repository: Repository) -> None:
    repository.write("kauf.md")
    name = repository.commit("Beschreibe den Kauf\n\nMehr dazu hier.")

    assert read_history(repository.journeys) == (
        Commit(
            id=name,
            time=datetime(2026, 3, 14, 12, tzinfo=timezone(timedelta(hours=1))),
            author="Jörg Weiß",
            subject="Beschreibe den Kauf",
            changes=(FileChange(inside="kauf.md", kind="added"),),
        ),
    )


def test_the_newest_is_first_and_only_the_folder_counts(repository: Repository) -> None:
    repository.write("kauf.md")
    repository.write("personas/anna.md", "eine ganz andere Datei\n")
    repository.commit("eins")
    (repository.root / "README.md").write_text("x")
    repository.commit("daneben")
    repository.write("kauf.md", "y\n")
    (repository.journeys / "personas/anna.md").unlink()
    repository.commit("zwei")
    repository.commit("leer")

    assert repository.told() == [
        ("zwei", [("changed", "kauf.md", ""), ("removed", "personas/anna.md", "")]),
        ("eins", [("added", "kauf.md", ""), ("added", "personas/anna.md", "")]),
    ]


def test_a_renamed_file_says_what_it_was(repository: Repository) -> None:
    repository.write("alt.md", "eine Zeile\n" * 20)
    repository.commit("eins")
    repository.git("mv", "journeys/alt.md", "journeys/neu.md")
    repository.commit("umbenannt")
    repository.git("mv", "journeys/neu.md", "anderswo.md")
    repository.commit("hinaus")
    repository.git("mv", "anderswo.md", "journeys/wieder.md")
    repository.commit("herein")

    assert repository.told() == [
        ("herein", [("added", "wieder.md", "")]),
        ("hinaus", [("removed", "neu.md", "")]),
        ("umbenannt", [("moved", "neu.md", "alt.md")]),
        ("eins", [("added", "alt.md", "")]),
    ]


@pytest.mark.parametrize(
    "name", ["größe.md", 'a "b" c.md', "zwei\nzeilen.md", "tab\t.md", ":100644 M", "A", "-n.md"]
)
def test_any_name_of_a_file_is_read_as_it_is(repository: Repository, name: str) -> None:
    repository.write(name)
    repository.write("z.md")
    repository.commit("eins")

    assert [inside for _, inside, _ in repository.told()[0][1]] == sorted([name, "z.md"])


def test_authors_and_subjects_are_plain_text_whatever_they_hold(repository: Repository) -> None:
    repository.write("kauf.md")
    tree = repository.git("write-tree") if repository.git("add", "--all") == "" else ""
    header = (
        f"tree {tree}\nauthor <b>M&amp;x</b>\x1b[31m <x> 0 +0000\ncommitter <c> <> 9999999999999 +9999\n\n"
    )
    raw = header.encode() + b"<script>alert(1)</script>\x01 \xff \xe2\x80\xaeA\n"
    repository.git(
        "update-ref",
        "HEAD",
        repository.git("hash-object", "-t", "commit", "--literally", "-w", "--stdin", given=raw),
    )

    (commit,) = read_history(repository.journeys)
    assert commit.subject == "<script>alert(1)</script> � A"
    assert "\x1b" not in commit.author
    assert [change.inside for change in commit.changes] == ["kauf.md"]


def test_a_commit_without_subject_or_author_does_not_shift_the_others(repository: Repository) -> None:
    repository.write("kauf.md")
    repository.commit("eins")
    repository.write("kauf.md", "y\n")
    repository.git("add", "--all")
    raw = f"tree {repository.git('write-tree')}\nparent {repository.git('rev-parse', 'HEAD')}\nauthor  <> 1 +0000\ncommitter  <> 1 +0000\n\n"
    repository.git(
        "update-ref",
        "HEAD",
        repository.git("hash-object", "-t", "commit", "--literally", "-w", "--stdin", given=raw.encode()),
    )

    newest, first = read_history(repository.journeys)
    assert (newest.author, newest.subject, newest.time) == ("", "", datetime.fromtimestamp(1, UTC))
    assert first.subject == "eins"


def test_there_is_no_history_without_a_repository_or_a_commit(repository: Repository, tmp_path: Path) -> None:
    repository.write("kauf.md")
    (tmp_path / "alone").mkdir()

    assert read_history(repository.journeys) == ()
    assert read_history(tmp_path / "alone") == ()
    assert read_history(tmp_path / "nowhere") == ()


def test_there_is_no_history_of_a_folder_that_git_ignores(repository: Repository) -> None:
    (repository.root / ".gitignore").write_text("journeys/\n")
    repository.write("kauf.md")
    repository.commit("eins")

    assert read_history(repository.journeys) == ()


def test_there_is_no_history_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.write("kauf.md")
    repository.commit("eins")
    monkeypatch.setenv("PATH", str(repository.root))

    assert read_history(repository.journeys) == ()


def test_there_is_no_history_in_a_broken_repository(repository: Repository) -> None:
    repository.write("kauf.md")
    repository.commit("eins")
    (repository.root / ".git/refs/heads/main").write_text("0" * 40 + "\n")

    assert read_history(repository.journeys) == ()


def test_a_shallow_clone_does_not_claim_that_its_last_commit_added_everything(
    repository: Repository, tmp_path: Path
) -> None:
    for number in range(4):
        repository.write(f"{number}.md")
        repository.commit(f"Nummer {number}")
    source = repository.root.as_uri()
    repository.git("clone", "--quiet", "--depth=3", source, str(tmp_path / "clone"))

    subjects = [commit.subject for commit in read_history(tmp_path / "clone/journeys")]
    assert subjects == ["Nummer 3", "Nummer 2"]


@pytest.mark.linux
def test_the_folder_may_be_the_repository_itself_or_a_link_to_it(
    repository: Repository, tmp_path: Path
) -> None:
    repository.write("kauf.md")
    repository.commit("eins")
    (tmp_path / "link").symlink_to(repository.journeys)

    assert [c.changes[0].inside for c in read_history(repository.root)] == ["journeys/kauf.md"]
    assert [c.changes[0].inside for c in read_history(tmp_path / "link")] == ["kauf.md"]


def test_merges_are_left_to_what_they_merge(repository: Repository) -> None:
    repository.write("kauf.md")
    repository.commit("eins")
    repository.git("checkout", "--quiet", "-b", "zweig")
    repository.write("zweig.md", "anderes\n")
    repository.commit("im Zweig")
    repository.git("checkout", "--quiet", "main")
    repository.write("haupt.md", "noch anderes\n")
    repository.commit("daneben", at="2026-03-14T13:00:00+01:00")
    repository.git("merge", "--quiet", "--no-ff", "--message", "zusammen", "zweig")

    assert [subject for subject, _ in repository.told()] == ["daneben", "im Zweig", "eins"]


def test_only_the_latest_commits_are_read(repository: Repository) -> None:
    entries = [
        f"commit refs/heads/main\ncommitter A <a@b> {number} +0000\ndata 1\nx\nM 644 inline journeys/a.md\ndata {len(str(number))}\n{number}\n"
        for number in range(1, history.MOST_COMMITS + 11)
    ]
    repository.git("fast-import", "--quiet", given="".join(entries).encode())

    found = read_history(repository.journeys)
    assert len(found) == history.MOST_COMMITS
    assert found[0].time == datetime.fromtimestamp(history.MOST_COMMITS + 10, UTC)


@pytest.mark.linux
def test_nothing_that_a_repository_names_is_run(repository: Repository, tmp_path: Path) -> None:
    trap, ran = tmp_path / "trap", tmp_path / "ran"
    trap.write_text(f'#!/bin/sh\ntouch "{ran}"\n')
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    (repository.root / ".gitattributes").write_text("*.md diff=trap filter=trap\n")
    repository.write("kauf.md")
    repository.commit("eins")
    for name in (
        "core.pager",
        "pager.log",
        "core.fsmonitor",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "gpg.program",
        "filter.trap.clean",
        "core.sshCommand",
        "alias.log",
    ):
        repository.git("config", name, str(trap))
    for name, value in (
        ("log.showSignature", "true"),
        ("log.showRoot", "false"),
        ("diff.renames", "copies"),
        ("log.diffMerges", "on"),
    ):
        repository.git("config", name, value)
    hooks = repository.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for name in ("post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (hooks / name).symlink_to(trap)

    assert repository.told() == [("eins", [("added", "kauf.md", "")])]
    assert not ran.exists()


def test_a_build_within_a_hook_reads_the_folder_s_own_repository(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    other.write("fremd.md")
    other.commit("fremd")
    repository.write("kauf.md")
    repository.commit("eins")
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "false")

    assert [subject for subject, _ in repository.told()] == ["eins"]


def test_a_new_commit_is_seen_and_an_old_log_is_kept(repository: Repository) -> None:
    repository.write("kauf.md")
    repository.commit("eins")
    before = read_history(repository.journeys)
    assert read_history(repository.journeys) is before

    repository.write("kauf.md", "y\n")
    repository.commit("zwei")
    assert [commit.subject for commit in read_history(repository.journeys)] == ["zwei", "eins"]


@pytest.fixture(autouse=True)
def _forget(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    return history._commits.cache_clear


def written(repository: Repository, day: int, **files: str | None) -> None:
    """Commit files as they were written on a day of March and committed later; without a text, one is removed."""
    for name, text in files.items():
        if text is None:
            (repository.journeys / f"{name}.md").unlink()
        else:
            repository.write(f"{name}.md", text)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--date", f"2026-03-{day:02}T12:00:00Z", "--message", "x")


def days(repository: Repository) -> dict[str, int]:
    """The day of March on which each file was changed last."""
    return {name: time.day for name, time in last_changes(repository.journeys).items()}


def test_a_file_was_changed_last_when_its_author_did(repository: Repository) -> None:
    written(repository, 1, kauf="x\n", hilfe="y\n")
    written(repository, 2, kauf="z\n")
    assert days(repository) == {"kauf.md": 2, "hilfe.md": 1}
    assert last_changes(repository.journeys)["kauf.md"] == datetime(2026, 3, 2, 12, tzinfo=UTC)
    assert last_changes(repository.root)["journeys/kauf.md"] == datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_a_moved_file_keeps_its_date_and_one_of_its_old_name_has_its_own(repository: Repository) -> None:
    text = "eine Zeile\n" * 20
    written(repository, 1, alt=text)
    (repository.journeys / "alt.md").rename(repository.journeys / "Größe „neu“.md")
    written(repository, 2)
    assert days(repository)["Größe „neu“.md"] == 1
    written(repository, 3, alt="etwas ganz anderes\n")
    assert days(repository) == {"Größe „neu“.md": 1, "alt.md": 3}
    written(repository, 4, **{"Größe „neu“": f"{text}mehr\n"})
    assert days(repository) == {"Größe „neu“.md": 4, "alt.md": 3}


def test_where_git_tells_nothing_there_are_no_dates(repository: Repository, tmp_path: Path) -> None:
    assert days(repository) == {}
    written(repository, 1, kauf="x\n")
    written(repository, 2, hilfe="y\n")
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth=1", repository.root.as_uri(), str(clone))
    assert last_changes(clone / "journeys") == {}
    assert last_changes(tmp_path / "nowhere") == {}
