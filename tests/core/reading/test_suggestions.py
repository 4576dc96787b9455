"""What messages suggest: a word of ours for one that means the same, then the slip of a letter, else nothing."""

from typing import Literal, get_args, get_origin

import pytest

from journeybook import model
from journeybook.findings import nearest_word
from journeybook.kinds import IN_FILES, LINKED
from journeybook.load.document import MODELS
from journeybook.load.sheets.columns import OPTIONAL, REQUIRED
from journeybook.model import (
    Record,
    did_you_mean,
    evidence,
    handbook,
    improvement,
    journey,
    meant,
    persona,
    synonym,
    touchpoint,
)
from journeybook.model.fields import TRUE_OR_FALSE
from journeybook.model.references import records_within
from journeybook.model.words.synonyms import _ALL

RECORDS = tuple(dict.fromkeys(record for top in MODELS.values() for record in records_within(top)))


VALUES = {
    word
    for module in (evidence, handbook, improvement, journey, persona, touchpoint)
    for words in vars(module).values()
    if get_origin(words) is Literal
    for word in get_args(words)
}


@pytest.mark.parametrize(
    ("record", "word", "field"),
    [
        (model.Step, "emotion", "feelings"),
        (model.Step, "emotions", "feelings"),
        (model.Step, "pains", "pain_points"),
        (model.Step, "Pain Points", "pain_points"),
        (model.Step, "problems", "pain_points"),
        (model.Step, "Zufriedenheit", "satisfaction"),
        (model.Step, "score", "satisfaction"),
        (model.Step, "Gefühle", "feelings"),
        (model.Persona, "pain points", "frustrations"),
        (model.Persona, "occupation", "role"),
        (model.Persona, "device", "devices"),
        (model.Persona, "name", "title"),
        (model.Touchpoint, "satisfaction", "rating"),
        (model.Touchpoint, "Kanal", "channel"),
        (model.Journey, "customer", "persona"),
        (model.Journey, "Phasen", "stages"),
        (model.JourneyStage, "Abschnitt", "phase"),
        (model.Metric, "Einheit", "unit"),
    ],
)
def test_a_word_of_others_leads_to_the_field_that_means_the_same(
    record: type[Record], word: str, field: str
) -> None:
    assert synonym(word, record.keys()) == field


@pytest.mark.parametrize(
    ("record", "word"),
    [
        (model.Step, "confidence"),
        (model.Persona, "education"),
        (model.Persona, "satisfaction"),
        (model.Channel, "emotion"),
        (model.Team, "pains"),
    ],
)
def test_what_no_field_means_leads_nowhere(record: type[Record], word: str) -> None:
    assert did_you_mean(word, record.keys()) == ""


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("persoan", "persona"),
        ("satisfacton", "satisfaction"),
        ("touchpoins", "touchpoints"),
        ("painPoints", "pain_points"),
        ("bod", "bodo"),
        ("terminals", "terminal"),
        ("schlange", "kauf/schlange"),
        ("schuhe-kaufen.md", "schuhe-kaufen"),
    ],
)
def test_a_slip_leads_to_the_word(slip: str, word: str) -> None:
    assert nearest_word(slip, {word, "something-else"}) == word


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("emotion", "optional"),
        ("emotions", "motivations"),
        ("pains", "actions"),
        ("device", "evidence"),
        ("confidence", "evidence"),
        ("occupation", "location"),
        ("education", "location"),
        ("duration", "actions"),
    ],
)
def test_another_word_of_like_letters_is_no_slip(word: str, other: str) -> None:
    assert nearest_word(word, {other}) == ""


def test_what_means_the_same_goes_before_what_looks_the_same() -> None:
    assert meant("pains", {"pain", "frustrations"}) == "frustrations"
    assert meant("pains", {"pain"}) == "pain"


def test_every_word_of_the_table_leads_to_a_field_a_column_a_kind_or_a_value() -> None:
    fields = {name for record in RECORDS for name in record.keys()}  # noqa: SIM118 - of a class
    known = {*fields, *REQUIRED, *OPTIONAL, *LINKED, *(kind.row.plural for kind in IN_FILES)}
    assert {ours for leads in _ALL.values() for ours in leads} - known - VALUES - TRUE_OR_FALSE == set()


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_no_word_leads_to_two_fields_of_a_thing_or_away_from_one_of_its_own(record: type[Record]) -> None:
    fields = {record.spellings.get(name, name) for name in record.model_fields}
    leads = {word: set(found) & fields for word, found in _ALL.items()}
    assert {word: found for word, found in leads.items() if len(found) > 1} == {}
    assert {word for word, found in leads.items() if found} & set(record.model_fields) == set()
