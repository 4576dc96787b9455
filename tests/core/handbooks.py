"""Small handbooks for tests, from a mapping of paths to texts."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from textwrap import dedent

from journeybook import project
from journeybook.catalogue import Journey
from journeybook.rules import Family
from journeybook.settings import Settings

HANDBOOK = """\
stages:
  - {id: awareness, title: Bewusstsein, aliases: [Bekanntheit, Aufklärung]}
  - {id: purchase, title: Kauf}
channels:
  - {id: store, title: Filiale, setting: offline}
  - {id: web, title: Webshop, setting: online}
teams:
  - {id: shop, title: Filialbetrieb}
goals:
  - {id: wachsen, title: Mehr verkaufen}
segments:
  - {id: familien, title: Familien}
systems:
  - {id: lager, title: Lagersystem, owner: shop}
principles:
  - {id: ehrlich, title: Ehrlich sein}
terms:
  - {id: bon, title: Bon, definition: Der Beleg der Kasse.}
lanes:
  - {id: hinweis, title: Hinweis, side: firm, kind: text}
metrics:
  - {id: umsatz, title: Umsatz, unit: currency, direction: up}
review_every: 30
"""
NO_SETTINGS = Settings()
ANNA = "---\ntitle: Anna\n---\n"
BODO = "---\ntitle: Bodo\n---\n"
KASSE = "---\ntitle: Kasse\nchannel: store\n---\n"
KORB = "---\ntitle: Warenkorb\nchannel: web\n---\n"


def few_rules(*rules: str, before: str = "") -> str:
    """Settings of handbooks that leave most to be desired: of what pages say, only some rules speak."""
    lints = (family for family in Family if family not in {Family.SCHEMA, Family.REFERENCE})
    lines = [f'{family} = "off"' for family in lints] + [f'{rule} = "info"' for rule in rules]
    return "\n".join([before, "[rules]", *lines, ""])


def read(root: Path, files: Mapping[str, str], settings: Settings = NO_SETTINGS) -> project.Project:
    """Write a handbook below a folder and read it."""
    tree = {
        "handbook.yml": HANDBOOK,
        "personas/anna.md": ANNA,
        "personas/bodo.md": BODO,
        "touchpoints/kasse.md": KASSE,
        "touchpoints/korb.md": KORB,
        **files,
    }
    for path, text in tree.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project.read(root, "journeys", settings=settings)


def errors(found: project.Project) -> list[str]:
    """The findings that fail a build."""
    return [str(finding) for finding in found.errors]


def journey(root: Path, header: str, body: str = "") -> Journey:
    """Read a handbook with one journey, which has no errors."""
    found = read(root, {"x.md": f"---\n{dedent(header)}---\n{body}"})
    assert errors(found) == []
    return found.catalogue.journeys["x"]


def with_steps(root: Path, steps: str, personas: str = "anna") -> Journey:
    """Read a handbook with one journey of one stage."""
    lines = "".join(f"      {line}\n" for line in dedent(steps).splitlines())
    return journey(
        root, f"title: X\npersonas: [{personas}]\nstages:\n  - stage: purchase\n    steps:\n{lines}"
    )


@contextmanager
def without_powers(home: Path) -> Iterator[None]:
    """Be somebody else than root, who may read everything."""
    user = os.geteuid()
    home.chmod(0o755)
    if user == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)
