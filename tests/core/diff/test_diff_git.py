"""`journeybook diff` in real repositories: revisions, shallow and bare clones, renames, merges, broken files."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from core.repositories import BASE, commit, edit, git, repository, write
from journeybook.cli import main

POINT = """\
▼ It gets worse for Anna at 1 step (“Ich bezahle”). Nothing breaks. 1 warning: Satisfaction fell by two or more.
To be asked: Filialbetrieb
Schuhe kaufen: Satisfaction 4.0 → 2.0 · Status: Draft
? Schuhe kaufen › Ich bezahle: Why did it fall, what shows it, and which pain point explains it?

"""
DETAILS = """\
Journey: Schuhe kaufen (kauf)
  Kauf › Ich bezahle: The satisfaction of Anna fell from 4 to 2.
    warning: satisfaction-fell-far: Satisfaction fell by two or more.
    journeys/kauf.md:9
"""
FELL = POINT + DETAILS
ONE = "1 change in 1 journey: 1 warning\n"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder: a repository."""
    folder = repository(tmp_path / "handbook")
    monkeypatch.chdir(folder)
    return folder


def diff(*arguments: str) -> tuple[int, str, str]:
    found = CliRunner().invoke(main, ["diff", *arguments])
    return found.exit_code, found.stdout, found.stderr


def kinds(*arguments: str) -> list[str]:
    found = diff(*arguments, "--format", "json")
    return [change["kind"] for change in json.loads(found[1])["changes"]]


def fall(home: Path) -> None:
    edit(home, "kauf.md", "satisfaction: 4", "satisfaction: 2")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_nothing_is_said_where_nothing_has_changed(form: str) -> None:
    assert diff("HEAD", "--format", form) == (0, "", "")
    assert diff("HEAD", "main", "--format", form) == (0, "", "")
    assert diff("./journeys", "journeys/", "--format", form) == (0, "", "")


@pytest.mark.usefixtures("home")
def test_json_says_that_there_are_no_changes() -> None:
    code, out, err = diff("HEAD", "--format", "json")

    assert (code, json.loads(out)["changes"], err) == (0, [], "")


def test_the_work_tree_is_compared_with_a_revision(home: Path) -> None:
    fall(home)

    assert diff("main") == (1, FELL, ONE)


def test_two_revisions_are_compared_and_the_work_tree_stays_as_it_is(home: Path) -> None:
    fall(home)
    commit(home)
    write(home / "journeys", {"kauf.md": "not committed"})

    assert diff("HEAD~1", "HEAD") == diff("HEAD~1..HEAD") == diff("HEAD~1..") == (1, FELL, ONE)
    assert (home / "journeys/kauf.md").read_text() == "not committed"
    assert git(home, "status", "--porcelain") == "M journeys/kauf.md"


def test_two_folders_are_compared_without_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("old", "new"):
        write(tmp_path / name / "journeys", BASE)
    fall(tmp_path / "new")
    monkeypatch.chdir(tmp_path)
    expected = FELL.replace("journeys/kauf.md:9", "old/journeys/kauf.md:9 → new/journeys/kauf.md:9")

    assert diff("old", "new") == (1, expected, ONE)
    assert diff("old/journeys", "./new") == (1, expected.replace("→ new", "→ ./new"), ONE)


def test_three_points_compare_with_where_a_branch_left(home: Path) -> None:
    git(home, "switch", "--quiet", "--create", "branch")
    fall(home)
    commit(home)
    git(home, "switch", "--quiet", "main")
    write(home / "journeys", {"touchpoints/neu.md": "---\ntitle: Neu\nchannel: store\n---\n"})
    commit(home)

    assert kinds("main...branch") == ["satisfaction-fell"]
    assert kinds("main..branch") == ["satisfaction-fell", "touchpoint-removed"]
    git(home, "merge", "--quiet", "--no-edit", "branch")
    assert kinds("HEAD^1", "HEAD") == ["satisfaction-fell"]
    assert kinds("HEAD^2", "HEAD") == ["touchpoint-added"]


def test_a_renamed_file_is_the_same_journey(home: Path) -> None:
    (home / "journeys/laden").mkdir()
    git(home, "mv", "journeys/kauf.md", "journeys/laden/kauf.md")
    git(home, "mv", "journeys/hilfe.md", "journeys/support.md")
    commit(home)

    assert kinds("HEAD~1") == ["journey-renamed", "file-moved"]


def test_a_revision_that_looks_like_an_option_is_a_revision(home: Path) -> None:
    fall(home)
    commit(home)
    git(home, "update-ref", "refs/heads/--output=x", "HEAD~1")

    assert diff("--", "--output=x") == (1, FELL, ONE)
    assert diff("--output=x")[0] == 2
    assert diff("HEAD", "--format", "text", "--", "--output=y")[0] == 2
    assert sorted(path.name for path in home.iterdir()) == [".git", "journeys"]


def test_a_bare_repository_has_two_revisions(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fall(home)
    commit(home)
    git(tmp_path, "clone", "--quiet", "--bare", str(home), "bare.git")
    monkeypatch.chdir(tmp_path / "bare.git")

    assert diff("main~1", "main") == (1, FELL, ONE)
    assert diff("main~1") == (
        2,
        "",
        (
            "Error: This repository is bare, it has no work tree. Name a second revision: "
            "journeybook diff BASE HEAD\n"
        ),
    )


def test_a_shallow_clone_says_what_to_fetch(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(home, "switch", "--quiet", "--create", "branch")
    fall(home)
    commit(home)
    write(home / "journeys", {"kauf.md": BASE["kauf.md"].replace("Ich bezahle", "Ich zahle")})
    commit(home)
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=branch", f"file://{home}", "shallow")
    shallow = tmp_path / "shallow"
    monkeypatch.chdir(shallow)
    why = "This clone holds the latest commits alone. Fetch it: git fetch"

    assert diff("origin/main") == (
        2,
        "",
        (
            f"Error: There is no revision 'origin/main' here. {why} --depth=1 origin "
            "+refs/heads/main:refs/remotes/origin/main\n"
        ),
    )
    assert diff("HEAD~1")[2].endswith(f"{why} --unshallow origin\n")
    git(shallow, "fetch", "--quiet", "--depth=1", "origin", "+refs/heads/main:refs/remotes/origin/main")
    assert kinds("origin/main") == ["step-reworded"]
    assert diff("origin/main...HEAD")[2] == (
        "Error: No commit is known from which both 'origin/main' and 'HEAD' come. "
        "This clone holds the latest commits alone. Fetch the others: git fetch --unshallow\n"
    )
    git(shallow, "fetch", "--quiet", "--unshallow", "origin")
    assert kinds("origin/main...HEAD") == ["step-reworded"]


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("ends", [("",), ("HEAD", "")])
def test_a_variable_that_is_empty_is_not_taken_for_equal(ends: tuple[str, ...]) -> None:
    message = "Error: One of the two ends is an empty text. Name a revision or a folder.\n"

    assert diff(*ends) == (2, "", message)


@pytest.mark.usefixtures("home")
def test_a_slip_in_a_revision_is_answered_with_the_nearest_one() -> None:
    assert diff("mian") == (2, "", "Error: There is no revision 'mian' here. Did you mean 'main'?\n")


@pytest.mark.usefixtures("home")
def test_a_revision_like_no_other_is_answered_with_where_to_look() -> None:
    message = "Error: There is no revision 'xyz' here. Those that there are: git log --oneline --all\n"

    assert diff("xyz") == (2, "", message)


def test_what_is_a_folder_and_a_revision_has_to_be_said_clearly(home: Path) -> None:
    git(home, "branch", "journeys")
    message = (
        "Error: 'journeys' is both a folder and a revision. Write './journeys' for the folder, "
        "or 'journeys^0' for the revision.\n"
    )

    assert diff("journeys") == (2, "", message)
    assert diff("journeys^0")[0] == diff("./journeys")[0] == 0


def test_a_broken_side_is_named_and_the_rest_is_compared(home: Path) -> None:
    fall(home)
    write(home / "journeys", {"hilfe.md": "---\ntitle: [\n---\n"})
    code, out, err = diff("HEAD", "--fail-on", "error")

    assert code == 1
    assert "\nNot compared, because it cannot be read in the work tree: journeys/hilfe.md:" in out
    assert "Not everything could be compared. 1 warning: Satisfaction fell by two or more.\n" in out
    assert out.endswith("\n\n" + DETAILS)
    assert err == "1 change in 1 journey: 1 warning, 1 file problem in the way\n"
    commit(home)
    write(home / "journeys", {"hilfe.md": BASE["hilfe.md"]})
    assert "\nNot compared, because it cannot be read in HEAD: journeys/hilfe.md:" in diff("HEAD")[1]


def test_a_broken_vocabulary_takes_nothing_along(home: Path) -> None:
    fall(home)
    write(home / "journeys", {"handbook.yml": "stages: nonsense\n"})

    assert kinds("HEAD") == ["satisfaction-fell"]


@pytest.mark.parametrize(
    ("bar", "code"), [("any", 1), ("error", 0), ("warning", 1), ("info", 1), ("never", 0)]
)
def test_the_user_says_what_makes_the_command_fail(home: Path, bar: str, code: int) -> None:
    fall(home)

    assert diff("HEAD", "--fail-on", bar) == (code, FELL, ONE)


def test_a_folder_that_is_missing_on_one_side_is_all_new(home: Path) -> None:
    git(home, "mv", "journeys", "reisen")
    commit(home)
    code, out, _ = diff("HEAD~1", "HEAD", "--journeys-dir", "reisen")

    assert code == 1
    assert "\nThere is no folder “reisen” in HEAD~1; everything counts as new or removed.\n" in out
    assert "Stage: Kauf (purchase)\n  The handbook's stage 'Kauf' was added.\n" in out
    assert "Stage: Kauf (purchase)\n" in diff("HEAD", "HEAD~1", "--journeys-dir", "reisen")[1]
    assert kinds("HEAD~1:journeys", "HEAD", "--journeys-dir", "reisen") == []
    assert diff("HEAD~1", "HEAD", "--journeys-dir", "nowhere") == (
        2,
        "",
        "Error: There is no folder 'nowhere' on either side. Name yours: --journeys-dir FOLDER\n",
    )


def test_it_works_from_a_folder_below_the_repository(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "sub").mkdir()
    shutil.move(home / "journeys", home / "sub/journeys")
    commit(home)
    fall(home / "sub")
    monkeypatch.chdir(home / "sub")

    assert diff("HEAD") == (1, FELL, ONE)
    monkeypatch.chdir(home)
    assert diff("HEAD", "--journeys-dir", "sub/journeys")[1] == FELL.replace("journeys/", "sub/journeys/")


def test_it_works_in_a_hook_that_git_runs(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = repository(tmp_path / "other")
    monkeypatch.setenv("GIT_DIR", str(other / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other / ".git/index"))
    fall(home)

    assert diff("HEAD") == (1, FELL, ONE)


@pytest.mark.linux
def test_links_are_followed_only_within_the_folder(home: Path) -> None:
    (home / "secret.md").write_text(BASE["kauf.md"])
    (home / "journeys/out.md").symlink_to("../secret.md")
    (home / "journeys/in.md").symlink_to("kauf.md")
    git(home, "update-index", "--add", "--cacheinfo", f"160000,{git(home, 'rev-parse', 'HEAD')},journeys/sub")
    commit(home)

    for ends in (("HEAD~1", "HEAD"), ("HEAD~1",)):
        data = json.loads(diff(*ends, "--format", "json")[1])
        assert [(change["kind"], change["subject"]["id"]) for change in data["changes"]] == [
            ("journey-added", "in")
        ]
        assert [(item["path"], item["rule"]) for item in data["unread"]] == [
            ("journeys/out.md", "outside-project")
        ]


def test_other_line_ends_on_the_disk_change_nothing(home: Path) -> None:
    path = home / "journeys/kauf.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert diff("HEAD") == (0, "", "")


def test_a_repository_with_long_names_works_alike(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "journeys", BASE)
    git(tmp_path, "init", "--quiet", "--object-format=sha256")
    commit(tmp_path)
    monkeypatch.chdir(tmp_path)

    assert diff("HEAD") == (0, "", "")
    fall(tmp_path)
    assert diff("HEAD") == (1, FELL, ONE)


def test_without_a_repository_revisions_are_unknown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "journeys", BASE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))

    assert diff("main") == (
        2,
        "",
        "Error: 'journeys' lies in no git repository. Go to your handbook's folder, or compare two folders.\n",
    )


@pytest.mark.usefixtures("home")
def test_without_git_folders_can_be_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "other", BASE)
    monkeypatch.setenv("PATH", os.devnull)

    assert diff("journeys/", "../other") == (0, "", "")
    assert diff("main") == (
        2,
        "",
        "Error: There is no git on this computer. Install it, or compare two folders.\n",
    )
