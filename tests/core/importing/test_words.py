"""What people call the fields of ours, and the scales on which they score."""

from collections import defaultdict
from decimal import Decimal

import pytest

from journeybook.importing.words.labels import (
    meaning,
    plain_name,
    stem,
    synonyms,
    synonyms_of,
    without_numbering,
)
from journeybook.importing.words.scales import decide, score_of_word, signs_in, stated_scale
from journeybook.model import Journey
from journeybook.model.journey import JourneyStage
from journeybook.model.lanes import LANES
from journeybook.model.step import Step

CERTAIN = {
    "pain_points": "Schmerzpunkte|PAIN-POINTS|Pain Point:|Frust|Hürden|Huerden|3. Barrieren|Hürden / Barrieren"
    "|Kundenprobleme|Pains & Frustrations|Was läuft schief?|What are the customer's pain points?",
    "actions": "Handlungen|Customer Actions|Was tut der Kunde?|What is the customer doing?|Kunden-Aktionen|Doing",
    "thoughts": "Gedanken|Was denkt die Kundin?|Thinking|What do users think?|Kundengedanken",
    "feelings": "Gefühle|gefuehle|How does she feel?|Wie fühlt sich der Kunde?|Emotionen (Workshop)",
    "satisfaction": "Zufriedenheit|Emotionskurve|Mood|Stimmung (1–10)|Emotional Journey|Satisfaction score",
    "touchpoints": "Touch-Points|Kontaktpunkte|Touch points|Physical evidence",
    "channel": "Kanäle|KANAELE|Channels|Channel(s)",
    "needs": "Bedürfnisse|Was braucht der Kunde?|Customer needs",
    "doubts": "Zweifel|Bedenken|Fears|Concerns:",
    "motivations": "Motive|Drivers|Antrieb",
    "expectations": "Erwartungen|What does the customer expect?",
    "quotes": "Zitate|O-Töne|Voice of the customer|Was sagt der Kunde?",
    "frontstage": "Frontstage|Front Stage|Vorderbühne|Employee actions",
    "backstage": "Backstage|Hinterbühne|Behind the scenes|Interne Prozesse",
    "systems": "Systeme|IT-Systeme|Tools|Fachverfahren",
    "actors": "Akteure|Stakeholder|Beteiligte|Who is involved?",
    "owner": "Verantwortlich|Owner|Zuständigkeit|Responsible team",
    "opportunities": "Chancen|Ideen|Opportunities|Maßnahmen|Verbesserungspotenziale|Ideas / opportunities",
    "metrics": "KPI|KPIs|KPI's|Kennzahlen|Metrics",
    "evidence": "Belege|Quelle|Evidence|Data sources",
    "duration": "Dauer|Duration|Zeitbedarf",
    "wait": "Wartezeit|Waiting time",
    "moment_of_truth": "Moment of Truth|Momente der Wahrheit|MoT|Moments that matter",
    "goal": "Ziele|Customer goals|Was will der Kunde erreichen?|Jobs to be done",
    "stage": "Phase|Phasen|Stages|Journey-Phase",
    "title": "Schritt|Steps|Prozessschritte",
}
GUESSED = {
    "thoughts": "Gedanken & Gefühle|Thoughts and feelings",
    "pain_points": "Top Pain Points je Filiale|Schmerzpnukte",
    "opportunities": "Oportunities",
    "frontstage": "What are we doing?|Was tun wir?",
}
OTHERS = "Compliance|Rechtsgrundlage|Budget 2026|Website|Kauf|Bewusstsein|Anna|Line of visibility|2026"


def cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(label, field) for field, labels in table.items() for label in labels.split("|")]


@pytest.mark.parametrize(("label", "field"), cases(CERTAIN))
def test_a_name_that_means_a_field_leads_to_it(label: str, field: str) -> None:
    found = meaning(label, "map")

    assert found is not None
    assert (found.field, found.is_guess) == (field, False)


@pytest.mark.parametrize(("label", "field"), cases(GUESSED))
def test_a_name_that_says_more_than_a_field_is_guessed(label: str, field: str) -> None:
    found = meaning(label, "map")

    assert found is not None
    assert (found.field, found.is_guess) == (field, True)


@pytest.mark.parametrize("label", OTHERS.split("|"))
def test_other_names_lead_nowhere(label: str) -> None:
    assert meaning(label, "map") is None


def test_a_joined_name_tells_what_else_it_means() -> None:
    found = meaning("Gedanken & Gefühle", "map")

    assert found is not None
    assert found.others == ("feelings",)


@pytest.mark.parametrize(
    "part", [name for name in synonyms() if name not in {"around", "satisfaction", "level"}]
)
def test_no_name_means_two_fields(part: str) -> None:
    fields = defaultdict(set)
    for field in synonyms()[part]:
        for name in synonyms_of(part, field):
            fields[stem(plain_name(name)) or name].add(field)

    assert {name: found for name, found in fields.items() if len(found) > 1} == {}


@pytest.mark.parametrize(
    "part", [name for name in synonyms() if name not in {"around", "satisfaction", "level"}]
)
def test_every_field_has_names_in_both_languages(part: str) -> None:
    assert {
        field: set(names) for field, names in synonyms()[part].items() if set(names) != {"en", "de"}
    } == {}


def test_every_lane_can_be_named() -> None:
    lanes = {field for lane in LANES for field in lane.fields} - {"image"}

    assert lanes - synonyms()["map"].keys() == set()


def test_fields_are_those_of_the_model() -> None:
    ours = {*Step.model_fields, *JourneyStage.model_fields}
    beside = {"number", "severity", "impact", "effort", "persona", "journey"}

    assert synonyms()["map"].keys() - ours - beside == set()
    assert synonyms()["journey"].keys() - Journey.model_fields.keys() - {"persona", "expectations"} == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1. Bewusstsein", "Bewusstsein"),
        ("Phase 2: Kauf", "Kauf"),
        ("Phase 2 – Kauf", "Kauf"),
        ("Schritt 3 Bezahlen", "Bezahlen"),
        ("1.2 Suchen", "Suchen"),
        ("IV. Nutzung", "Nutzung"),
        ("(3) Kauf", "Kauf"),
        ("• Kauf", "Kauf"),
        ("Phase 2", "Phase 2"),
        ("3 Angebote vergleichen", "3 Angebote vergleichen"),
        ("24-Stunden-Service", "24-Stunden-Service"),
    ],
)
def test_numbers_before_names_are_left_out(text: str, name: str) -> None:
    assert without_numbering(text) == name


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Zufriedenheit (1-10)", "1 to 10"),
        ("Stimmung (−2 bis +2)", "−2 to +2"),
        ("-5..5", "−5 to +5"),
        ("CSAT 0–100 %", "0 to 100 %"),
        ("Schulnote", "1 to 6, best first"),
        ("Schulnoten 1–6", "1 to 6, best first"),
        ("Bewertung (1 = sehr gut, 5 = schlecht) 1-5", "1 to 5, best first"),
        ("6-1", "1 to 6, best first"),
        ("Score out of 10", "1 to 10"),
        ("Zufriedenheit in %", "0 to 100 %"),
        ("Zufriedenheit", None),
    ],
)
def test_a_scale_is_read_from_words(text: str, scale: str | None) -> None:
    found = stated_scale(text)

    assert (found and f"{found}{', best first' * found.is_turned}") == scale


@pytest.mark.parametrize(
    ("numbers", "scale", "other", "scores"),
    [
        ("1 3 5", "1 to 5", None, [1, 3, 5]),
        ("1 2 3", "1 to 5", "1 to 3", [1, 2, 3]),
        ("2 7 10", "1 to 10", "0 to 10", [1, 4, 5]),
        ("1 5 10 6", "1 to 10", None, [1, 3, 5, 3]),
        ("0 5 10", "0 to 10", None, [1, 3, 5]),
        ("-2 0 1 2", "−2 to +2", None, [1, 3, 4, 5]),
        ("-1 0 1", "−1 to +1", "−2 to +2", [1, 3, 5]),
        ("-5 -2 0 4", "−5 to +5", None, [1, 2, 3, 5]),
        ("35 80 92", "0 to 100 %", None, [2, 4, 5]),
        ("2.5 4.5", "1 to 5", None, [3, 5]),
        ("0 1 3", "0 to 5", "0 to 10", [1, 2, 3]),
        ("120 140", None, None, []),
    ],
)
def test_the_scale_of_a_row_is_decided_by_all_its_numbers(
    numbers: str, scale: str | None, other: str | None, scores: list[int]
) -> None:
    found = [Decimal(number) for number in numbers.split()]
    decided = decide(found)

    assert (decided and str(decided.scale)) == scale
    assert (str(decided.other) if decided and decided.other else None) == other
    assert [decided.scale.score(number) for number in found if decided] == scores


@pytest.mark.parametrize(
    ("word", "kind", "score"),
    [
        ("sehr zufrieden", "satisfaction", 5),
        ("Frustriert", "satisfaction", 2),
        ("happy", "satisfaction", 4),
        ("neutral", "satisfaction", 3),
        ("wütend", "satisfaction", 1),
        ("hoch", "level", 4),
        ("Medium", "level", 3),
        ("gering", "level", 2),
        ("kritisch", "level", 5),
        ("Filiale", "satisfaction", None),
    ],
)
def test_words_have_scores(word: str, kind: str, score: int | None) -> None:
    assert score_of_word(word, kind) == score


def test_the_longest_sign_counts() -> None:
    assert signs_in("😀 toll", "satisfaction") == (("😀", 5),)
    assert signs_in(":-(( nie wieder", "satisfaction") == ((":-((", 1),)
