"""The source of flowcharts."""

import pytest

from journeybook.diagrams import Edge, Node, Subgraph, flowchart
from journeybook.diagrams.flowchart import MAX_EDGES

A, B = Node(key="a", title="Anfang", kind="start"), Node(key="b", title='Größe "42" wählen')
C = Node(key="c", title="end", kind="end")


def drawn(groups: list[Subgraph], edges: list[Edge]) -> str | None:
    return flowchart(title="", description="", groups=groups, edges=edges)


def test_whole_source() -> None:
    source = flowchart(
        title="Ablauf: alles",
        description="Vom Anfang\nzum Ende",
        groups=[
            Subgraph(title="", nodes=(A,)),
            Subgraph(title="leer"),
            Subgraph(title="Kaufen & zahlen", nodes=(B, C)),
        ],
        edges=[
            Edge(source="a", target="b"),
            Edge(source="b", target="c", label="direction LR"),
            Edge(source="a", target="c", label="bricht ab", optional=True),
        ],
        direction="TB",
    )
    assert source == (
        "flowchart TB\n"
        "    accTitle: Ablauf#58; alles\n"
        "    accDescr: Vom Anfang zum Ende\n"
        '    n1(["Anfang"])\n'
        '    subgraph g3 ["Kaufen #38; zahlen"]\n'
        '      n2["Größe #34;42#34; wählen"]\n'
        '      n3(["end"]):::finish\n'
        "    end\n"
        "    n1 --> n2\n"
        '    n2 -->|"#100;irection LR"| n3\n'
        '    n1 -.->|"bricht ab"| n3\n'
    )


def test_keys_do_not_reach_the_source() -> None:
    node = Node(key='x"]; click', title="T")
    edge = Edge(source=node.key, target=node.key)
    assert drawn([Subgraph(title="", nodes=(node,))], [edge]) == 'flowchart LR\n    n1["T"]\n    n1 --> n1\n'


def test_nothing_to_draw_is_none() -> None:
    assert drawn([Subgraph(title="leer")], []) is None


def test_more_than_mermaid_draws_is_none() -> None:
    loop = Edge(source="a", target="a")
    assert drawn([Subgraph(title="", nodes=(A,))], [loop] * MAX_EDGES) is not None
    assert drawn([Subgraph(title="", nodes=(A,))], [loop] * (MAX_EDGES + 1)) is None
    assert drawn([Subgraph(title="", nodes=(Node(key="x", title="x" * 50_000),))], []) is None


def test_a_repeated_key_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^two nodes have the key 'a'$"):
        drawn([Subgraph(title="", nodes=(A,)), Subgraph(title="G", nodes=(A,))], [])


@pytest.mark.parametrize("edge", [Edge(source="a", target="zz"), Edge(source="zz", target="a")])
def test_an_edge_to_nowhere_is_refused(edge: Edge) -> None:
    with pytest.raises(ValueError, match=r"^an edge names the node 'zz', which is in no group$"):
        drawn([Subgraph(title="", nodes=(A,))], [edge])
