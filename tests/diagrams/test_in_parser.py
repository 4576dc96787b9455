"""What the real library reads from our sources: every string in every slot."""

from typing import Any

import pytest
from diagram_pages import Entry
from mermaid_parser import Parser

from journeybook.diagrams import Edge, Node, Section, Subgraph, Task, flowchart, journey_diagram

JOINER = "\u2060"


def journey(text: str) -> str | None:
    """Return a journey with the text in every slot."""
    tasks = (Task(title=text, score=3.5, actors=("Anna", text)), Task(title="Danach", score=1))
    sections = [Section(title=text, tasks=tasks), Section(title="Später", tasks=tasks)]
    return journey_diagram(title=text, description=text, sections=sections)


def flow(text: str) -> str | None:
    """Return a flowchart with the text in every slot."""
    nodes = (Node(key="a", title=text, kind="start"), Node(key="b", title=text))
    edges = [Edge(source="a", target="b", label=text)]
    return flowchart(title=text, description=text, groups=[Subgraph(title=text, nodes=nodes)], edges=edges)


def read(parser: Parser, source: str | None) -> dict[str, Any]:
    assert source is not None
    return parser.parse(source)


def test_every_string_is_read_as_intended_in_a_journey(strings: list[Entry], parser: Parser) -> None:
    seen = {entry.id: read(parser, journey(entry.input)) for entry in strings}
    assert seen == {entry.id: journey_of(entry.intended, shortened(entry.intended)) for entry in strings}


def journey_of(text: str, name: str) -> dict[str, Any]:
    titles = {"title": text, "accTitle": text, "accDescr": text, "sections": [text, "Später"]}
    tasks = [
        [section, *rest]
        for section in titles["sections"]
        for rest in ([text, 3.5, ["Anna", name]], ["Danach", 1, []])
    ]
    return titles | {"tasks": tasks}


def test_every_string_is_read_as_intended_in_a_flowchart(strings: list[Entry], parser: Parser) -> None:
    seen = {entry.id: unjoined(read(parser, flow(entry.input))) for entry in strings}
    assert seen == {entry.id: flowchart_of(entry.intended.replace(JOINER, "")) for entry in strings}


def flowchart_of(text: str) -> dict[str, Any]:
    return {
        "accTitle": text,
        "accDescr": text,
        "nodes": [["n1", text, "stadium", []], ["n2", text, "square", []]],
        "edges": [["n1", "n2", text, "normal"]],
        "groups": [[text, ["n1", "n2"]]],
    }


def test_ends_and_optional_edges_are_read(parser: Parser) -> None:
    nodes = (Node(key="a", title="A"), Node(key="b", title="B", kind="end"))
    edges = [
        Edge(source="a", target="b", optional=True),
        Edge(source="b", target="a", label="zurück", optional=True),
    ]
    source = flowchart(title="", description="", groups=[Subgraph(title="", nodes=nodes)], edges=edges)
    assert read(parser, source) == {
        "accTitle": "",
        "accDescr": "",
        "nodes": [["n1", "A", "square", []], ["n2", "B", "stadium", ["finish"]]],
        "edges": [["n1", "n2", "", "dotted"], ["n2", "n1", "zurück", "dotted"]],
        "groups": [],
    }


def unjoined(value: Any) -> Any:
    """Return the value without the word joiners that part what flowcharts would decode twice."""
    if isinstance(value, list):
        return [unjoined(item) for item in value]
    if isinstance(value, dict):
        return {key: unjoined(item) for key, item in value.items()}
    return value.replace(JOINER, "") if isinstance(value, str) else value


def shortened(name: str) -> str:
    return name if len(name) <= 40 else name[:39].rstrip() + "…"


def test_a_whole_journey_is_read(parser: Parser) -> None:
    source = journey_diagram(
        title="Titel",
        description="Was geschieht",
        sections=[
            Section(title="A", tasks=(Task(title="Eins", score=4.5, actors=("Ben", "Anna")),)),
            Section(title="A", tasks=(Task(title="Zwei", score=2),)),
        ],
    )
    assert read(parser, source) == {
        "title": "Titel",
        "accTitle": "Titel",
        "accDescr": "Was geschieht",
        "sections": ["A", "A (2)"],
        "tasks": [["A", "Eins", 4.5, ["Ben", "Anna"]], ["A (2)", "Zwei", 2, []]],
    }


def test_raw_text_does_break_the_parser(parser: Parser) -> None:
    with pytest.raises(ValueError, match=r"^Parse error on line 3"):
        parser.parse("journey\n  section A\n  Öffnet App; schließt App: 3\n")
