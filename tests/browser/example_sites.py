"""Sites that are built for the tests of pages, each by a program of its own, as a user builds them."""

import os
from collections.abc import Mapping
from pathlib import Path
from shutil import copytree, ignore_patterns

import warm
from published import ENVIRONMENT

ROOT = Path(__file__).parents[2]
FEW_PAGES = f"hooks: [{ROOT}/tests/site/stand_ins.py]\n"
"""A line of a mkdocs.yml that leaves the pages of rules out, which are more than all others of a small site."""


def build(config: Path, site: Path, **environment: str) -> Path:
    """Build a site strictly, on the day that all tests live on."""
    command = ("-m", "mkdocs", "build", "--strict", "-f", str(config), "-d", str(site))
    built = warm.run(*command, folder=ROOT, environment={**os.environ, **ENVIRONMENT, **environment})
    assert built.returncode == 0, built.stderr
    return site


def build_copy(config: str, root: Path, site: Path) -> Path:
    """Build the example's pages with a mkdocs.yml of their own; journeys must lie beside it."""
    of_the_documentation = ignore_patterns("en", "README.md")
    for name in ("docs", "overrides", "journeys"):
        copytree(ROOT / name, root / name, ignore=of_the_documentation)
    (root / "mkdocs.yml").write_text(config, encoding="utf-8")
    return build(root / "mkdocs.yml", site)


def build_files(files: Mapping[str, str | bytes], root: Path) -> Path:
    """Write the files of a handbook and build it into `site` beside them."""
    (root / "docs").mkdir()
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text if isinstance(text, bytes) else text.encode())
    return build(root / "mkdocs.yml", root / "site")
