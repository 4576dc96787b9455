"""What rules about words must leave alone, and what they must not miss."""

from pathlib import Path

import pytest

from core.checks.test_rules import findings
from journeybook.rules import RULES, Family

OWN = {
    Family.FRESHNESS,
    Family.PLAN,
    Family.EVIDENCE,
    Family.WORDING,
    Family.MARKUP,
    Family.ACCESSIBILITY,
    Family.TRANSLATION,
}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYBOOK_TODAY", "2026-11-21")


def rules_of(root: Path, body: str) -> set[str]:
    """The rules that a touchpoint with this description breaks."""
    text = f"---\ntitle: Kasse\nchannel: store\nowner: filialen\nstages: purchase\n---\n\n{body}\n"
    pictures = {f"journeys/assets/{name}.png": "" for name in ("x", "gruen")}
    return {item.rule for item in findings(root, {"journeys/touchpoints/kasse.md": text, **pictures})}


PLAIN = """
neue Frauen schauen Abenteuer und trauen der Quelle: aktuell, individuell, bequem, teuer, Steuerberater
value, blue, queue, issue, request, question, technique, does, goes, shoes, heroes, poem, duel, league
Goethe, Joerg, Mueller, Schroeder, Michael, Israel, Aerobic, Poet, soeben, Zuhause, zuerst, Zoe, Uelzen
Die Kennung `schuhgroesse` und der Link [[touchpoint:kasse|zur Kasse]] und https://example.org/fuer-alle/rueckgabe
Mehr steht in [der Auswertung](https://example.org/kaeufe), im Bild ![Die Kasse](assets/gruen.png) und auf kunden-rueckgabe.de
SÃO PAULO, Âge, São Tomé, à la carte, 10 €, „Hallo“
Was??? Wirklich? Er fragt: Was soll das… Die Methode heißt Platzhalter-Technik. XXL und CRM und FAQ.
## Kauf {#kauf}

### Mehr dazu

## Wieder oben

```python
# Kommentar
#### kein Titel, TODO, fuer ![](x.png) [hier](y)
```

    #### eingerückt: TODO

<!-- TODO -->
<img src="assets/x.png" alt=""> als Zierde
"""


def test_plain_text_breaks_no_rule(tmp_path: Path) -> None:
    assert rules_of(tmp_path, PLAIN) == set()


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Das ist fuer alle.", "spelled-out-umlaut"),
        ("Ueber die Online-Kaeufe sprechen", "spelled-out-umlaut"),
        ("(zurueck)", "spelled-out-umlaut"),
        ("GrÃ¶ÃŸe", "garbled-umlaut"),
        ("â€žHalloâ€œ", "garbled-umlaut"),
        ("K\N{REPLACEMENT CHARACTER}ufe", "garbled-umlaut"),
        ("TODO: Zahlen", "placeholder-text"),
        ("Es kostet ??? Euro", "placeholder-text"),
        ("Lorem ipsum dolor", "placeholder-text"),
        ("[Platzhalter für die Auswertung]", "placeholder-text"),
        ('<img src="assets/x.png">', "picture-without-alt"),
        ("![x.png](assets/x.png)", "alt-says-nothing"),
        ("![Bild von](assets/x.png)", "alt-says-nothing"),
        ("#### Tief", "skipped-heading-level"),
        ("[[journey:schuhe-kaufen|Hier]]", "vague-link-text"),
        ("[**hier klicken**](https://example.org)", "vague-link-text"),
    ],
)
def test_what_is_wrong_is_found(text: str, rule: str, tmp_path: Path) -> None:
    assert rules_of(tmp_path, text) == {rule}


def touchpoints(*titles: str) -> dict[str, str]:
    return {
        f"journeys/touchpoints/t{number}.md": f"---\ntitle: {title}\nchannel: store\n---\n"
        for number, title in enumerate(titles)
    }


@pytest.mark.parametrize(
    "titles",
    [
        ("Newsletter", "Newsleter"),
        ("Größenberater", "Groessenberater"),
        ("Online-Kasse", "Onlinekasse"),
        ("Online Kasse", "Kasse online"),
        ("Produktseite", "Produktseiten"),
        ("Kundenkarte", "kundenkarte"),
    ],
)
def test_one_thing_written_twice_is_found(titles: tuple[str, str], tmp_path: Path) -> None:
    found = findings(tmp_path, touchpoints(*titles))
    assert [item.rule for item in found].count("near-duplicate-names") == 1


@pytest.mark.parametrize(
    "titles",
    [
        ("Schalter 1", "Schalter 2"),
        ("Beratung A", "Beratung B"),
        ("Umfrage 2025", "Umfrage 2026"),
        ("Sprechstunde Anna", "Sprechstunde Hanna"),
        ("Brief an zufriedene Kundinnen im Laden", "Brief an unzufriedene Kundinnen im Laden"),
        ("Bestellung mit Konto anlegen", "Bestellung ohne Konto anlegen"),
        ("Filiale Nord", "Filiale Süd"),
        ("Chat", "Chats"),
    ],
)
def test_names_that_tell_things_apart_are_left_alone(titles: tuple[str, str], tmp_path: Path) -> None:
    found = findings(tmp_path, touchpoints(*titles))
    assert "near-duplicate-names" not in {item.rule for item in found}


def test_a_retired_touchpoint_and_a_persona_to_turn_away_are_left_alone(tmp_path: Path) -> None:
    files = {
        "journeys/touchpoints/alt.md": "---\ntitle: KASSEE FUER ALLE\nchannel: store\nlifecycle: retired\n---\n",
        "journeys/personas/nein.md": "---\ntitle: TODO\ntype: negative\nevidence: {title: A, method: assumption}\n---\n",
    }
    assert findings(tmp_path, files) == ()


def test_the_smallest_journey_is_asked_for_little(tmp_path: Path) -> None:
    journey = "---\ntitle: Schuhe im Laden kaufen\npersona: ben\nstages:\n  - stage: purchase\n    steps:\n"
    files = {
        "journeys/klein.md": f"{journey}      - Schuhe anprobieren\n      - An der Kasse bezahlen\n---\n",
        "journeys/personas/ben.md": "---\ntitle: Ben\n---\n",
    }
    found = [item.rule for item in findings(tmp_path, files) if RULES[item.rule].family in OWN]
    assert found == ["unreviewed-draft", "persona-without-evidence"]
