"""One word a thing: what readers see says none of the words that were given up, in either language."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from messages import PACKAGE, all_said, catalogue, texts

ROOT = Path(__file__).parents[2]
DOCUMENTED = {
    "de": [*(ROOT / "docs/handbuch").glob("*.md"), ROOT / "docs/index.md"],
    "en": [*(ROOT / "docs/en").glob("*.md"), ROOT / "README.md"],
}
CODE = re.compile(r"^( *)(`{3,}).*?^\1\2$|`[^`\n]+`", re.DOTALL | re.MULTILINE)

GIVEN_UP = {
    "de": {
        r"^Zukunft$|für die Zukunft|\bMorgen\b|^Heute$|heute und morgen": "Heute (Ist) and Künftig (Soll) are states",
        r"[Tt]iefster|am tiefsten|[Ss]chlechtester Schritt": "the lowest point is a Tiefpunkt",
        r"auf einen Blick": "the map is the Journey Map",
        r"ihm begegnen": "a touchpoint has Schritte mit diesem Touchpoint",
        r"[Ii]m Einsatz|\bEinsatz\b": "satisfaction is Zufriedenheit dort, a touchpoint is aktiv",
        r"\b[Bb]ewertung\b|[Ee]rfüllt Erwartungen": "the rating says how far Erwartungen are erfüllt",
        r"^(Tut|Denkt|Fühlt|Sagt|Zweifelt|Erwartet|Antriebe?)$": "rows are called by nouns",
        r"Wer beteiligt ist": "those who take part are Beteiligte",
        r"Worauf das beruht": "what shows it are Belege",
        r"Steht für|Lebt in|Nutzt gern": "facts of a persona are nouns: Segment, Wohnort, Bevorzugte Kanäle",
        r"kann entfallen": "a step that may be skipped is optional",
        r"abgeschafft": "a touchpoint is eingestellt",
        r"^Zusammen$": "a sum is Gesamt",
        r"Gewicht": "a finding has a Dringlichkeit",
        r"\bFamilien?\b": "rules have a Thema",
        r"Überzählig": "what nothing uses is Ungenutztes",
        r"\bVerlauf\b": "what changed are Änderungen, a metric has an Entwicklung",
        r"[Ww]ie es werden soll": "a plan is a Zielbild",
        r"[Ww]as dahin führt": "what leads to a plan are Maßnahmen auf dem Weg",
        r"[Ii]m Einzelnen": "details stand Im Detail",
        r"(?<=[a-zäöüß,] )(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b|^Sie sind": "readers are du",
        r"Kundin": "customers are Kunden",
        r"^Zustand$": "a journey is Ist oder Soll",
    },
    "en": {
        r"^Today$|^Tomorrow$|[Tt]oday and tomorrow|for the future": "current and future are states",
        r"[Ll]owest|^Worst step$": "it is a low point",
        r"[Ww]here customers meet it": "a touchpoint has steps",
        r"^In use$|[Ss]atisfaction in use|^Rating$|^Meets expectations$": "a touchpoint has expectations met and satisfaction there",
        r"^(Does|Thinks|Feels|Says|Expects|Is driven by|Who takes part)$": "rows are called by nouns",
        r"[Hh]ow it shall be|[Ww]hat leads there": "a plan is a target state, with actions on the way",
        r"[Ww]hat this rests on": "it is evidence",
        r"^(Stands for|Lives in|Likes to use|Together)$": "facts and sums are nouns",
        r"\b[Mm]end": "to mend is to fix",
        r"[Ss]everer": "more severe",
        r"[Ff]alls? away": "removed",
        r"my team's": "a team owns things",
        r"[Pp]lanned for the future": "a plan is a future state",
        r"by a screen": "what to read next are next steps",
        r"at a glance": "the map is the journey map",
    },
}
"""What is no longer said, by language, with the word in its place or the reason."""


@cache
def seen(code: str) -> set[str]:
    """The texts that readers of a language see."""
    if code == "en":
        return {text for message in all_said() for text in message}
    return {text for message in catalogue(code) if message.id for text in texts(message.string)}


@pytest.mark.parametrize(
    ("code", "pattern", "reason"),
    [(code, pattern, reason) for code, words in GIVEN_UP.items() for pattern, reason in words.items()],
)
def test_a_word_that_was_given_up_does_not_come_back(code: str, pattern: str, reason: str) -> None:
    assert [text for text in sorted(seen(code)) if re.search(pattern, text)] == [], reason


def printed(file: Path) -> Iterator[str]:
    """The sentences of a module that are no docstrings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    about = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in about:
            yield node.value


@pytest.mark.parametrize("code", GIVEN_UP)
def test_the_documentation_says_the_same_words(code: str) -> None:
    pattern = re.compile("|".join(GIVEN_UP[code]), re.MULTILINE)
    for file in DOCUMENTED[code]:
        text = CODE.sub("", file.read_text(encoding="utf-8"))
        assert [found.group() for found in pattern.finditer(text)] == [], file.name


def test_what_commands_print_says_the_same_words() -> None:
    pattern = re.compile("|".join(GIVEN_UP["en"]))
    sentences = [text for file in PACKAGE.rglob("*.py") for text in printed(file) if " " in text]

    assert any("Fix the most frequent problems first" in text for text in sentences)
    assert [text for text in sentences if pattern.search(text)] == []


SAID = {
    "de": """
        Status; Heute (Ist); Künftig (Soll); Ist oder Soll; Tiefpunkt; Journey Map; Schritte mit diesem Touchpoint;
        Zufriedenheit dort; aktiv; eingestellt; Erwartungen erfüllt; Handlungen; Gedanken; Gefühle; Zitate;
        Bedürfnisse; Motivation; Zweifel; Erwartungen; Beteiligte; Belege; Segment; Wohnort; Bevorzugte Kanäle;
        optional; Gesamt; Dringlichkeit; Thema; Lücken und Ungenutztes; Änderungen; Zielbild:; Im Detail:;
        Maßnahmen auf dem Weg""",
    "en": """
        Current state; Future state; Target state:; Evidence; Segment; Preferred channels; Total; removed; Next steps;
        What does my team own?; Low point; Journey map""",
}
"""What is said in place of these, by language, between semicolons."""


@pytest.mark.parametrize("code", SAID)
def test_each_word_that_was_chosen_is_said(code: str) -> None:
    assert {" ".join(word.split()) for word in SAID[code].split(";")} - seen(code) == set()
