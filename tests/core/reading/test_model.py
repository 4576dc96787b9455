"""What authors write becomes the values that the handbook shows."""

from datetime import date
from pathlib import Path

import pytest

from core.handbooks import errors, journey, read, with_steps
from journeybook import model
from journeybook.catalogue.narrative import split_narrative
from journeybook.model import is_id, slug

TWO = "title: X\npersona: anna\nstages:\n  - {stage: awareness, steps: A}\n  - {stage: purchase, steps: B}\n"


def test_smallest_journey_has_all_defaults(tmp_path: Path) -> None:
    found = journey(tmp_path, "title: Kaufen\npersona: anna\nstages: {stage: purchase, steps: Bezahlen}\n")
    step = model.Step(title="Bezahlen")
    assert found.record == model.Journey(
        title="Kaufen", personas=("anna",), stages=(model.JourneyStage(stage="purchase", steps=(step,)),)
    )
    assert (found.record.state, found.record.status, found.record.tags) == ("current", "draft", ())
    assert (found.review_every, found.is_linear, found.satisfaction) == (30, True, None)
    assert step.model_dump(exclude_defaults=True) == {"title": "Bezahlen"}


def test_short_forms_stand_for_the_long_ones(tmp_path: Path) -> None:
    (step,) = with_steps(
        tmp_path,
        """
        - title: Bezahlen
          id: bezahlen
          satisfaction: 4
          thoughts: Teuer
          quotes: Das war leicht.
          touchpoints: kasse
          pain_points: Lange Schlange
          opportunities: {title: Mehr Kassen, actions: Kasse bestellen}
          moment_of_truth: Hier entscheidet es sich
          evidence: Beobachtung
          next: end
          optional: true
        """,
    ).steps
    assert step.record == model.Step(
        title="Bezahlen",
        id="bezahlen",
        satisfaction="4",
        thoughts=("Teuer",),
        quotes=(model.Quote(text="Das war leicht."),),
        touchpoints=("kasse",),
        pain_points=(model.PainPoint(title="Lange Schlange", severity="3"),),
        opportunities=(
            model.Opportunity(title="Mehr Kassen", actions=(model.Action(title="Kasse bestellen"),)),
        ),
        moment_of_truth="Hier entscheidet es sich",
        evidence=(model.Evidence(title="Beobachtung"),),
        next=(model.Next(to="end"),),
        optional="true",
    )
    assert step.record.satisfaction == {"*": 4}
    assert [action.record.status for action in step.opportunities[0].actions] == ["open"]


@pytest.mark.parametrize(
    ("typed", "value"),
    [("true", True), ("True", True), ("false", False), ("yes", "yes"), ("'Ja, hier'", "Ja, hier")],
)
def test_moment_of_truth_is_true_false_or_text(tmp_path: Path, typed: str, value: object) -> None:
    (step,) = with_steps(tmp_path, f"- {{title: A, moment_of_truth: {typed}}}").steps
    assert step.record.moment_of_truth == value


@pytest.mark.parametrize("word", ["no", "on", "12:30", "0123", "1.10", "1e3", "0x1F", "2026-01-01", "~x"])
def test_plain_words_stay_what_was_typed(tmp_path: Path, word: str) -> None:
    assert journey(tmp_path, f"{TWO}summary: {word}\n").record.summary == word


def test_own_keys_are_kept_in_the_header(tmp_path: Path) -> None:
    found = journey(tmp_path, f"{TWO}x-ticket: {{nr: 0123, liste: [a, ]}}\n")
    assert found.document.header.data["x-ticket"] == {"nr": "0123", "liste": ["a"]}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("An der Kasse bezahlen", "an-der-kasse-bezahlen"),
        ("Größe prüfen: Öl, Äpfel & Übermaß", "groesse-pruefen-oel-aepfel-uebermass"),
        ("Gro\u0308\u00dfe", "groesse"),
        ("Café à la carte", "cafe-a-la-carte"),
        ("  --A--  b  ", "a-b"),
        ("Ελλάδα", "ellada"),
        ("???", "ersatz"),
        ("", "ersatz"),
        ("wort " * 30, "wort-" * 11 + "wort"),
        ("x" * 70, "x" * 60),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title, fallback="ersatz") == expected
    assert is_id(slug(title, fallback="ersatz"))


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "ä", "a_b", "a b", "a\n"])
def test_is_no_id(text: str) -> None:
    assert not is_id(text)


def test_ids_of_steps_are_unique_and_written_ones_win(tmp_path: Path) -> None:
    found = with_steps(
        tmp_path,
        """
        - Warten
        - Warten
        - {title: Etwas anderes, id: warten}
        - Ende
        - End
        - {title: Warten, id: warten-2}
        - "???"
        """,
    )
    assert [step.id for step in found.steps] == [
        "warten-3",
        "warten-4",
        "warten",
        "ende",
        "end-2",
        "warten-2",
        "step-7",
    ]
    assert [step.number for step in found.steps] == [1, 2, 3, 4, 5, 6, 7]


def test_ids_of_stages_pain_points_and_opportunities_are_unique(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        """
        title: X
        persona: anna
        stages:
          - {stage: purchase, steps: {title: A, pain_points: [Warten, Warten], opportunities: [Warten]}}
          - {stage: awareness, title: Neu, steps: {title: B, pain_points: [{title: Warten, id: warten}]}}
          - {stage: purchase, id: purchase-2, steps: {title: C, opportunities: Warten}}
        """,
    )
    assert [(stage.id, stage.number, stage.title) for stage in found.stages] == [
        ("purchase", 1, "Kauf"),
        ("awareness", 2, "Neu"),
        ("purchase-2", 3, "Kauf"),
    ]
    assert [pain.id for step in found.steps for pain in step.pain_points] == [
        "warten-2",
        "warten-3",
        "warten",
    ]
    assert [item.id for step in found.steps for item in step.opportunities] == ["warten", "warten-2"]


def test_satisfaction_of_steps_stages_and_journeys_is_a_mean(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        """
        title: X
        personas: [anna, bodo]
        stages:
          - stage: awareness
            steps:
              - {title: A, satisfaction: 2}
              - {title: B, satisfaction: {anna: 5, bodo: 2}}
              - C
          - stage: purchase
            steps:
              - {title: D, satisfaction: {bodo: 1}}
          - {stage: purchase, id: again, steps: E}
        """,
    )
    scores = [
        [(score.persona.id, score.satisfaction) for score in step.satisfactions] for step in found.steps
    ]
    assert scores == [[("anna", 2), ("bodo", 2)], [("anna", 5), ("bodo", 2)], [], [("bodo", 1)], []]
    assert [step.satisfaction for step in found.steps] == [2, 3.5, None, 1, None]
    assert [stage.satisfaction for stage in found.stages] == [2.75, 1, None]
    assert found.satisfaction == pytest.approx((2 + 3.5 + 1) / 3)


def test_channel_of_a_step_is_its_own_or_those_of_its_touchpoints(tmp_path: Path) -> None:
    found = with_steps(
        tmp_path,
        """
        - {title: A, touchpoints: [kasse, korb, kasse]}
        - {title: B, touchpoints: [kasse, korb], channel: web}
        - C
        """,
    )
    assert [[channel.id for channel in step.channels] for step in found.steps] == [
        ["store", "web"],
        ["web"],
        [],
    ]
    assert [[point.id for point in step.touchpoints] for step in found.steps] == [
        ["kasse", "korb"],
        ["kasse", "korb"],
        [],
    ]


def test_paths_are_written_or_lead_to_the_following_step(tmp_path: Path) -> None:
    found = with_steps(
        tmp_path,
        """
        - {title: A, id: a, next: [{to: c, when: Regen}, b]}
        - {title: B, id: b, next: end}
        - {title: C, id: c}
        - {title: D, id: d}
        """,
    )
    paths = [[(path.to, path.when) for path in step.paths] for step in found.steps]
    assert paths == [[("c", "Regen"), ("b", "")], [("end", "")], [("d", "")], [("end", "")]]
    assert found.is_linear is False


def test_paths_lead_over_the_end_of_a_stage(tmp_path: Path) -> None:
    found = journey(tmp_path, TWO)
    assert [[path.to for path in step.paths] for step in found.steps] == [["b"], ["end"]]
    assert found.is_linear is True


BODY = """
Vorweg.

# Titel

## Bekanntheit

Erstens.

### Darunter

```
## Kauf
```

~~~ md
```
## Kauf
~~~

## Etwas anderes ##

Dazwischen.

## Wie wir verkaufen {: .x #purchase }

Zweitens.

##awareness
Drittens.

#### Kauf
"""


def test_narrative_is_split_at_the_headings_of_stages(tmp_path: Path) -> None:
    found = journey(tmp_path, TWO, BODY)
    assert found.narrative == "Vorweg.\n\n# Titel\n\n## Etwas anderes ##\n\nDazwischen."
    first, second = found.stages
    assert first.narrative == (
        "Erstens.\n\n### Darunter\n\n```\n## Kauf\n```\n\n~~~ md\n```\n## Kauf\n~~~\n\nDrittens.\n\n#### Kauf"
    )
    assert second.narrative == "Zweitens."


@pytest.mark.parametrize(
    "heading",
    [
        "## kauf",
        "## KAUF  ",
        "## Kauf ##",
        "## purchase",
        "## zahlen",
        "## Zahlen",
        "## X {#purchase}",
        "## X {.a #purchase}",
    ],
)
def test_narrative_names_a_stage_by_id_or_title(tmp_path: Path, heading: str) -> None:
    header = "title: X\npersona: anna\nstages: {stage: purchase, title: Zahlen, steps: A}\n"
    found = journey(tmp_path, header, f"{heading}\nText\n")
    assert (found.narrative, found.stages[0].narrative) == ("", "Text")


@pytest.mark.parametrize(
    "heading", ["# Kauf", "### Kauf", " ## Kauf", "## Kaufen", "## X {#kaufen}", "\\## Kauf"]
)
def test_narrative_leaves_other_headings_where_they_are(tmp_path: Path, heading: str) -> None:
    found = journey(tmp_path, TWO, f"{heading}\nText\n")
    assert found.narrative == f"{heading}\nText".strip()


def test_narrative_of_a_second_pass_has_its_own_heading(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        "title: X\npersona: anna\nstages:\n"
        "  - {stage: purchase, steps: A}\n  - {stage: purchase, id: bekanntheit, steps: B}\n  - {stage: awareness, steps: C}\n",
        "## Kauf\nEins\n## bekanntheit\nZwei\n## awareness\nDrei\n",
    )
    assert [stage.narrative for stage in found.stages] == ["Eins", "Zwei", "Drei"]


def test_long_lines_of_a_narrative_are_split_at_once() -> None:
    line = "## " + " " * 200_000 + "x" + "{#" * 200_000
    assert split_narrative(line, {"kauf": "kauf"}) == (line.strip(), {})


@pytest.mark.parametrize(
    ("due", "status", "expected"),
    [
        ("2026-11-20", "open", True),
        ("2026-11-20", "doing", True),
        ("2026-11-20", "done", False),
        ("2026-11-21", "open", False),
    ],
)
def test_an_action_is_overdue_after_its_day(tmp_path: Path, due: str, status: str, expected: object) -> None:
    action = f"{{title: A, due: {due}, status: {status}, owner: shop, metric: umsatz}}"
    (step,) = with_steps(tmp_path, f"- {{title: A, opportunities: {{title: O, actions: {action}}}}}").steps
    (action_,) = step.opportunities[0].actions
    assert action_.is_overdue(date(2026, 11, 21)) is expected
    assert (action_.owner and action_.owner.title, action_.metric and action_.metric.title) == (
        "Filialbetrieb",
        "Umsatz",
    )


def test_an_action_without_a_day_is_never_overdue(tmp_path: Path) -> None:
    (step,) = with_steps(tmp_path, "- {title: A, opportunities: {title: O, actions: Tun}}").steps
    assert step.opportunities[0].actions[0].is_overdue(date(2026, 11, 21)) is False


@pytest.mark.parametrize(
    ("header", "age", "stale"),
    [
        ("reviewed: 2026-10-22", 30, False),
        ("reviewed: 2026-10-21", 31, True),
        ("reviewed: 2026-10-21\nreview_every: 31", 31, False),
        ("reviewed: 0001-01-01\nreview_every: 999999999999999", 739940, False),
        ("goal: Nie geprüft", None, False),
    ],
)
def test_a_journey_is_stale_after_its_rhythm(
    tmp_path: Path, header: str, age: int | None, stale: object
) -> None:
    found = journey(tmp_path, f"{TWO}{header}\n")
    assert (found.review_age(date(2026, 11, 21)), found.is_stale(date(2026, 11, 21))) == (age, stale)


def test_reach_of_a_pain_point_is_by_written_id_or_title(tmp_path: Path) -> None:
    def text(persona: str, pains: str) -> str:
        return f"---\ntitle: X\npersona: {persona}\nstages: {{stage: purchase, steps: {{title: A, pain_points: {pains}}}}}\n---\n"

    found = read(
        tmp_path,
        {
            "a.md": text("anna", "{title: Warten, id: schlange}"),
            "b.md": text("bodo", "{title: Stehen, id: schlange}"),
            "c.md": text("[anna, bodo]", "[warten, Anderes]"),
            "d.md": text("bodo", "{title: Ganz anderes, id: anderes}"),
        },
    )
    assert errors(found) == []
    reaches = {
        f"{name}/{pain.id}": (
            [other.id for other in found.catalogue.gathered(pain).journeys],
            [persona.id for persona in found.catalogue.gathered(pain).personas],
        )
        for name, journey in found.catalogue.journeys.items()
        for step in journey.steps
        for pain in step.pain_points
    }
    assert reaches == {
        "a/schlange": (["a", "b", "c"], ["anna", "bodo"]),
        "b/schlange": (["a", "b", "c"], ["anna", "bodo"]),
        "c/warten": (["a", "b", "c"], ["anna", "bodo"]),
        "c/anderes": (["c"], ["anna", "bodo"]),
        "d/anderes": (["d"], ["bodo"]),
    }


def test_values_are_read_from_csv(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "metrics/a.csv": "value, date,metric,n,channel\n-1.50,2026-02,umsatz,12,web\n+3,2026-02-03,umsatz,,\n"
        },
    )
    assert errors(found) == []
    assert found.catalogue.values == (
        model.Value(metric="umsatz", date=date(2026, 2, 1), by_month=True, value=-1.5, n=12, channel="web"),
        model.Value(metric="umsatz", date=date(2026, 2, 3), by_month=False, value=3.0),
    )


def test_without_a_handbook_there_are_six_stages(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("---\ntitle: X\n---\n", encoding="utf-8")
    found = read(tmp_path, {"handbook.yml": ""})
    assert [(stage.id, stage.title) for stage in found.catalogue.stages.values()] == [
        ("awareness", "Awareness"),
        ("consideration", "Consideration"),
        ("purchase", "Purchase"),
        ("delivery", "Delivery"),
        ("support", "Support"),
        ("loyalty", "Loyalty"),
    ]
    assert (found.catalogue.handbook.review_every, found.catalogue.channels, found.catalogue.metrics) == (
        90,
        {},
        {},
    )


def test_metrics_have_units_by_default(tmp_path: Path) -> None:
    metric = read(tmp_path, {}).catalogue.metrics["umsatz"]
    assert (metric.currency, metric.duration_unit, metric.target) == ("EUR", "days", None)


def test_visits_lead_back_from_things_to_steps(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        {
            "x.md": f"---\n{TWO}---\n",
            "y.md": f"---\n{TWO}---\n".replace("A}", "{title: A, touchpoints: korb}}"),
        },
    )
    book = found.catalogue
    assert [(visit.journey.id, visit.step.id) for visit in book.visits_of_touchpoint["korb"]] == [("y", "a")]
    assert [(visit.journey.id, visit.step.id) for visit in book.visits_of_channel["web"]] == [("y", "a")]
    assert [(visit.journey.id, visit.step.id) for visit in book.visits_of_stage["purchase"]] == [
        ("x", "b"),
        ("y", "b"),
    ]
    assert [journey.id for journey in book.journeys_of_persona["anna"]] == ["x", "y"]
