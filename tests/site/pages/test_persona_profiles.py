"""The profile of a persona: full, empty, unwanted, and with a portrait where there is no picture."""

import re
from textwrap import dedent

from built_pages import Element
from small_sites import Make

FULL = """\
    ---
    title: Anna Berger
    role: Lehrerin
    age: 36
    location: Fürth
    segment: Familien
    quote: Ich habe eine Stunde.
    goals: [Schuhe finden, Zeit sparen]
    frustrations: Niemand ist frei
    needs: Rat
    motivations: Gesunde Füße
    behaviours: Kauft samstags
    hobbies: [Chor]
    devices: [Telefon, Laptop]
    preferred_channels: store
    interview:
      why_us: Weil ihr ehrlich wart.
      wishes: [Mehr Parkplätze, Kürzere Wege]
    evidence: {title: Sechs Interviews, method: interview}
    ---
    Anna steht den halben Tag.
    """
HANDBOOK = "channels:\n  - {id: store, title: Filiale, setting: offline}\n"
LIVED = """\
    ---
    title: {title}
    personas: [anna, bodo]
    state: {state}
    stages:
      - stage: purchase
        steps:
          - {{title: Suchen, satisfaction: {{anna: 2, bodo: 5}}, moment_of_truth: true}}
          - Warten
          - {{title: Bezahlen, satisfaction: {{anna: 4}}}}
    ---
    """


def profile(make: Make, persona: str, **files: str) -> Element:
    """The profile of Anna, from her file and others by their names."""
    named = {f"journeys/{name}.md": text for name, text in files.items()}
    tree = {"journeys/personas/anna.md": persona, "journeys/handbook.yml": HANDBOOK, **named}
    return make(tree).page("personas/anna/").ours


MORE = """\
    ---
    title: Anna Berger
    type: staff
    quotes: [Eins., Zwei.]
    jobs:
      - {when: es regnet, want: trocken ankommen, so_that: niemand friert}
      - {when: es regnet, want: warten}
      - {want: sparen, so_that: es reicht}
      - schnell fertig sein
    digital_skill: 2
    accessibility_needs: Hoher Kontrast
    facts: {z. B. Familie: Zwei Kinder, Ausbildung: "Lehre, dann Studium", Alter: jung, x-quelle: geheim}
    reviewed: 2026-11-03
    ---
    """


def test_a_profile_shows_jobs_as_sentences_and_facts_under_their_own_labels(make: Make) -> None:
    found = profile(make, MORE)

    assert [quote.text for quote in found.all("blockquote.jb-profile__quote")] == ["Eins.", "Zwei."]
    assert found.one("p.jb-profile__role").text.startswith("Mitarbeitende")
    assert [job.text for job in found.all("section.jb-panel--jobs li")] == [
        "Wenn es regnet, möchte ich trocken ankommen, damit niemand friert",
        "Wenn es regnet, möchte ich warten",
        "Ich möchte sparen, damit es reicht",
        "Ich möchte schnell fertig sein",
    ]
    assert found.one("section.jb-panel--accessibility_needs").text == "BarrierefreiheitHoher Kontrast"
    facts = [(row.one("dt").text, row.one("dd").text) for row in found.all("dl.jb-profile__facts div")]
    assert facts == [
        ("Umgang mit Technik", "wenig geübt (2 von 5)"),
        ("z. B. Familie", "Zwei Kinder"),
        ("Ausbildung", "Lehre, dann Studium"),
        ("Alter", "jung"),
        ("Zuletzt geprüft", "3. November 2026"),
    ]


def test_everything_of_a_profile_is_found(make: Make) -> None:
    tree = {"journeys/personas/anna.md": MORE, "journeys/handbook.yml": HANDBOOK}
    index = (make(tree).site / "search/search_index.json").read_text(encoding="utf-8")

    for text in ("Zwei.", "niemand friert", "schnell fertig sein", "Hoher Kontrast", "Ausbildung: Lehre"):
        assert text in index


def test_a_full_profile_shows_everything_that_is_known(make: Make) -> None:
    found = profile(make, FULL)

    assert found.one("h1").text == "Anna Berger"
    assert found.one("blockquote.jb-profile__quote").text == "Ich habe eine Stunde."
    facts = {row.one("dt").text: row.one("dd").text for row in found.all("dl.jb-profile__facts div")}
    assert facts == {
        "Alter": "36 Jahre",
        "Wohnort": "Fürth",
        "Segment": "Familien",
        "Bevorzugte Kanäle": "Filiale",
        "Geräte": "Telefon, Laptop",
    }
    assert [panel.one("h2").text for panel in found.all("section.jb-panel")] == [
        "Ziele",
        "Ärgernisse",
        "Bedürfnisse",
        "Motivation",
        "Verhalten",
        "Hobbys",
    ]
    assert found.one("div.jb-profile__story").text == "Anna steht den halben Tag."
    heading, evidence = found.one("section[aria-labelledby=all_evidence]").text_by_element
    assert heading == "Belege"
    assert evidence.startswith("●gemessen oder erforscht Sechs Interviews")


def test_answers_that_are_missing_are_named_where_there_is_one(make: Make) -> None:
    answers = [row.text for row in profile(make, FULL).all("dl.jb-interview dd")]

    assert answers == [
        "Noch keine Antwort: Schreib sie unter „interview:“ als „why_interested:“.",
        "Noch keine Antwort: Schreib sie unter „interview:“ als „how_researched:“.",
        "Noch keine Antwort: Schreib sie unter „interview:“ als „decision_criteria:“.",
        "Noch keine Antwort: Schreib sie unter „interview:“ als „alternatives:“.",
        "Weil ihr ehrlich wart.",
        "Mehr ParkplätzeKürzere Wege",
    ]


def test_a_persona_of_a_title_alone_says_what_to_write(make: Make) -> None:
    found = profile(
        make,
        "---\ntitle: Anna\n---\n",
        schuhe="---\ntitle: Leer\npersona: bodo\nstages: {stage: purchase, steps: A}\n---\n",
        **{"personas/bodo": "---\ntitle: Bodo\n---\n"},
    )

    assert [empty.text for empty in found.all("p.jb-empty")] == [
        "Über diese Persona ist noch wenig bekannt: Schreib „quote:“, „goals:“ und „frustrations:“ in journeys/personas/anna.md.",
        "Keine Journey gehört dieser Persona: „persona: anna“ in eine schreiben.",
    ]
    assert [head.text for head in found.all("h2")] == ["Journeys"]
    assert found.all("dl") == []


def test_a_negative_persona_is_told_apart_and_needs_no_journey(make: Make) -> None:
    other = {"personas/bodo": "---\ntitle: Bodo\n---\n"}
    found = profile(
        make,
        "---\ntitle: Jonas\ntype: negative\nquote: Kostet ja nichts.\n---\n",
        schuhe="---\ntitle: X\npersona: bodo\nstages: {stage: purchase, steps: A}\n---\n",
        **other,
    )

    assert found.one("div.jb-profile--negative p.jb-profile__note").text.startswith("Für diese Persona ist")
    assert found.one("section[aria-labelledby=all_journeys] p.jb-none").text == (
        "Keine Journey gehört dieser Persona, und es muss auch keine geben."
    )
    assert found.all("p.jb-empty") == []


def test_journeys_are_walked_step_by_step_those_of_today_first(make: Make) -> None:
    found = profile(
        make,
        FULL,
        schuhe=LIVED.format(title="Morgen", state="future"),
        stiefel=LIVED.format(title="Heute", state="current"),
        **{"personas/bodo": "---\ntitle: Bodo Klein\n---\n"},
    )

    walks = found.all("article.jb-walk")
    assert [walk.one("h3 a").text for walk in walks] == ["Heute", "Morgen"]
    today = walks[0]
    assert [stop.text for stop in today.all("ol.jb-stops a.jb-stops__name")] == [
        "1 Suchen ★Moment der Wahrheit",
        "2 Warten",
        "3 Bezahlen",
    ]
    points = [point.text for point in today.all("ol.jb-stops span.jb-point__tip")]
    assert points == ["2 von 5: Suchen, Tiefpunkt, Moment der Wahrheit", "4 von 5: Bezahlen"]
    assert len(today.all("div.jb-cell li.is-low")) == 1
    assert today.one("i.jb-cell__none").text == "kein Wert"
    assert len(today.all("div.jb-cell path.jb-curve__gap")) == 3
    about = {row.one("dt").text: row.one("dd").text for row in today.all("dl.jb-about div")}
    assert about == {
        "Bester Schritt": "Bezahlen 4 von 5",
        "Tiefpunkt": "Suchen 2 von 5",
        "Momente der Wahrheit": "Suchen 2 von 5",
    }
    companion = today.one("span.jb-walk__others a")
    assert companion["href"] == "../../personas/bodo/"
    assert companion.one("span[role=img]")["aria-label"] == "Bodo Klein"


def test_a_journey_without_values_says_so(make: Make) -> None:
    found = profile(make, FULL)

    assert found.one("article.jb-walk p.jb-none").text == (
        "Kein Schritt dieser Journey hat einen Wert für diese Persona: Ergänze „satisfaction:“."
    )


def test_portraits_without_a_picture_are_small_equal_and_free_of_ids(make: Make) -> None:
    hostile = '---\ntitle: <script>alert(1)</script> "Ü"\n---\n'
    made = make(
        {"journeys/personas/anna.md": "---\ntitle: Anna Berger\n---\n", "journeys/personas/x.md": hostile}
    )
    drawings = {
        address: re.findall(r'<svg class="jb-portrait.*?</svg>', made.page(address).html)
        for address in ("personas/", "personas/anna/", "personas/x/", "journeys/schuhe/")
    }
    anna, other = drawings["personas/"]

    assert drawings == {
        "personas/": [anna, other],
        "personas/anna/": [anna],
        "personas/x/": [other],
        "journeys/schuhe/": [anna],
    }
    assert "AB</text></svg>" in anna
    assert "SÜ</text></svg>" in other
    assert max(len(drawing.encode()) for drawing in (anna, other)) < 400
    assert not any("id=" in drawing or 'aria-hidden="true"' not in drawing for drawing in (anna, other))


def test_a_picture_is_told_on_the_profile_and_silent_beside_the_name(make: Make) -> None:
    persona = "---\ntitle: Anna\nimage: {src: assets/a.svg, alt: Anna am Fenster}\n---\n"
    made = make({"journeys/personas/anna.md": persona, "journeys/assets/a.svg": dedent("<svg/>")})

    def alts(address: str) -> list[str]:
        return [image["alt"] for image in made.page(address).ours.all("img.jb-portrait")]

    assert [alts(address) for address in ("personas/anna/", "personas/", "journeys/schuhe/")] == [
        ["Anna am Fenster"],
        [""],
        [""],
    ]
