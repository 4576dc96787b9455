"""Registers as pages: there only where there is something to list, of today unless the future is asked for."""

from small_sites import Make

HANDBOOK = """
    channels:
      - {id: filiale, title: Filiale, setting: offline}
    teams:
      - {id: laden, title: Laden}
      - {id: lager, title: Lager}
    goals:
      - {id: halten, title: Kunden halten}
    metrics:
      - {id: quote, title: Quote, unit: percent, direction: up, target: 50}
    """
TODAY = """
    ---
    title: Schuhe kaufen
    persona: anna
    stages:
      - stage: purchase
        content:
          - {title: Preisliste, type: Aushang, url: "https://example.org/preise", owner: laden}
          - {title: Preise erklärt, type: Langer Ratgeber, status: planned}
          - {title: Alter Flyer, status: retired}
        steps:
          - title: Zahlen
            satisfaction: 2
            moment_of_truth: Hier gehen sie
            touchpoints: kasse
            pain_points:
              - {title: Warten, id: warten, severity: 5, category: other}
              - {title: "=Enge", severity: 2}
            opportunities:
              - title: Zweite Kasse
                solves: warten
                impact: 5
                effort: 2
                status: doing
                goals: halten
                actions:
                  - {title: Aufstellen, owner: laden, due: 2026-11-01, metric: quote, target: 60}
                  - {title: Suchen}
                  - {title: Messen, owner: lager, due: 2026-06-15, status: done, metric: quote}
                  - {title: Fragen, owner: lager, due: 2026-06-15, status: done}
              - {title: Weniger Kunden, status: rejected, reason: Wir wollen mehr}
    ---
    """
FUTURE = """
    ---
    title: Künftig
    persona: anna
    state: future
    stages:
      - stage: loyalty
        content: {title: Treuebrief, type: Brief, status: idea}
        steps:
          - title: Wiederkommen
            satisfaction: 5
            moment_of_truth: true
            pain_points: {title: Neues Leid, severity: 4}
            opportunities: {title: Neue Idee, impact: 5, effort: 1, actions: {title: Neue Tat, owner: laden}}
    ---
    """
VALUES = """\
date,metric,value
2026-05,quote,40
2026-10,quote,55
"""
FILES = {
    "journeys/handbook.yml": HANDBOOK,
    "journeys/touchpoints/kasse.md": "---\ntitle: Kasse\nchannel: filiale\nowner: laden\n---\n",
    "journeys/schuhe.md": TODAY,
    "journeys/morgen.md": FUTURE,
    "journeys/metrics/quote.csv": VALUES,
}
REGISTERS = {
    "pain-points/": "all_pain_points",
    "opportunities/": "all_opportunities",
    "actions/": "all_actions",
    "moments/": "all_moments",
    "content/": "all_content",
}


def test_a_handbook_without_any_has_no_registers(make: Make) -> None:
    made = make()

    assert [address for address in REGISTERS if (made.site / address).exists()] == []


def test_registers_tell_of_today_and_keep_the_future_for_who_asks(make: Make) -> None:
    made = make(FILES)

    future = {}
    for address, table in REGISTERS.items():
        page = made.page(address).ours
        rows = [row for row in page.all(f"table#{table} tbody tr") if "data-state" in row.attributes]
        future[address] = [row.one("th").text for row in rows if "hidden" in row.attributes]
        assert {row["data-state"] for row in rows if "hidden" in row.attributes} == {"future all"}
        assert {row["data-state"] for row in rows if "hidden" not in row.attributes} == {"current all"}
        (state,) = page.all("form select[name=state]")
        assert state["data-jb-default"] == "current"
        assert [option["value"] for option in state.all("option")] == ["", "future", "all"]
    assert {address: len(titles) for address, titles in future.items()} == dict.fromkeys(REGISTERS, 1)
    groups = made.page("actions/").ours.all("table#all_actions tbody")
    assert [group["id"] for group in groups] == ["due_overdue", "due_unclear", "due_done"]


def test_the_register_of_pain_points_says_what_hurts_whom_and_what_is_done(make: Make) -> None:
    page = make(FILES).page("pain-points/").ours
    bare, waiting = page.all("table#all_pain_points tbody tr")[:2]

    assert {name: waiting[f"data-{name}"] for name in ("category", "stage", "persona", "team", "plan")} == {
        "category": "other",
        "stage": "purchase",
        "persona": "anna",
        "team": "laden",
        "plan": "planned",
    }
    assert (bare["data-category"], bare["data-plan"]) == ("none", "none")
    assert "Zweite Kasse" in waiting.text
    assert "1 Journey: Schuhe kaufen" in waiting.text
    cells = page.all("table.jb-matrix td a")
    assert [cell["href"] for cell in cells] == [
        "../pain-points/?category=other&stage=purchase#all_pain_points",
        "../pain-points/?category=other#all_pain_points",
        "../pain-points/?category=none&stage=purchase#all_pain_points",
        "../pain-points/?category=none#all_pain_points",
    ]
    assert [cell.text for cell in cells] == ["1", "1", "1", "1"]


def test_the_register_of_opportunities_has_a_picture_and_keeps_rejected_ones_apart(make: Make) -> None:
    page = make(FILES).page("opportunities/").ours
    titles = [link.text for link in page.all("table#all_opportunities tbody th a")]
    _, second = page.all("table#all_opportunities tbody tr")

    assert titles == ["Neue Idee", "Zweite Kasse"]
    assert "Warten" in second.text
    assert (second["data-goal"], second["data-team"]) == ("halten", "laden lager")
    links = page.all("svg a")
    assert {link["aria-label"] for link in links} == {"1 Zweite Kasse"}
    assert {link["xlink:href"] for link in links} == {"../journeys/schuhe/purchase/#zahlen"}
    rejected = page.one("details#rejected").text
    assert "Weniger Kunden" in rejected
    assert "Wir wollen mehr" in rejected


def test_the_register_of_actions_says_where_metrics_stand_and_what_became_of_them(make: Make) -> None:
    page = make(FILES).page("actions/").ours
    rows = {
        title: row
        for row in page.all("table#all_actions tr[data-team]")
        for title in ("Aufstellen", "Suchen", "Messen", "Fragen", "Neue Tat")
        if row.one("th").text.startswith(title)
    }

    aim = rows["Aufstellen"].all("td")[-2].text
    assert "55 %" in aim
    assert "Ziel 60 %" in aim
    since = {title: row.all("td")[-1].text for title, row in rows.items()}
    assert "40 % (Mai 2026) → 55 % (Oktober 2026)" in since["Messen"]
    assert "15 Prozentpunkte besser · Ziel 50 % erreicht" in since["Messen"]
    assert since["Fragen"] == "nicht zu sagen: Es ist keine Kennzahl genannt"
    assert since["Suchen"] == since["Aufstellen"] == ""
    loads = page.all("table.jb-matrix tbody tr")
    assert [load.one("th").text for load in loads] == ["Laden", "Lager", "noch niemand"]
    assert [cell["href"] for cell in page.all("table.jb-matrix a") if "team=laden" in cell["href"]] == [
        "../actions/?team=laden&when=overdue#all_actions"
    ]


def test_the_register_of_moments_says_why_they_count(make: Make) -> None:
    page = make(FILES).page("moments/").ours
    first, _ = page.all("table#all_moments tbody tr")

    assert "Hier gehen sie" in first.one("th").text
    assert "Zweite Kasse" in first.text
    assert "Weniger Kunden" not in first.text
    assert first["data-team"] == "laden"


def test_the_register_of_content_says_what_is_published_by_whom_and_for_which_stage(make: Make) -> None:
    twice = FILES["journeys/schuhe.md"].replace("title: Schuhe kaufen", "title: Stiefel kaufen")
    page = make({**FILES, "journeys/stiefel.md": twice}).page("content/").ours
    rows = [row for row in page.all("table#all_content tbody tr") if "hidden" not in row.attributes]

    places = "Kauf · Schuhe kaufenKauf · Stiefel kaufen"
    assert [[cell.text for cell in (row.one("th"), *row.all("td"))] for row in rows] == [
        ["Preisliste", "Aushang", "aktiv", "Laden", places],
        ["Preise erklärt", "Langer Ratgeber", "Geplant", "noch niemand", places],
        ["Alter Flyer", "", "eingestellt", "noch niemand", places],
    ]
    assert rows[0].one("th a")["href"] == "https://example.org/preise"
    assert rows[1]["data-type"] == "langer_ratgeber"
    live, coming, missing = page.all("li.jb-figure")
    assert [figure.all("strong")[0].text for figure in (live, coming, missing)] == ["1", "1", "1"]
    assert missing.one("a")["href"].endswith("content/?team=none#all_content")
