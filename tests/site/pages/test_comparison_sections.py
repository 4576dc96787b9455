"""Today and tomorrow on the page of a future journey: sums, the picture, the tables, and their special cases."""

import pytest
from built_pages import Element
from small_sites import Make

NOW = """\
    ---
    title: Heute
    personas: [{people}]
    state: {state}
    stages:
      - stage: purchase
        steps:
          - {{title: Ich suche, satisfaction: 2, touchpoints: kasse}}
          - {{title: Ich bezahle, satisfaction: 3, opportunities: {{id: schnell, title: Schnellkasse, status: planned}}}}
    ---
    """
THEN = """\
    ---
    title: Morgen
    personas: [anna]
    state: future
    compares_to: now
    stages:
      - stage: purchase
        steps:
          - {title: Ich suche, satisfaction: 4}
          - {title: Ich werde beraten, satisfaction: 5}
      - {stage: loyalty, steps: [{title: Ich komme wieder, satisfaction: 4}]}
    ---
    """


def section(
    make: Make, then: str = THEN, people: str = "anna", state: str = "current", now: str = NOW
) -> Element:
    """The section of the future journey."""
    made = make(
        {
            "journeys/now.md": now.format(people=people, state=state) if now is NOW else now,
            "journeys/then.md": then,
            "journeys/personas/bodo.md": "---\ntitle: Bodo\n---\n",
            "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: store\n---\n",
            "journeys/handbook.yml": "channels:\n  - {id: store, title: Filiale, setting: offline}\n",
        }
    )
    return made.page("journeys/then/").ours.one("section[aria-labelledby=today_and_tomorrow]")


def rows(table: Element) -> list[list[str]]:
    return [
        [cell.text for cell in row if cell.tag in {"th", "td"}] for row in table.all("tr") if row.all("th")
    ]


def test_the_sums_stand_first(make: Make) -> None:
    sums = section(make).all("dl.jb-sums")[0]

    assert [part.text for part in sums.all("dd")] == [
        "2,5 von 5 → 4,3 von 5 ▲ 1,8 besser",
        "2 → 3",
        "0 → 0",
        "0 neu, 1 fallen weg, 0 bleiben",
    ]


def test_each_stage_tells_what_changes_and_what_leads_there(make: Make) -> None:
    table = section(make).all("table")[0]

    assert rows(table) == [
        [
            "Phase",
            "Heute (Ist)",
            "Künftig (Soll)",
            "Änderung",
            "Schritte",
            "Offene Schmerzpunkte",
            "Touchpoints und Kanäle",
            "Maßnahmen auf dem Weg",
        ],
        [
            "Kauf",
            "2,5 von 5",
            "4,5 von 5",
            "▲ 2 besser",
            "2 → 2",
            "0 → 0",
            "−fällt weg: KasseFiliale",
            "Schnellkasse Geplant",
        ],
        ["Loyalität", "neu", "4 von 5", "", "0 → 1", "0 → 0", "", ""],
    ]
    assert table.one("ul.jb-leads a")["href"] == "../../journeys/now/#opportunity_schnell"


def test_each_step_is_kept_new_or_dropped(make: Make) -> None:
    table = section(make).all("table")[1]

    assert rows(table) == [
        ["Heute (Ist)", "Künftig (Soll)", "Änderung"],
        ["Kauf"],
        ["Ich suche 2 von 5", "Ich suche 4 von 5", "▲ 2 besser"],
        ["Ich bezahle 3 von 5", "fällt weg", "fällt weg"],
        ["gab es nicht", "Ich werde beraten 5 von 5", "neu"],
        ["Loyalität neu"],
        ["gab es nicht", "Ich komme wieder 4 von 5", "neu"],
    ]
    assert table.all("th a")[0]["href"] == "../../journeys/now/purchase/#ich-suche"


def test_the_picture_tells_each_point_in_words(make: Make) -> None:
    found = section(make)

    tips = [tip.text for tip in found.all("div.jb-overlay span.jb-point__tip")]
    assert tips == [
        "Heute (Ist): Ich suche, 2 von 5",
        "Heute (Ist): Ich bezahle, 3 von 5",
        "Künftig (Soll): Ich suche, 4 von 5",
        "Künftig (Soll): Ich werde beraten, 5 von 5",
        "Künftig (Soll): Ich komme wieder, 4 von 5",
    ]
    assert [low.text for low in found.all("ul.jb-overlay__lows li")] == [
        "▼ Heute (Ist), Tiefpunkt: Ich suche",
        "▼ Künftig (Soll), Tiefpunkt: Ich suche",
    ]
    assert [stage.text for stage in found.all("ol.jb-overlay__stages li")] == ["Kauf", "Loyalität neu"]


@pytest.mark.parametrize(
    ("people", "note"),
    [
        ("anna", []),
        (
            "anna, bodo",
            ["Die Werte sind Mittelwerte: Heute (Ist) über Anna, Bodo; Künftig (Soll) über Anna."],
        ),
    ],
)
def test_means_over_several_personas_are_named(make: Make, people: str, note: list[str]) -> None:
    assert [part.text for part in section(make, people=people).all("p.jb-sums__note")] == note


def test_a_journey_that_changes_nothing_says_so(make: Make) -> None:
    same = NOW.format(people="anna", state="future").replace(
        "title: Heute", "title: Morgen\n    compares_to: now"
    )

    assert [part.text for part in section(make, same).all("p.jb-empty")] == [
        "Es ändert sich nichts: Beide Journeys haben dieselben Schritte, Werte und Touchpoints."
    ]


def test_journeys_with_nothing_in_common_and_no_values_say_so(make: Make) -> None:
    now = "---\ntitle: Heute\npersona: anna\nstages: {stage: awareness, steps: Hören}\n---\n"
    then = "---\ntitle: Morgen\npersona: anna\nstate: future\ncompares_to: now\nstages: {stage: purchase, steps: Zahlen}\n---\n"
    found = section(make, then, now=now)

    assert [part.text for part in found.all("p.jb-empty")] == [
        "Die beiden Journeys haben keinen Schritt gemeinsam: Kein Schritt hat dieselbe ID oder einen ähnlichen Titel.",
        "„Heute“ hat noch keine Werte: Ergänze „satisfaction:“ an den Schritten.",
        "„Morgen“ hat noch keine Werte: Ergänze „satisfaction:“ an den Schritten.",
    ]
    assert found.all("div.jb-overlay") == []


def test_a_plan_beside_another_plan_speaks_of_no_today(make: Make) -> None:
    found = section(make, state="future")

    assert found.all("p")[0].text == "Verglichen mit: Heute Künftig (Soll)"
    assert rows(found.all("table")[1])[0] == ["Bisher", "Ab jetzt", "Änderung"]


def test_the_current_journey_leads_to_the_future_one(make: Make) -> None:
    now = NOW.format(people="anna", state="current").replace(", touchpoints: kasse", "")
    made = make({"journeys/now.md": now, "journeys/then.md": THEN})

    assert [entry.text for entry in made.page("journeys/now/").ours.all("li.jb-related")] == [
        "Zielbild: Morgen"
    ]
