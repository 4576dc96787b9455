"""Every field of a stage reaches every place that has to know it; what fails says where to add it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.changed_handbooks import proposal
from core.handbooks import read
from core.rendering import html_of
from journeybook import model
from journeybook.diff import Difference, State, change_tree, compare
from journeybook.kinds import ThingKind
from journeybook.language import language
from journeybook.load import HashedFiles
from journeybook.model.lanes import LANES, NO_LANES_OF_STAGE, holds
from journeybook.pages import Site, site_pages
from journeybook.pages.wording.labels import FIELDS
from journeybook.project import Project
from journeybook.report.differences.document import diff_json
from journeybook.schema import schema_of
from journeybook.settings import Limits, Settings

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 21)

KNOWN: Mapping[str, tuple[Any, str]] = {
    "stage": ("purchase", "Kauf"),
    "id": ("zweiter-kauf", "zweiter-kauf"),
    "title": ("Wort title", "Wort title"),
    "owner": ("shop", "Filialbetrieb"),
    "actors": (["shop", "Wort actors"], "Wort actors"),
    "content": ({"title": "Wort content", "type": "Ratgeber", "status": "planned"}, "Wort content"),
    "lanes": ({"hinweis": ["Wort lanes"]}, "Wort lanes"),
    "links": ({"title": "Wort links", "url": "https://example.org/"}, "Wort links"),
    "metrics": (["umsatz"], "Umsatz"),
    "principles": (["ehrlich"], "Ehrlich sein"),
    "systems": (["lager", "Wort systems"], "Wort systems"),
    "duration": ("15 min", "15 minutes"),
    "wait": ("2–5 d", "2–5 days"),
    "steps": (["Ich bezahle"], "Ich bezahle"),
}
"""What is written in the fields that are no text or list of texts, and what of it readers see."""

NOT_IN_SEARCH = {
    "stage": "found by its own page",
    "id": "an address",
    "owner": "teams have pages of their own",
    "actors": "teams have pages of their own",
    "metrics": "found by their own pages",
    "principles": "found by their own pages",
    "duration": "a time",
    "wait": "a time",
    "evidence": "found nowhere yet",
}
WITHOUT_LIMIT = {
    "stage": "an id",
    "id": "as long as ids may be",
    "title": "has a row of its own",
    "phase": "is cut in the head",
    "goal": "is cut in the head, and whole on the stage's page",
    "owner": "an id",
    "links": "stand below each other",
    "metrics": "ids",
    "principles": "ids",
    "duration": "a time",
    "wait": "a time",
    "evidence": "stands behind a fold",
    "steps": "each has limits of its own",
}
TOLD_OTHERWISE = {
    "stage": "another stage",
    "id": "the address alone",
    "title": "its own kind of change",
    "pain_points": "each has kinds of changes of its own",
    "opportunities": "each has kinds of changes of its own",
    "lanes": "each lane is told by its own title",
    "steps": "each has kinds of changes of its own",
}
"""Where a field has nothing to say, with the reason; every other place must know it."""

ASKED = (
    "stage",
    "goal",
    "phase",
    "content",
    "owner",
    "metrics",
    "principles",
    "thoughts",
    "pain_points",
    "links",
    "steps",
)
"""What new files ask for; all else of a stage is asked for at its steps."""

FIELDS_OF_STAGE = tuple(model.JourneyStage.model_fields)


def without(exceptions: Mapping[str, str]) -> list[str]:
    """The fields that a place must know."""
    return [field for field in FIELDS_OF_STAGE if field not in exceptions]


def value(field: str) -> tuple[Any, str]:
    """What is written in a field, and what of it readers see."""
    return KNOWN.get(field, (f"Wort {field}", f"Wort {field}"))


def handbook(root: Path, fields: Mapping[str, Any], settings: Settings | None = None) -> Project:
    """A handbook with a journey of one stage."""
    stage = {"stage": "purchase", "steps": ["Ich bezahle"]} | dict(fields)
    header = {"title": "Einkauf", "persona": "anna", "stages": [stage]}
    return read(root, {"einkauf.md": f"---\n{json.dumps(header)}\n---\n"}, settings or Settings())


@dataclass(frozen=True)
class Shown:
    """What readers get of a journey with something in every field of its stage."""

    map: str
    """The map of the journey's page, on a wide window."""
    stage: str
    """The page of the stage."""
    found: str
    """What the search knows of it."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The pages of the journey, without the hyphens that a browser may break at."""
    found = handbook(tmp_path_factory.mktemp("stage"), {field: value(field)[0] for field in FIELDS_OF_STAGE})
    assert [str(finding) for finding in found.errors] == []
    site = Site(catalogue=found.catalogue, language=language("en"), today=TODAY)
    pages = {page.address: page for page in site_pages(site)}
    html = {
        address: html_of(pages[address], "en", TODAY)
        for address in ("journeys/einkauf/", "journeys/einkauf/zweiter-kauf/")
    }
    journey, stage = (text.replace("\xad", "") for text in html.values())
    entries = pages["journeys/einkauf/zweiter-kauf/"].entries
    assert entries
    return Shown(
        map=journey.partition('<table class="jb-map__grid">')[2].partition("</table>")[0],
        stage=stage,
        found=" ".join(f"{entry.title} {entry.text}" for entry in entries()),
    )


@pytest.mark.parametrize("field", FIELDS_OF_STAGE)
def test_a_field_is_shown_by_a_lane_or_says_where_else(field: str) -> None:
    lanes = [lane.name for lane in LANES if holds(lane, model.JourneyStage) and field in lane.fields]

    assert len(lanes) + (field in NO_LANES_OF_STAGE) == 1, (
        f"Add a row for '{field}' to LANES of model/lanes.py, or a reason to NO_LANES_OF_STAGE."
    )


def test_a_stage_has_the_lanes_that_the_content_model_names() -> None:
    named = """
        actions thoughts feelings needs motivations doubts expectations quotes frontstage backstage systems actors
        pain_points opportunities evidence links time
    """

    assert set(named.split()) <= {lane.name for lane in LANES if holds(lane, model.JourneyStage)}
    assert not {"touchpoints", "devices", "recovery"} & set(FIELDS_OF_STAGE)


@pytest.mark.parametrize("field", without(NO_LANES_OF_STAGE))
def test_a_field_has_a_cell_over_the_stage(field: str, shown: Shown) -> None:
    cells = re.findall(
        r'<td colspan="1" class="is-first" data-jb-stage="zweiter-kauf">.*?</td>', shown.map, re.DOTALL
    )

    assert any(value(field)[1] in cell for cell in cells), f"The map does not show '{field}' of a stage."


@pytest.mark.parametrize("field", without({"stage": "a title stands for it"}))
def test_a_field_is_on_the_page_of_the_stage(field: str, shown: Shown) -> None:
    assert value(field)[1] in shown.stage, f"Show '{field}' in templates/stage/."


@pytest.mark.parametrize("field", without(NOT_IN_SEARCH))
def test_a_field_is_found_by_the_search(field: str, shown: Shown) -> None:
    assert value(field)[1] in shown.found, f"The search does not find '{field}': see pages/frame/search.py."


@pytest.mark.parametrize("field", without(WITHOUT_LIMIT))
def test_a_field_that_is_too_long_is_found(field: str, tmp_path: Path) -> None:
    found = handbook(tmp_path, {field: value(field)[0]}, Settings(limits=Limits(text_length=3)))
    places = [finding.at for finding in found.findings if finding.rule == "text-too-long"]

    assert any(field in place for place in places), f"No rule looks at the length of '{field}' of a stage."


def compared(root: Path, before: Mapping[str, Any], after: Mapping[str, Any]) -> Difference:
    """What is told of a stage that changes."""
    states = []
    for name, given in (("before", before), ("after", after)):
        handbook(root / name, given)
        states.append(State(name=name, label="journeys", source=HashedFiles(root / name)))
    return compare(*states, today=TODAY)


@pytest.mark.parametrize("field", without(TOLD_OTHERWISE))
def test_a_change_of_a_field_is_told_with_its_label(field: str, tmp_path: Path) -> None:
    found = compared(tmp_path, {}, {field: value(field)[0]})

    assert f'"{field}' in diff_json(proposal(change_tree(found))), (
        f"The JSON of a difference does not name '{field}'."
    )


@pytest.mark.parametrize("field", FIELDS_OF_STAGE)
def test_a_field_has_a_label_in_both_languages(field: str) -> None:
    labelled = {"steps": "Steps"} | FIELDS
    message = labelled.get(field, "")

    assert message, f"Add the label of '{field}' to FIELDS of pages/wording/labels.py."
    german = (ROOT / "plugins/journeybook/locale/de.po").read_text(encoding="utf-8")
    assert f'msgid "{message}"' in german, f"Add the German of '{message}' to locale/de.po."


@pytest.mark.parametrize("field", FIELDS_OF_STAGE)
def test_a_field_is_in_the_schema(field: str) -> None:
    stage = schema_of(ThingKind.JOURNEY)["$defs"]["JourneyStage"]

    assert stage["properties"][field]["description"], (
        f"Write below '{field}' in model/journey.py what it is for."
    )


@pytest.mark.parametrize("page", ["docs/en/fields.md", "docs/handbuch/felder.md"])
@pytest.mark.parametrize("field", FIELDS_OF_STAGE)
def test_a_field_is_in_the_reference(field: str, page: str) -> None:
    section = (
        (ROOT / page).read_text(encoding="utf-8").partition("{#journey-stage}")[2].partition("\n### ")[0]
    )

    assert f"| `{field}` |" in section, f"Add a row for '{field}' to the table {{#journey-stage}} of {page}."


@pytest.mark.parametrize("tongue", ["de", "en"])
@pytest.mark.parametrize("field", ASKED)
def test_a_field_is_asked_for_in_new_files(field: str, tongue: str) -> None:
    text = (ROOT / f"plugins/journeybook/scaffold/new/{tongue}/journey.md").read_text(encoding="utf-8")
    stage = text.partition("\nstages:\n")[2].partition("    steps:\n")[0] + "steps:"

    assert re.search(rf"\b{field}:", stage), f"Ask for '{field}' of a stage in new/{tongue}/journey.md."


PAINS = {
    "pain_points": {"title": "Niemand sagt, wie weit es ist", "id": "stand", "severity": 4},
    "opportunities": {"title": "Eine Seite mit dem Stand", "id": "seite"},
}


def kinds(found: Difference) -> list[tuple[str, str, str]]:
    """What is told: the kind of change, and the stage and the step where it is."""
    return [(change.kind, change.stage, change.step) for change in found.changes]


def test_pain_points_and_opportunities_of_a_stage_come_and_go_at_the_stage(tmp_path: Path) -> None:
    come, gone = compared(tmp_path / "1", {}, PAINS), compared(tmp_path / "2", PAINS, {})

    assert kinds(come) == [("pain-raised", "purchase", ""), ("opportunity-added", "purchase", "")]
    assert kinds(gone) == [("opportunity-dropped", "purchase", ""), ("pain-removed", "purchase", "")]


def test_a_pain_point_that_is_widened_to_the_whole_stage_has_moved(tmp_path: Path) -> None:
    at_step = {"steps": [{"title": "Ich bezahle", "pain_points": PAINS["pain_points"]}]}
    found = compared(tmp_path, at_step, {"pain_points": PAINS["pain_points"]})

    assert [change.sentence() for change in found.changes] == [
        "The pain point 'Niemand sagt, wie weit es ist' moved from 'Ich bezahle' to 'Kauf'."
    ]
