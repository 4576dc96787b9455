"""Fixtures for the tests of whole sites: one day for all builds, and the sites that many tests look at."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from small_sites import ROOT, SIX_LINES, Make, SmallSite, Tree, build_site, config

from shared_folders import shared_folder


@pytest.fixture(scope="session", autouse=True)
def _same_day() -> Iterator[None]:
    """All builds, those of other programs included, take the same day for today."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JOURNEYBOOK_TODAY", "2026-11-21")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        patch.setenv("DISABLE_MKDOCS_2_WARNING", "true")
        yield


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Build the smallest handbook, with other files laid over it, and with options of mkdocs.yml."""

    def make(files: Tree | None = None, theme: str | dict[str, Any] = "mkdocs", **options: Any) -> SmallSite:
        return build_site(tmp_path, {**SIX_LINES, **(files or {})}, config(theme, **options))

    return make


EXAMPLES = [("material", True), ("mkdocs", False)]


@pytest.fixture(scope="session", params=EXAMPLES, ids=lambda example: f"{example[0]}-{example[1]}")
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    """The handbook of this repository, below another path, in each theme, with each kind of addresses."""
    theme, directory_urls = request.param
    root = shared_folder(
        tmp_path_factory, f"example-{theme}-{directory_urls}", partial(_build, request.param)
    )
    return SmallSite(root, **json.loads((root / "told.json").read_text(encoding="utf-8")))


def _build(example: tuple[str, bool], root: Path) -> None:
    theme, directory_urls = example
    copytree(ROOT / "journeys", root / "journeys")
    made = build_site(
        root,
        {},
        config(
            theme,
            rules=True,
            use_directory_urls=directory_urls,
            site_url="https://example.org/unter/pfad/",
            edit_uri_template="https://git.example.org/edit/docs/{path}",
            markdown_extensions=["tables", "footnotes", "admonition", "attr_list"],
        ),
    )
    (root / "told.json").write_text(json.dumps({"log": made.log, "aborted": made.aborted}), encoding="utf-8")
