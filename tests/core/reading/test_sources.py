"""A folder is read from a revision as it is from the disk, with all that is refused."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from core.golden import Case, cases
from core.repositories import BASE, commit, git, write
from journeybook.git import Repository, UnknownRevision, read_tree
from journeybook.load import Document, HashedFiles, TreeFiles, read_files
from journeybook.load.source import NotTaken

EMPTY_FOLDERS = {"empty-folder", "no-folder", "nothing-there-yet"}
"""git keeps no folders that are empty."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all golden cases, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("cases")
    git(folder, "init", "--quiet")
    for case in cases():
        case.write(folder / case.name)
    commit(folder)
    return folder


@pytest.mark.parametrize(
    "case", [case for case in cases() if case.name not in EMPTY_FOLDERS], ids=lambda case: case.name
)
def test_a_revision_reads_like_the_disk(root: Path, case: Case) -> None:
    tree = read_tree(Repository.around(root), git(root, "rev-parse", "HEAD"), f"{case.name}/journeys")
    disk = read_files(HashedFiles(root / case.name / "journeys"), "journeys")
    revision = read_files(TreeFiles(tree), "journeys")

    assert list(map(_facts, revision.documents)) == list(map(_facts, disk.documents))
    assert (revision.assets, revision.findings, revision.unread) == (disk.assets, disk.findings, disk.unread)
    assert revision.signatures == disk.signatures


def _facts(document: Document) -> tuple[object, ...]:
    """What a document says; two refusals of the same are not equal to each other."""
    refused = [str(item) for item in document.header.refused]
    header = replace(document.header, refused=())
    return refused, replace(document, header=header)


def links(root: Path) -> TreeFiles:
    """A commit with links of all kinds."""
    git(root, "init", "--quiet")
    write(root / "journeys", BASE)
    (root / "outside.md").write_text("x")
    for name, target in {
        "in.md": "kauf.md",
        "chain.md": "in.md",
        "round.md": "round.md",
        "nowhere.md": "missing.md",
        "out.md": "../outside.md",
        "absolute.md": "/etc/passwd",
        "below": "personas",
        "above": "..",
    }.items():
        (root / "journeys" / name).symlink_to(target)
    return TreeFiles(read_tree(Repository.around(root), commit(root), "journeys"))


def test_links_in_a_revision_are_followed_within_the_folder_alone(tmp_path: Path) -> None:
    files = links(tmp_path)
    disk = HashedFiles(tmp_path / "journeys")

    assert files.identity("in.md") == files.identity("chain.md") == files.identity("kauf.md")
    assert files.read("chain.md") == BASE["kauf.md"].encode()
    assert [files.identity(name) for name in ("out.md", "absolute.md")] == [
        disk.identity(name) for name in ("out.md", "absolute.md")
    ]
    refused = [{item for item in source.paths() if isinstance(item, NotTaken)} for source in (files, disk)]
    assert refused[0] == refused[1]
    for name, number in (("round.md", errno.ELOOP), ("nowhere.md", errno.ENOENT)):
        with pytest.raises(OSError, match=name) as caught:
            files.identity(name)
        assert caught.value.errno == number


def test_a_file_that_is_too_large_is_not_read_from_a_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path, {"journeys/metrics/gross.csv": "x" * (32 * 1024 * 1024 + 1)})
    files = TreeFiles(read_tree(Repository.around(tmp_path), commit(tmp_path), "journeys"))
    (document,) = read_files(files, "journeys").documents

    assert [finding.rule for finding in document.findings] == ["file-too-large"]


def test_names_that_are_no_text_are_named_and_not_read(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path / "journeys", BASE)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/journeys/gr\xfcn.md")).write_text("x")
    files = TreeFiles(read_tree(Repository.around(tmp_path), commit(tmp_path), "journeys"))
    folder = read_files(files, "journeys")

    assert [document.findings[0].rule for document in folder.documents if document.findings] == [
        "unreadable-file"
    ]


def test_a_commit_whose_files_are_missing_says_how_to_get_them(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    write(tmp_path / "journeys", BASE)
    name = commit(tmp_path)
    blob = git(tmp_path, "rev-parse", "HEAD:journeys/kauf.md")
    (tmp_path / f".git/objects/{blob[:2]}/{blob[2:]}").unlink()

    with pytest.raises(UnknownRevision, match=f"^Files of the commit {name[:12]} are not in this clone"):
        read_tree(Repository.around(tmp_path), name, "journeys")
