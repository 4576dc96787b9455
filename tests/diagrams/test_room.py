"""How high drawings will be: the sources of each kind, and sources that nobody should write."""

from itertools import product

import pytest

from journeybook.diagrams.room import room

SIZES = {
    "flowchart LR\n  a --> b": "67px",
    "flowchart TD\n  a --> b --> c": "269px",
    "graph LR\n  a --> b & c & d": "269px",
    'flowchart LR\n  a["Ein Text, der in seinem Kasten zwei Zeilen braucht"] --> b': (
        "max(clamp(44px,20vw,88px),clamp(0px,(357px - 100vw)*999,189px))"
    ),
    "flowchart LR\n  subgraph A\n    a --> b\n  end\n  b --> c": "clamp(68px,35vw,137px)",
    "flowchart LR\n  a -->|ja| b\n  a -- nein --> c\n  c --> a": "168px",
    "---\ntitle: T\n---\n%% Bemerkung\nflowchart LR\n  a --> b": "67px",
    "stateDiagram-v2\n  [*] --> offen\n  offen --> [*]": "207px",
    "journey\n  title T\n  section S\n    Eins: 3: Anna": "474px",
    "timeline\n  2024 : Eins : Zwei": "554px",
    "gantt\n  Eins: 2026-01-01, 3d": "124px",
    "gitGraph\n  commit\n  branch x": "180px",
    "sequenceDiagram\n  Anna->>Ben: Hallo\n  Ben-->>Clara: Ja": "min(267px,38vw)",
    "quadrantChart\n  title Q": "min(500px,92vw)",
    "xychart-beta\n  line [1]": "min(500px,66vw)",
    'pie\n  "a": 1': "min(450px,74vw)",
    "mindmap\n  a": "360px",
    "": "360px",
    "flowchart LR": "60px",
    "graph TD\n" + "\n".join(f"  n{number} --> n{number + 1}" for number in range(40)): "1600px",
}
HOSTILE = {
    "a word": "x" * 49_000,
    "spaces": " " * 49_000,
    "brackets": "x[" * 24_000,
    "lines": "\n" * 49_000,
    "an open header": "---\n" + "\n" * 49_000,
    "arrows": "-->" * 16_000,
    "said arrows": "-- a " * 9_000,
    "quotes": '"' * 49_000,
    "a long way": "\n".join(f"n{number}-->n{number + 1}" for number in range(4_000)),
    "all to all": "\n".join("&".join(f"a{at}" for at in range(200)) + "-->" + "b&" * 200 for _ in range(30)),
    "ends": "end\n" * 12_000,
    "too much": "flowchart LR\n" + "a-->b\n" * 20_000,
}


@pytest.mark.parametrize("source", SIZES)
def test_the_room_of_a_source(source: str) -> None:
    assert room(source) == SIZES[source]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_source_of_any_kind_has_some_room(name: str) -> None:
    for kind, gap in product(
        ("flowchart LR", "graph TD", "stateDiagram", "sequenceDiagram", ""), ("\n", " ")
    ):
        assert room(kind + gap + HOSTILE[name]).endswith(("px", "vw)", "px)", "px))"))
