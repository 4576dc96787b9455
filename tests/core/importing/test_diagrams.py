import pytest

from core.importing.cases import Case, cases, told
from journeybook.diagrams import Section, Task, journey_diagram
from journeybook.importing.brought_in import Draft
from journeybook.importing.diagrams import read_diagrams


@pytest.mark.parametrize("case", cases("diagrams"), ids=lambda case: case.name)
def test_diagrams_become_drafts(case: Case) -> None:
    found = told(lambda: read_diagrams(case.file, case.text))
    found.pop("taken", None)
    assert found == case.expected


def _drafts(text: str) -> tuple[Draft, ...]:
    brought = read_diagrams("a.mmd", text)
    return brought.drafts if brought else ()


def test_our_own_diagrams_come_back() -> None:
    sections = [
        Section(
            title="Kauf", tasks=(Task(title="title: 12:30; #1 – 100 %", score=4, actors=("Anna", "Bert")),)
        ),
        Section(title="Kauf", tasks=(Task(title="Zahlen (kein Wert)", score=3, actors=("Anna",)),)),
    ]
    source = journey_diagram(title="Schuhe: kaufen", description="Schuhe: kaufen", sections=sections)
    [draft] = _drafts(source or "")
    assert draft.header == {
        "title": "Schuhe: kaufen",
        "personas": ["Anna", "Bert"],
        "stages": [
            {"stage": "Kauf", "steps": [{"title": "title: 12:30; #1 – 100 %", "satisfaction": 4}]},
            {"stage": "Kauf", "steps": [{"title": "Zahlen", "personas": ["Anna"]}]},
        ],
    }


def test_every_value_knows_its_line() -> None:
    [draft] = _drafts("journey\ntitle T\nsection S\nA: 3: X")
    assert draft.origins == {
        ("title",): "line 2",
        ("stages", 0, "stage"): "line 3",
        ("stages", 0, "steps", 0, "title"): "line 4",
        ("stages", 0, "steps", 0, "satisfaction"): "line 4",
        ("persona",): "line 4",
    }


HOSTILE = {
    "openings": "journey\n" + "accDescr{" * 100_000,
    "directives": "journey\n" + "%%{" * 300_000,
    "blanks": "journey\nA" + " " * 900_000 + ": 3",
    "breaks": "journey\n" + "<br" * 300_000,
    "fences": "```mermaid\n" * 80_000,
    "elements": '<div class="mermaid">\n' * 40_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_read_or_refused(text: str) -> None:
    assert set(told(lambda: read_diagrams("a.md", text))) <= {
        "taken",
        "refused",
        "left",
        "guessed",
        "drafts",
        "is_another_form",
    }
