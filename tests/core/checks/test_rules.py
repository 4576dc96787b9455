"""Each rule's examples do what they say: the bad one breaks the rule, the good one does not."""

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from core.golden import write_files
from journeybook import project, rules
from journeybook.findings import Finding
from journeybook.rules import RULES, Rule, example
from journeybook.rules.examples import shared
from journeybook.settings import find_settings, read_settings


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-11-21")


def findings(root: Path, files: Mapping[str, Any], settings: str = "") -> tuple[Finding, ...]:
    """What `check` finds in a handbook of the shared files and some of its own."""
    write_files(root, {**shared(), "journeybook.toml": settings, **files})
    folder = root / "journeys"
    with chdir(root):
        settings_file = find_settings(folder)
        return project.read(folder, "journeys", settings=read_settings(settings_file)).findings


def said(found: tuple[Finding, ...], rule: Rule) -> list[str]:
    """What a rule says, as a rule's example writes it."""
    return [f"{item.place}: {item.message}" for item in found if item.rule == rule.id]


def test_the_shared_handbook_breaks_no_rule(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_the_bad_example_breaks_the_rule_and_the_good_one_does_not(rule: Rule, tmp_path: Path) -> None:
    given = example(rule.id)
    assert said(findings(tmp_path / "bad", given.bad, given.settings), rule) == list(given.finds)
    assert said(findings(tmp_path / "good", given.good, given.settings), rule) == []
    assert given.finds


def test_every_example_belongs_to_a_rule() -> None:
    folder = Path(rules.__file__).parent / "examples"
    names = {file.stem for file in folder.glob("*.yml")} - {"_shared"}
    assert names == set(RULES)
