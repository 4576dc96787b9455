"""How long customers are busy and wait, added up along the longest way."""

from pathlib import Path

import pytest

from core.handbooks import read
from journeybook.catalogue import (
    Journey,
    Spent,
    SpentInAll,
    time_of_journey,
    time_of_persona,
    time_of_stage,
)
from journeybook.language import language
from journeybook.model.duration import parse_duration
from journeybook.model.fields import Rejected

HOUR, DAY = 60, 24 * 60
HEAD = "---\ntitle: Umtausch\npersonas: [anna, helga]\nstages:\n"
PEOPLE = {"personas/helga.md": "---\ntitle: Helga\n---\n"}


def journey(root: Path, stages: str) -> Journey:
    catalogue = read(root, {"umtausch.md": f"{HEAD}{stages}---\n", **PEOPLE}).catalogue
    return catalogue.journeys["umtausch"]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("15 min", 15, 15),
        ("15min", 15, 15),
        ("1,5 h", 90, 90),
        ("2 hours", 120, 120),
        ("2 Std.", 120, 120),
        ("3 Tage", 3 * DAY, 3 * DAY),
        ("2–5 d", 2 * DAY, 5 * DAY),
        ("2 - 5 d", 2 * DAY, 5 * DAY),
        ("30 min – 2 h", 30, 120),
        ("1 Woche", 7 * DAY, 7 * DAY),
        ("4 months", 120 * DAY, 120 * DAY),
    ],
)
def test_a_time_is_read_in_every_spelling(text: str, low: float, high: float) -> None:
    found = parse_duration(text)
    assert (found.low, found.high, str(found)) == (low, high, text)


@pytest.mark.parametrize("text", ["15", "5–2 d", "3 d – 2 h", "bald", "1 Jahr", "", "-3 d", "3 d 2 h"])
def test_what_is_no_time_is_none(text: str) -> None:
    with pytest.raises(Rejected):
        parse_duration(text)


def test_steps_and_stages_are_added_up_and_those_that_say_nothing_are_counted(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        "  - stage: purchase\n    wait: 1 h\n    steps:\n"
        "      - {title: A, duration: 15 min, wait: 2–5 d}\n      - B\n"
        "  - stage: support\n    steps:\n      - {title: C, duration: 30 min}\n",
    )
    first = Spent(
        low=75 + 2 * DAY, high=75 + 5 * DAY, wait_low=HOUR + 2 * DAY, wait_high=HOUR + 5 * DAY, missing=1
    )
    assert time_of_stage(found.stages[0]) == first
    assert time_of_journey(found) == first + Spent(low=30, high=30)


def test_of_branches_the_longest_counts_and_a_loop_once(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        "  - stage: purchase\n    steps:\n"
        "      - {title: A, id: a, duration: 10 min, next: [b, c]}\n"
        "      - {title: B, id: b, duration: 20 min, next: d}\n"
        "      - {title: C, id: c, duration: 60 min, next: [a, d]}\n"
        "      - {title: D, id: d, duration: 5 min}\n",
    )
    assert time_of_journey(found) == Spent(low=75, high=75)


def test_the_part_in_optional_steps_is_told_as_far_as_the_longest_way_has_it(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        "  - stage: purchase\n    wait: 1 h\n    steps:\n"
        "      - {title: A, id: a, duration: 10 min, next: [b, c]}\n"
        "      - {title: B, id: b, optional: true, duration: 2 min, next: d}\n"
        "      - {title: C, id: c, optional: true, duration: 15 min, wait: 2–5 d, next: d}\n"
        "      - {title: D, id: d, duration: 5 min}\n",
    )
    spent = time_of_journey(found)
    assert spent is not None
    assert (spent.optional_low, spent.optional_high) == (15 + 2 * DAY, 15 + 5 * DAY)
    assert (spent.low, spent.high) == (90 + 2 * DAY, 90 + 5 * DAY)
    assert time_of_stage(found.stages[0]) == spent


def test_a_persona_spends_what_she_takes_part_in(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        "  - stage: purchase\n    steps:\n      - {title: A, personas: helga, wait: 2 d}\n"
        "      - {title: B, duration: 1 h}\n",
    )
    anna, helga = found.personas
    assert time_of_journey(found, anna) == Spent(low=60, high=60)
    assert time_of_persona([found], anna) is None, "the one has the same sum"
    assert time_of_journey(found, helga) == Spent(
        low=60 + 2 * DAY, high=60 + 2 * DAY, wait_low=2 * DAY, wait_high=2 * DAY
    )


def test_a_persona_spends_the_sum_over_her_journeys_of_today(tmp_path: Path) -> None:
    head = "---\ntitle: {}\npersona: helga\n{}stages:\n  - stage: purchase\n    steps:\n      - {}\n---\n"
    files = {
        "eins.md": head.format("Eins", "", "{title: A, duration: 1 h}"),
        "zwei.md": head.format("Zwei", "", "{title: B, duration: 2 h, wait: 1 d}"),
        "still.md": head.format("Still", "", "C"),
        "anderswo.md": head.format("Anderswo", "variant_of: eins\nvariant: A\n", "{title: A, duration: 9 h}"),
        "morgen.md": head.format("Morgen", "state: future\n", "{title: A, duration: 9 h}"),
        "plan.md": "---\ntitle: Plan\npersona: helga\nstatus: planned\n---\n",
        "personas/helga.md": "---\ntitle: Helga\n---\n",
    }
    catalogue = read(tmp_path, files).catalogue
    found = time_of_persona(catalogue.journeys_of_persona["helga"], catalogue.personas["helga"])

    spent = Spent(low=180 + DAY, high=180 + DAY, wait_low=DAY, wait_high=DAY)
    assert found == SpentInAll(spent=spent, journey_count=2, silent_count=1)


def test_a_journey_that_tells_no_time_has_none(tmp_path: Path) -> None:
    found = journey(tmp_path, "  - stage: purchase\n    steps: [A, B]\n")
    assert (time_of_journey(found), time_of_stage(found.stages[0])) == (None, None)


@pytest.mark.parametrize(
    ("low", "high", "german", "english"),
    [
        (15, 15, "15 Minuten", "15 minutes"),
        (1, 1, "1 Minute", "1 minute"),
        (90, 90, "90 Minuten", "90 minutes"),
        (150, 150, "2,5 Stunden", "2.5 hours"),
        (9 * DAY, 9 * DAY, "9 Tage", "9 days"),
        (2 * DAY, 5 * DAY, "2–5 Tage", "2–5 days"),
        (9 * DAY + 40, 9 * DAY + 40, "etwa 9 Tage", "about 9 days"),
        (120 * DAY, 120 * DAY, "4 Monate", "4 months"),
        (0, 30, "0–30 Minuten", "0–30 minutes"),
    ],
)
def test_a_time_is_written_in_the_unit_of_its_size(
    low: float, high: float, german: str, english: str
) -> None:
    assert (language("de").length(low, high), language("en").length(low, high)) == (german, english)
