"""A handbook that `journeybook init` began builds strictly, in both languages and with its first new files."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from small_sites import build_site

from journeybook.cli import main
from journeybook.scaffold import LANGUAGES

HEADINGS = {"de": "Unsere Kundenreisen", "en": "Our customer journeys"}
JOURNEYS = {"de": "fahrrad-reparieren-lassen", "en": "having-a-bicycle-repaired"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_handbook_builds_strictly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["init", "--language", language]).exit_code == 0
    for kind in ("persona", "journey", "touchpoint"):
        assert CliRunner().invoke(main, ["new", kind, "Etwas Neues"]).exit_code == 0

    made = build_site(tmp_path, {}, (tmp_path / "mkdocs.yml").read_text(encoding="utf-8"))

    assert (made.aborted, made.log) == (None, [])
    assert HEADINGS[language] in made.page("").top.one("h1").text
    assert {
        f"journeys/{JOURNEYS[language]}/",
        "journeys/etwas-neues/",
        "personas/etwas-neues/",
        "touchpoints/etwas-neues/",
    } <= made.generated
