"""Every field of a step reaches every place that has to know it; what fails says where to add it.

One journey is written that has something in each field. A new field stands in it by itself: with what its type
takes first of some values. Whoever adds a field follows the messages, in any order, until all are silent.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from core.changed_handbooks import proposal
from core.handbooks import read
from core.reading.test_fields import CONTRACT
from core.rendering import html_of
from journeybook import model
from journeybook.checks.texts.size import long_texts
from journeybook.diff import Difference, State, change_tree, compare
from journeybook.fixes.order import in_order
from journeybook.kinds import ThingKind
from journeybook.language import language
from journeybook.load import HashedFiles
from journeybook.load.document import read_document
from journeybook.model.lanes import LANES, NO_LANES, LaneKind
from journeybook.model.reading import read_record
from journeybook.pages import Page, Site, site_pages
from journeybook.pages.journey.map.rows import ESSENTIAL, HEADS
from journeybook.pages.wording.labels import FIELDS
from journeybook.project import Project
from journeybook.report.differences.document import diff_json
from journeybook.schema import schema_of
from journeybook.settings import Limits, Settings

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 11, 21)

KNOWN: Mapping[str, tuple[Any, str]] = {
    "title": ("Ich bezahle", "Ich bezahle"),
    "id": ("bezahlen", 'id="bezahlen"'),
    "personas": (["anna"], "Anna"),
    "satisfaction": (4, "4"),
    "quotes": ({"text": "Zitat quotes", "persona": "anna"}, "Zitat quotes"),
    "touchpoints": (["kasse"], "Kasse"),
    "channel": ("store", "Filiale"),
    "systems": (["lager", "Wort systems"], "Wort systems"),
    "actors": (["shop", "Wort actors"], "Wort actors"),
    "pain_points": ({"title": "Schmerz", "id": "schmerz"}, "Schmerz"),
    "opportunities": ({"title": "Gelegenheit"}, "Gelegenheit"),
    "owner": ("shop", "Filialbetrieb"),
    "recovery": ({"failure": "Wort recovery", "response": "Abhilfe"}, "Wort recovery"),
    "lanes": ({"hinweis": ["Wort lanes"]}, "Wort lanes"),
    "links": ({"title": "Wort links", "url": "https://example.org/"}, "Wort links"),
    "duration": ("15 min", "15 minutes"),
    "wait": ("2–5 d", "2–5 days"),
    "moment_of_truth": ("Wort moment", "Wort moment"),
    "metrics": (["umsatz"], "Umsatz"),
    "evidence": ({"title": "Wort evidence"}, "Wort evidence"),
    "image": ({"src": "assets/a.png", "alt": "Wort image"}, "Wort image"),
    "next": ([{"to": "end", "when": "Wort next"}], "Wort next"),
    "optional": (True, "optional"),
    "journey": ("andere", "Andere"),
}
"""What is written in the fields that are no lists of texts, and what of it readers see."""

GUESSES = (("Wort {field}", "Wort {field}"), ("3", "3"), ("2026-10-01", "2026"), ("true", "true"))
"""What a field may take that nothing is known of yet, and what of it readers see."""

NOT_IN_SEARCH = {
    "id": "an anchor",
    "personas": "found by their own pages",
    "satisfaction": "a number",
    "channel": "found by its own page",
    "actors": "teams have pages of their own",
    "owner": "teams have pages of their own",
    "duration": "a time",
    "wait": "a time",
    "moment_of_truth": "so many steps have one that it finds nothing",
    "micro_conversion": "shown beside what is found",
    "metrics": "found by their own pages",
    "evidence": "found nowhere yet",
    "image": "no words of the step",
    "next": "the steps that it leads to are found by themselves",
    "optional": "a mark",
    "journey": "found by its own page",
}
WITHOUT_LIMIT = {
    "id": "as long as ids may be",
    "personas": "ids",
    "satisfaction": "a number",
    "touchpoints": "ids",
    "channel": "an id",
    "owner": "an id",
    "links": "stand below each other",
    "duration": "a time",
    "wait": "a time",
    "metrics": "ids",
    "evidence": "stands behind a fold",
    "image": "a text for those who do not see it may be long",
    "next": "stands below the step",
    "optional": "a mark",
    "journey": "an id",
}
TOLD_BY_ITEM = {
    "pain_points": "each has kinds of changes of its own",
    "opportunities": "each has kinds of changes of its own",
    "lanes": "each lane is told by its own title",
}
NOT_ASKED = {
    "id": "made from the title",
    "evidence": "asked for the whole journey",
    "image": "added when there is one",
    "next": "steps follow each other without it",
    "personas": "all of the journey take part without it",
    "journey": "added when there is one",
    "owner": "that of the stage without it",
}
"""Where a field has nothing to say, with the reason; every other place must know it."""

OWN_ROWS = {
    "satisfaction": "jb-curve",
    "touchpoints": "jb-bars",
    "pain_points": "jb-slips--pain-points",
    "opportunities": "jb-slips--opportunities",
    "moments": "jb-map__details",
    "image": "jb-map__details",
}
"""The rows of the map that are no lanes in folded groups, by what marks them."""

FIELDS_OF_STEP = tuple(model.Step.model_fields)


def without(exceptions: Mapping[str, str]) -> list[str]:
    """The fields that a place must know."""
    return [field for field in FIELDS_OF_STEP if field not in exceptions]


def value(field: str) -> tuple[Any, str]:
    """What is written in a field, and what of it readers see."""
    guesses = ((written.format(field=field), shown.format(field=field)) for written, shown in GUESSES)
    candidates = [KNOWN[field]] if field in KNOWN else guesses
    for written, shown in candidates:
        if isinstance(read_record(model.Step, {"title": "X"} | {field: as_header(written)}), model.Step):
            return written, shown
    message = f"Say in KNOWN what a step may have in '{field}', and what of it readers see."
    raise AssertionError(message)


def as_header(written: Any) -> Any:
    """What a header's reader makes of a value: everything but groups and lists is text."""
    if isinstance(written, dict):
        return {key: as_header(item) for key, item in written.items()}
    if isinstance(written, list):
        return [as_header(item) for item in written]
    return str(written).lower() if isinstance(written, bool) else str(written)


def handbook(root: Path, fields: Mapping[str, Any], settings: Settings | None = None) -> Project:
    """A handbook with a journey of one step."""
    header = {
        "title": "Einkauf",
        "persona": "anna",
        "stages": [{"stage": "purchase", "steps": [{"title": "Ein Schritt"} | dict(fields)]}],
    }
    other = header | {"title": "Andere", "stages": [{"stage": "purchase", "steps": ["Hin"]}]}
    files = {
        "einkauf.md": f"---\n{json.dumps(header)}\n---\n",
        "andere.md": f"---\n{json.dumps(other)}\n---\n",
        "assets/a.png": "",
    }
    return read(root, files, settings or Settings())


@dataclass(frozen=True)
class Shown:
    """What readers get of a journey with something in every field."""

    journey: str
    """The page with the map."""
    stage: str
    """The page of the stage."""
    found: str
    """What the search knows of the step."""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The pages of the journey, without the hyphens that a browser may break at."""
    found = handbook(tmp_path_factory.mktemp("whole"), {field: value(field)[0] for field in FIELDS_OF_STEP})
    assert [str(finding) for finding in found.errors] == []
    site = Site(catalogue=found.catalogue, language=language("en"), today=TODAY)
    pages = {page.address: page for page in site_pages(site)}
    journey, stage = (pages[address] for address in ("journeys/einkauf/", "journeys/einkauf/purchase/"))
    assert stage.entries
    return Shown(
        journey=_html(journey),
        stage=_html(stage),
        found=" ".join(f"{entry.title} {entry.text}" for entry in stage.entries()),
    )


def _html(page: Page) -> str:
    return html_of(page, "en", TODAY).replace("\xad", "")


@pytest.mark.parametrize("field", FIELDS_OF_STEP)
def test_a_field_is_shown_by_a_lane_or_says_where_else(field: str) -> None:
    homes = [lane.name for lane in LANES if field in lane.fields] + [
        name for name in NO_LANES if name == field
    ]

    assert len(homes) == 1, f"Add a row for '{field}' to LANES of model/lanes.py, or a reason to NO_LANES."


@pytest.mark.parametrize("field", without({**NO_LANES, "channel": "the touchpoint says it"}))
def test_a_field_has_a_row_of_the_map(field: str, shown: Shown) -> None:
    rows = shown.journey.partition("<tbody>")[2].partition("</table>")[0].split("<tr ")
    name = next((lane.name for lane in LANES if field in lane.fields), field)
    style = OWN_ROWS.get(name, f"jb-lane--{name.replace('_', '-')}")
    row = next((row for row in rows if style in row.partition(">")[0]), "")

    assert value(field)[1] in row, (
        f"The map does not show '{field}': give it a row in LANES of model/lanes.py; "
        "a new kind of lane needs a macro of its name in templates/macros/cells.html."
    )


@pytest.mark.parametrize(
    "field", without({"next": "the list of the ways", "channel": "the touchpoint says it"})
)
def test_a_field_is_on_the_page_of_its_journey(field: str, shown: Shown) -> None:
    assert value(field)[1] in shown.journey, f"Show '{field}' in templates/map/."


@pytest.mark.parametrize("field", FIELDS_OF_STEP)
def test_a_field_is_on_the_page_of_its_stage(field: str, shown: Shown) -> None:
    step = shown.stage.partition("<article")[2].partition("</article>")[0]

    assert value(field)[1] in step, (
        f"The page of a stage does not show '{field}': texts follow from LANES of model/lanes.py, "
        "other kinds need their part in templates/stage/steps.html."
    )


@pytest.mark.parametrize("field", without(NOT_IN_SEARCH))
def test_a_field_is_found_by_the_search(field: str, shown: Shown) -> None:
    assert value(field)[1] in shown.found, (
        f"The search does not find '{field}': lanes follow from LANES of model/lanes.py, a new kind of lane from "
        "_WORDS of pages/frame/search.py; if it should not be found, say why in NOT_IN_SEARCH."
    )


@pytest.mark.parametrize("field", without(WITHOUT_LIMIT))
def test_a_field_that_is_too_long_is_found(field: str, tmp_path: Path) -> None:
    lengths = Settings(limits=Limits(text_length=3, step_title_length=3))
    found = handbook(tmp_path, {field: value(field)[0]}, lengths)
    places = [finding.at for finding in found.findings if finding.rule.endswith("-too-long")]

    assert any(field in place for place in places), (
        f"No rule looks at the length of '{field}': lanes follow from LANES of model/lanes.py, a new kind of lane "
        f"from {long_texts.__module__}; if it has no limit, say why in WITHOUT_LIMIT."
    )


def compared(root: Path, fields: Mapping[str, Any]) -> Difference:
    """What is told of a step that gets fields."""
    states = []
    for name, given in (("before", {}), ("after", fields)):
        handbook(root / name, given)
        states.append(State(name=name, label="journeys", source=HashedFiles(root / name)))
    return compare(*states, today=TODAY)


@pytest.mark.parametrize("field", without({"title": "its own kind of change"}))
def test_a_change_of_a_field_is_told_with_its_label(field: str, tmp_path: Path) -> None:
    found = compared(tmp_path, {field: value(field)[0]})

    assert found.changes, f"diff/parts/steps.py tells no change of '{field}'."
    assert field in TOLD_BY_ITEM or f'"{field}' in diff_json(proposal(change_tree(found))), (
        f"The JSON of a difference does not name '{field}'."
    )


@pytest.mark.parametrize("field", FIELDS_OF_STEP)
def test_a_field_has_a_label_in_both_languages(field: str) -> None:
    message = FIELDS.get(field, "")

    assert message, (
        f"'{field}' has no label: it follows from LANES of model/lanes.py; a field that is no lane of its own name "
        "has it in FIELDS of pages/wording/labels.py."
    )
    german = (ROOT / "plugins/journeybook/locale/de.po").read_text(encoding="utf-8")
    assert f'msgid "{message}"' in german, f"Add the German of '{message}' to locale/de.po."


@pytest.mark.parametrize("field", FIELDS_OF_STEP)
def test_a_field_is_in_the_schema(field: str) -> None:
    step = schema_of(ThingKind.JOURNEY)["$defs"]["Step"]["anyOf"][-1]

    assert step["properties"][field]["description"], f"Write below '{field}' in model/step.py what it is for."


@pytest.mark.parametrize("page", ["docs/en/fields.md", "docs/handbuch/felder.md"])
@pytest.mark.parametrize("field", FIELDS_OF_STEP)
def test_a_field_is_in_the_reference(field: str, page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    section = text.partition("{#step}")[2].partition("\n## ")[0]

    assert f"| `{field}` |" in section, f"Add a row for '{field}' to the table {{#step}} of {page}."


@pytest.mark.parametrize("tongue", ["de", "en"])
@pytest.mark.parametrize("field", without(NOT_ASKED))
def test_a_field_is_asked_for_in_new_files(field: str, tongue: str) -> None:
    inside = f"scaffold/new/{tongue}/journey.md"
    text = (ROOT / "plugins/journeybook" / inside).read_text(encoding="utf-8")
    steps = text.partition("    steps:\n")[2]

    assert re.search(rf"\b{field}:", steps), f"Ask for '{field}' in {inside}, or say why not in NOT_ASKED."


@pytest.mark.parametrize("field", without({"title": "", "id": ""}))
def test_a_field_is_kept_when_keys_are_put_in_order(field: str) -> None:
    written = json.dumps(value(field)[0])
    header = (
        f"title: X\npersona: anna\nstages:\n  - stage: purchase\n    steps:\n      - {field}: {written}\n"
    )
    raw = f"---\n{header}        title: Y\n---\n".encode()

    after = read_document("x.md", "x.md", ThingKind.JOURNEY, in_order(document(raw), raw))

    step = after.header.data["stages"][0]["steps"][0]
    assert list(step) == ["title", field], f"fixes/order.py does not know where '{field}' belongs."


def document(raw: bytes) -> Any:
    return read_document("x.md", "x.md", ThingKind.JOURNEY, raw)


@pytest.mark.parametrize("field", FIELDS_OF_STEP)
def test_a_field_is_in_the_contract(field: str) -> None:
    lines = CONTRACT[model.Step].strip().splitlines()

    assert any(re.match(rf" *{field}( \*)?:", line) for line in lines), (
        f"Add '{field}' with its type to CONTRACT of tests/core/reading/test_fields.py."
    )


def kinds_in_cells() -> Iterator[str]:
    text = (ROOT / "plugins/journeybook/templates/macros/cells.html").read_text(encoding="utf-8")
    yield from re.findall(r"{% macro (\w+)\(lane, step\)", text)


def test_every_kind_of_lane_has_a_cell() -> None:
    folded = set(LaneKind) - ESSENTIAL - HEADS

    assert folded == set(kinds_in_cells()), (
        "Each kind of lane in the folded groups is a macro of its name in templates/macros/cells.html."
    )
