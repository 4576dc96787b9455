"""The schemas say what the content model says: what it reads they take, what it refuses they refuse."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import headers_of_files as headers
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from core.golden import HERE, Case, cases
from journeybook import project
from journeybook.kinds import ThingKind
from journeybook.model.references import records_within
from journeybook.schema import FILE_MODELS, NO_NAMES, TitlesOfKinds, names_in, schema_of

EXAMPLE = headers.ROOT / "journeys"
FORMS = (headers.as_text, headers.as_typed)


@pytest.fixture(scope="module")
def names() -> TitlesOfKinds:
    return names_in(project.read(EXAMPLE, "journeys").catalogue)


@pytest.mark.parametrize("kind", FILE_MODELS)
def test_schemas_are_valid(kind: ThingKind, names: TitlesOfKinds) -> None:
    for known in (NO_NAMES, names):
        schema = schema_of(kind, known)

        assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
        Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", FILE_MODELS)
def test_every_field_is_described(kind: ThingKind) -> None:
    schema = schema_of(kind)
    groups = [
        schema,
        *(_group(schema["$defs"][part.__name__]) for part in records_within(FILE_MODELS[kind])[1:]),
    ]

    assert [
        key for group in groups for key, field in group["properties"].items() if not field["description"]
    ] == []
    assert all(group["description"].endswith(".") for group in groups)


def _group(definition: dict[str, Any]) -> dict[str, Any]:
    """The part of a definition that is about keys."""
    group: dict[str, Any] = definition.get("anyOf", [definition])[-1]
    return group


@pytest.mark.parametrize("read", FORMS)
def test_every_header_of_the_example_fits(read: Any) -> None:
    found = list(headers.headers(EXAMPLE))

    assert {kind for _, kind, _ in found} == set(FILE_MODELS)
    assert [path for path, kind, written in found if not headers.schema_takes(kind, read(written))] == []


def test_every_header_of_the_example_fits_a_schema_with_its_ids(names: TitlesOfKinds) -> None:
    validators = {kind: Draft202012Validator(schema_of(kind, names)) for kind in FILE_MODELS}

    assert [
        path
        for path, kind, written in headers.headers(EXAMPLE)
        if not validators[kind].is_valid(headers.as_typed(written))
    ] == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_the_model_and_its_schema_agree_on_each_golden_case(case: Case, tmp_path: Path) -> None:
    case.write(tmp_path)
    for path, kind, written in headers.headers(tmp_path / "journeys"):
        takes = headers.model_takes(kind, headers.as_text(written) or {})

        assert [headers.schema_takes(kind, read(written) or {}) for read in FORMS] == [takes, takes], path


@pytest.mark.parametrize(
    ("group", "takes"),
    [
        ("steps: Anprobieren", True),
        ("steps: [Anprobieren, {title: Bezahlen}]", True),
        ("steps: 2026", True),
        ("steps: []", False),
        ("steps:", False),
        ("steps: {title: Bezahlen, satisfaction: 5}", True),
        ("steps: {title: Bezahlen, satisfaction: '5'}", True),
        ("steps: {title: Bezahlen, satisfaction: 6}", False),
        ("steps: {title: Bezahlen, satisfaction: 0}", False),
        ("steps: {title: Bezahlen, satisfaction: {anna: 5}}", True),
        ("steps: {title: Bezahlen, satisfaction: {'*': 5}}", False),
        ("steps: {title: Bezahlen, touchpoints: kasse, next: end}", True),
        ("steps: {title: Bezahlen, next: {to: a, when: b}, quotes: Schön!}", True),
        ("steps: {title: Bezahlen, pain_points: Schlange, evidence: Besuch}", True),
        ("steps: {title: Bezahlen, optional: True, moment_of_truth: true}", True),
        ("steps: {title: Bezahlen, optional: yes}", False),
        ("steps: {title: Bezahlen, id: end}", False),
        ("steps: {title: Bezahlen, id: 2026}", True),
        ("steps: {title: Bezahlen, thoughts: , x-own: [1, {a: b}]}", True),
        ("steps: {title: Bezahlen, image: a.png}", False),
        ("steps: {title: Bezahlen, thougts: Uff}", False),
    ],
)
@pytest.mark.parametrize("read", FORMS)
def test_short_forms_are_taken(read: Any, group: str, takes: bool) -> None:  # noqa: FBT001 - a column of a table
    written = f"title: Schuhe\npersona: anna\nstages:\n  stage: purchase\n  {group}\n"

    assert headers.model_takes(ThingKind.JOURNEY, headers.as_text(written)) == takes
    assert headers.schema_takes(ThingKind.JOURNEY, read(written)) == takes


@pytest.mark.parametrize(
    ("persona", "takes"),
    [
        ("persona: anna", True),
        ("personas: [anna, bodo]", True),
        ("persona:\npersonas: anna", True),
        ("persona: anna\npersonas: bodo", False),
        ("persona:", False),
        ("x-persona: anna", False),
    ],
)
def test_a_journey_has_its_personas_under_one_of_two_names(persona: str, takes: bool) -> None:  # noqa: FBT001 - ditto
    data = headers.as_typed(f"title: Schuhe\n{persona}\nstages: {{stage: purchase, steps: Bezahlen}}\n")

    assert headers.model_takes(ThingKind.JOURNEY, data) == takes
    assert headers.schema_takes(ThingKind.JOURNEY, data) == takes


def test_ids_of_a_handbook_are_offered_with_their_titles_and_others_are_taken(names: TitlesOfKinds) -> None:
    schema = schema_of(ThingKind.TOUCHPOINT, names)
    offered, other = schema["properties"]["channel"]["anyOf"]

    assert dict(zip(offered["enum"], offered["enumDescriptions"], strict=True)) == names["channel"]
    assert names["persona"]["anna"] == "Anna Berger"
    assert other == {"$ref": "#/$defs/text"}


SCALARS = [
    "a", "A b", "a-b", "1", "5", "6", "0", "+3", "03", "-1", "2.5", "true", "FALSE", "yes", "end", "*", "draft", "live",
    "2026-01-31", "2026-02-30", "https://example.org", "mailto:a@example.org", "www.example.org", "", " ", "interview",
]  # fmt: skip
KEYS = [
    "title",
    "id",
    "text",
    "to",
    "persona",
    "personas",
    "satisfaction",
    "status",
    "stages",
    "next",
    "x-a",
    "anna",
]
VALUES = st.recursive(
    st.sampled_from(SCALARS),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=2),
    max_leaves=4,
)


def _written(kind: ThingKind) -> str:
    """A header of a kind that uses many of its fields."""
    if kind is ThingKind.JOURNEY:
        return HERE.joinpath("full.md").read_text(encoding="utf-8").split("---")[1]
    return max((written for _, other, written in headers.headers(EXAMPLE) if other == kind), key=len)


@cache
def _whole(kind: ThingKind) -> Any:
    return headers.as_text(_written(kind))


def _places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The paths of all values."""
    inner = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [path, *(place for key, item in inner for place in _places(item, (*path, key)))]


def _replaced(data: Any, path: tuple[Any, ...], value: Any) -> Any:
    changed = deepcopy(data)
    group = changed
    for key in path[:-1]:
        group = group[key]
    group[path[-1]] = value
    return changed


def _typed(data: Any) -> Any:
    """The same values as an editor reads them."""
    match data:
        case dict():
            return {key: _typed(item) for key, item in data.items()}
        case list():
            return [_typed(item) for item in data]
        case str() if data.strip() and data != "*":
            return headers.as_typed(data)
    return data


@given(data=st.data(), kind=st.sampled_from(list(FILE_MODELS)), value=st.none() | VALUES)
def test_the_model_and_its_schema_agree_on_any_changed_value(
    data: st.DataObject, kind: ThingKind, value: Any
) -> None:
    place = data.draw(st.sampled_from(_places(_whole(kind))[1:]))
    # The model overlooks a key that it does not know if the key is empty; the schema does not.
    if value is not None and data.draw(st.booleans()):
        place = (*place[:-1], data.draw(st.sampled_from(KEYS))) if isinstance(place[-1], str) else place
    changed = _replaced(_whole(kind), place, value)
    takes = headers.model_takes(kind, changed)

    assert headers.schema_takes(kind, changed) == takes
    if takes:
        assert headers.schema_takes(kind, _replaced(_whole(kind), place, _typed(value)))
