"""The reference of fields: complete, in both languages, and every example in it is read."""

from pathlib import Path
from typing import Any, get_args

import markdown_pages as pages
import pytest

from journeybook import model
from journeybook.frontmatter import Refused, read_yaml
from journeybook.load.sheets import columns
from journeybook.load.sheets.values import read_values
from journeybook.model import Record, read_record
from journeybook.model.handbook import Handbook

FIELDS = ("handbuch/felder.md", "en/fields.md")

KINDS: dict[str, type[Record]] = {
    "handbook": Handbook,
    "stage": model.Stage,
    "channel": model.Channel,
    "team": model.Team,
    "metric": model.Metric,
    "goal": model.Goal,
    "segment": model.Segment,
    "system": model.System,
    "principle": model.Principle,
    "term": model.Term,
    "journey": model.Journey,
    "journey-stage": model.JourneyStage,
    "content": model.Content,
    "step": model.Step,
    "recovery": model.Recovery,
    "link": model.DocumentLink,
    "quote": model.Quote,
    "pain-point": model.PainPoint,
    "opportunity": model.Opportunity,
    "action": model.Action,
    "experiment": model.Experiment,
    "micro-conversion": model.MicroConversion,
    "group": model.Group,
    "next": model.Next,
    "evidence": model.Evidence,
    "picture": model.Picture,
    "persona": model.Persona,
    "job": model.Job,
    "interview": model.Interview,
    "touchpoint": model.Touchpoint,
}
REQUIRED = {"**Pflicht**", "**required**"}


@pytest.fixture(scope="module", params=FIELDS)
def fields(request: pytest.FixtureRequest, docs: Path) -> str:
    return Path(docs / request.param).read_text(encoding="utf-8")


@pytest.mark.parametrize("anchor", KINDS)
def test_every_field_is_documented_and_no_other(fields: str, anchor: str) -> None:
    kind = KINDS[anchor]
    documented = [name for row in pages.section(fields, anchor).rows for name in pages.code(row[0])]

    assert sorted(documented) == sorted((*kind.model_fields, *kind.spellings.values()))


@pytest.mark.parametrize(
    ("anchor", "kinds"), [("entry", (model.Doubt,)), ("lane", (model.OwnLane, model.OwnEntry))]
)
def test_every_field_of_lanes_is_documented(
    fields: str, anchor: str, kinds: tuple[type[Record], ...]
) -> None:
    documented = [name for row in pages.section(fields, anchor).rows for name in pages.code(row[0])]
    names = [name for kind in kinds for name in (*kind.model_fields, *kind.spellings.values())]

    assert sorted(documented) == sorted(names)


@pytest.mark.parametrize("anchor", KINDS)
def test_what_is_required_and_what_else_holds_is_documented(fields: str, anchor: str) -> None:
    kind = KINDS[anchor]
    for row in pages.section(fields, anchor).rows:
        field = kind.model_fields[pages.code(row[0])[-1]]

        assert (row[2] in REQUIRED) == field.is_required(), row
        if isinstance(field.default, (str, int)):
            assert row[2] == f"`{str(field.default).lower() if field.default is False else field.default}`"
        if _words(field.annotation):
            assert pages.code(row[1]) == _words(field.annotation)


def _words(annotation: Any) -> list[str]:
    """The closed set of words that a field takes, if it takes one."""
    found: list[str] = []
    for part in get_args(annotation):
        found.extend([part] if isinstance(part, str) else [] if isinstance(part, type) else _words(part))
    return found


@pytest.mark.parametrize("anchor", KINDS)
def test_every_example_of_a_field_is_read(fields: str, anchor: str) -> None:
    rows = pages.section(fields, anchor).rows
    needed = {key: value for row in rows if row[2] in REQUIRED for key, value in _example(row).items()}
    for row in rows:
        record = read_record(KINDS[anchor], {**needed, **_example(row)})

        assert isinstance(record, KINDS[anchor]), record
        assert set(_example(row)) <= set(pages.code(row[0]))


def _example(row: pages.Row) -> dict[str, Any]:
    (example,) = pages.code(row[3].partition("<br>")[2])
    data: dict[str, Any] = read_yaml(example).data
    return data


def test_short_forms_mean_the_long_ones(fields: str) -> None:
    rows = pages.section(fields, "short").rows

    assert len(rows) == 6
    for short, long in rows:
        assert _step(short) == _step(long)
        assert isinstance(_step(short), model.Step)


def test_traps_are_traps_and_their_remedies_are_read(fields: str) -> None:
    rows = pages.section(fields, "yaml").rows

    assert len(rows) == 10
    for wrong, _, right in rows:
        assert isinstance(_step(right), model.Step), right
        assert _step(wrong) != _step(right)


def _step(cell: str) -> object:
    (written,) = pages.code(cell)
    try:
        data = read_yaml(written).data
    except Refused as refused:
        return refused
    return read_record(model.Step, {"title": "Ein Schritt", **data})


def test_the_columns_of_csv_files_are_documented_and_the_example_is_read(fields: str) -> None:
    section = pages.section(fields, "csv")
    required = [row[2] in REQUIRED for row in section.rows]
    example = section.text.partition("```csv")[2].partition("\n")[2].partition("```")[0]
    document = read_values("metrics/example.csv", "metrics/example.csv", example.encode())

    assert [name for row in section.rows for name in pages.code(row[0])] == [
        *columns.REQUIRED,
        *columns.OPTIONAL,
    ]
    assert required == [True] * len(columns.REQUIRED) + [False] * len(columns.OPTIONAL)
    assert document.findings == ()
    assert [(value.by_month, value.journey is None) for _, value in document.values] == [
        (True, True),
        (False, False),
    ]
