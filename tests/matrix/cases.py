"""The cases of matrix.yml, and the smallest handbook that is built with each: a page of every kind, one by hand."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from built_pages import Element
from small_sites import SmallSite, write_tree

HERE = Path(__file__).parent
MATERIAL = {"name": "material", "language": "de", "font": False}
DAY = "2025-03-01"
HANDBOOK: Mapping[str, str | None] = {
    "docs/index.md": "# Willkommen\n\nZur [Journey](journeys/weg/index.md).\n",
    "docs/leitfaden.md": (
        "---\ndescription: Wie wir arbeiten\ntags: [Leitfaden]\n---\n# Leitfaden\n\n## Ein Abschnitt\n\nMit Text.\n"
    ),
    "journeys/handbook.yml": (
        "stages:\n  - {id: kauf, title: Kauf}\n  - {id: rueckgabe, title: Rückgabe}\n"
        "channels:\n  - {id: laden, title: Laden, setting: offline}\n"
        "metrics:\n  - {id: zufrieden, title: Zufriedenheit, unit: percent, direction: up}\n"
    ),
    "journeys/weg.md": (
        "---\ntitle: Topf kaufen\npersona: ida\ntags: [Leitfaden]\nstages:\n  - stage: kauf\n    steps:\n"
        "      - {title: Ich zahle, id: ich-zahle, touchpoints: [kasse], satisfaction: 4, metrics: [zufrieden]}\n"
        "      - {title: Ich trage heim, id: ich-trage-heim, satisfaction: 2, pain_points: [Der Topf ist schwer]}\n"
        "---\n\nEine Zeile, {{ 6 * 7 }}.\n\n## Warum wir das erzählen\n\nWeil Ida es tut.\n"
    ),
    "journeys/personas/ida.md": "---\ntitle: Ida\ngoals: [Gut kochen]\n---\n\nIda kocht gern.\n",
    "journeys/touchpoints/kasse.md": (
        "---\ntitle: Kasse\nchannel: laden\nexpectation: Es geht schnell\n---\n\nAm Ausgang.\n"
    ),
    "journeys/metrics/werte.csv": "date,metric,value\n2026-10-01,zufrieden,70\n2026-11-01,zufrieden,75\n",
}
SECRETS = ("Ich trage heim", "Der Topf ist schwer", "Gut kochen", "Es geht schnell", "Weil Ida es tut")
"""What journeys, personas and touchpoints say below their titles."""


@dataclass(frozen=True, kw_only=True)
class Case:
    """A plugin, a theme or a setting that a handbook is built with."""

    name: str
    package: str | None = None
    plugins: tuple[Any, ...] = ("search", "journeybook")
    theme: Mapping[str, Any] = field(default_factory=lambda: MATERIAL)
    site: Mapping[str, Any] = field(default_factory=dict)
    files: Mapping[str, str | None] = field(default_factory=dict)
    """Files beside the handbook's; nothing in place of one leaves it out."""
    de: str = ""
    en: str = ""
    limit: Mapping[str, str] = field(default_factory=dict)
    """What does not work, in each language."""
    start: str = field(default=".", metadata={"key": "from"})
    """The folder that MkDocs is called in."""

    @property
    def settings(self) -> dict[str, Any]:
        """The settings of mkdocs.yml."""
        url = "https://handbuch.example.org/"
        return {
            "site_name": "Probe",
            "site_url": url,
            "theme": dict(self.theme),
            "plugins": [*self.plugins],
            **self.site,
        }


def read_cases(group: str) -> Iterator[Case]:
    """Read the cases of a group of matrix.yml."""
    data = yaml.safe_load((HERE / "matrix.yml").read_text(encoding="utf-8"))
    for entry in data[group]:
        start = entry.pop("from", ".")
        yield Case(**entry, start=start)


@dataclass
class Built(SmallSite):
    """A site as a case has built it."""

    said: str = ""
    code: int = 0

    @property
    def texts(self) -> dict[str, str]:
        """The text of our part of each generated page in the default language, by the page's address.

        Without the links between pages of a group, which depend on how the navigation is arranged.
        """
        return {
            path.removesuffix("index.html").removesuffix(".html"): " ".join(_texts(page.ours))
            for path, page in self.pages.items()
            if page.html.count('<div class="jb-page ') == 1 and not path.startswith(("en/", "index"))
        }

    def file(self, path: str) -> str:
        """The text of a file of the site."""
        return (self.site / path).read_text(encoding="utf-8")

    def files(self) -> dict[str, str]:
        """The text of each file of the site, as far as it is one, without the places for hyphens."""
        found = (path for path in sorted(self.site.rglob("*")) if path.is_file())
        return {
            path.relative_to(self.site).as_posix(): path.read_bytes()
            .decode("utf-8", "replace")
            .replace("\N{SOFT HYPHEN}", "")
            for path in found
        }


Make = Callable[[Case], Built]
"""Builds the site of a case, once for all tests."""


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield from child.replace("\N{SOFT HYPHEN}", "").split()
        elif not child.matches("nav.jb-neighbours") and child.tag not in {"script", "style"}:
            yield from _texts(child)


def build(root: Path, case: Case) -> Built:
    """Write the site of a case, commit it on one day, and build it as `mkdocs build --strict` does."""
    write_site(root, case)
    config = os.path.relpath(root / "mkdocs.yml", root / case.start)
    ran = run(root / case.start, "-m", "mkdocs", "build", "--strict", "--config-file", config)
    return Built(root, said=ran.stderr, code=ran.returncode)


def write_site(root: Path, case: Case) -> None:
    """Write the files of a case and commit them."""
    files = {
        **HANDBOOK,
        **case.files,
        "mkdocs.yml": yaml.safe_dump(case.settings, allow_unicode=True, sort_keys=False),
    }
    write_tree(root, {name: text for name, text in files.items() if text is not None})
    _place_fonts(root)
    commit(root)


def _place_fonts(root: Path) -> None:
    """Put a font where the plugin for pictures keeps those that it has fetched from Google."""
    fonts = root / ".cache/plugin/social/fonts/Any"
    fonts.mkdir(parents=True)
    font = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    for style in ("Regular", "Bold"):
        (fonts / f"{style}.ttf").write_bytes(font.read_bytes())


def commit(root: Path) -> None:
    """Make a repository of a site, with one commit."""
    at = f"{DAY}T10:00:00+00:00"
    variables = {**os.environ, "GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
    for command in (
        ("init", "-q"),
        ("config", "user.name", "Anna Autorin"),  # plugins commit as well, and ask for it
        ("config", "user.email", "anna@example.org"),
        ("add", "-A", "--", ":!.cache"),
        ("commit", "-qm", "Beginn"),
    ):
        subprocess.run(["git", "-C", str(root), *command], env=variables, check=True)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder, on the day of all tests."""
    variables = {
        **os.environ,
        "JOURNEYBOOK_TODAY": "2026-11-21",
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
    }
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
