"""The same site by MkDocs and by ProperDocs, as programs."""

import hashlib
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_pages import BuiltPages, dead_links, repeated_ids
from small_sites import SIX_LINES, Tree, config, run_build

from journeybook.rules import RULES

FILES: Tree = {
    **SIX_LINES,
    "docs/index.md": "# Willkommen\n\n[[journey:schuhe]]\n",
    "docs/journeys/index.md": "# Reisen\n",
}
PAGES, OF_RULES = 23, 2 + len(RULES)
"""Those of the handbook; those of its quality, the rules and each rule."""


def _theme(program: str, theme: str) -> str | dict[str, Any]:
    """ProperDocs keeps MkDocs' own theme in a package of its own; MkDocs' copy of it serves as well."""
    if (program, theme) != ("properdocs", "mkdocs"):
        return theme
    folder = Path(str(find_spec("mkdocs").origin)).parent / "themes/mkdocs"  # type: ignore[union-attr]
    settings = yaml.safe_load((folder / "mkdocs_theme.yml").read_text(encoding="utf-8"))
    return {"name": None, "custom_dir": str(folder), **settings, "locale": "de"}


@pytest.mark.parametrize(
    ("program", "theme", "has_rules"),
    [("mkdocs", "material", False), ("properdocs", "material", True), ("properdocs", "mkdocs", False)],
)
def test_the_program_builds_a_whole_site(
    tmp_path: Path, program: str, theme: str, *, has_rules: bool
) -> None:
    ran = run_build(tmp_path, FILES, config(_theme(program, theme), rules=has_rules), program=program)
    assert (ran.returncode, [line for line in ran.stderr.splitlines() if "WARNING" in line]) == (0, [])
    site = tmp_path / "site"
    pages = BuiltPages(site)
    assert sum(page.is_ours for page in pages.values()) == PAGES + (OF_RULES if has_rules else 0)
    assert repeated_ids(pages) == []
    assert dead_links(site, pages) == []
    assert pages["index.html"].ours.one("div.jb-prose a")["href"] == "journeys/schuhe/"
    assert pages["journeys/index.html"].ours.one("h1").text == "Reisen"
    assert "Schuhe anprobieren" in (site / "search/search_index.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_the_program_fails_on_a_problem(tmp_path: Path, program: str) -> None:
    ran = run_build(tmp_path, {**FILES, "journeys/leer.md": ""}, config("material"), program=program)
    assert ran.returncode == 1
    assert [line.split("-  ")[1] for line in ran.stderr.splitlines() if line.startswith("ERROR")] == [
        "journeybook: journeys/leer.md:1:1: missing-header: The file is empty. Begin with a header between two lines of '---'.",
        "journeybook: 1 problem in the handbook",
    ]
    assert "Traceback" not in ran.stderr


def test_two_builds_give_the_same_site(tmp_path: Path) -> None:
    def digests(name: str, **environment: str) -> dict[str, str]:
        run_build(tmp_path / name, FILES, config("material"), SOURCE_DATE_EPOCH="1795219200", **environment)
        site = tmp_path / name / "site"
        files = (path for path in sorted(site.rglob("*")) if path.is_file() and path.suffix != ".gz")
        return {str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    assert digests("one") == digests("two", PYTHONHASHSEED="2")
