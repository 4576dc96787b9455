"""Write Mermaid `flowchart` source from named nodes in groups and the edges between them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from journeybook.diagrams.text import clean, escape, fitting, heading

MAX_EDGES = 500
"""Mermaid draws an error in place of a flowchart with more."""

_SHAPES = {"step": '["{}"]', "start": '(["{}"])', "end": '(["{}"]):::finish'}


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A box of a flowchart."""

    key: str
    """The name that edges use; it does not reach the source."""
    title: str
    """The text of the box."""
    kind: Literal["step", "start", "end"] = "step"
    """Starts and ends are round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """An arrow from one node to another."""

    source: str
    """Key of the node it leaves."""
    target: str
    """Key of the node it reaches."""
    label: str = ""
    """The text of the arrow."""
    optional: bool = False
    """Whether it is dashed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subgraph:
    """Nodes in a common frame, or without one if the title is empty."""

    title: str
    """The text of the frame."""
    nodes: tuple[Node, ...] = ()
    """Its nodes in order; a group without one is left out."""


def flowchart(
    *,
    title: str,
    description: str,
    groups: Sequence[Subgraph],
    edges: Sequence[Edge],
    direction: Literal["LR", "TB"] = "LR",
) -> str | None:
    """Return the source of a flowchart whose node ids are generated.

    None if there is no node to draw, or the source passes `text.MAX_LENGTH` or `MAX_EDGES`.
    A repeated key of a node, or one that an edge does not find, is a ValueError.
    """
    ids = _ids(groups)
    if not ids or len(edges) > MAX_EDGES:
        return None
    lines = [f"flowchart {direction}", *heading(title=title, description=description)]
    for number, group in enumerate(groups, 1):
        lines += _group_lines(number, group, ids)
    lines += [_edge_line(edge, ids) for edge in edges]
    return fitting("\n".join(lines) + "\n")


def _ids(groups: Sequence[Subgraph]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for node in (node for group in groups for node in group.nodes):
        if node.key in ids:
            raise ValueError(f"two nodes have the key {node.key!r}")
        ids[node.key] = f"n{len(ids) + 1}"
    return ids


def _group_lines(number: int, group: Subgraph, ids: Mapping[str, str]) -> Iterator[str]:
    framed = bool(group.nodes and clean(group.title))
    indent = "      " if framed else "    "
    if framed:
        yield f'    subgraph g{number} ["{escape(group.title, "label")}"]'
    for node in group.nodes:
        yield indent + ids[node.key] + _SHAPES[node.kind].format(escape(node.title, "label"))
    if framed:
        yield "    end"


def _edge_line(edge: Edge, ids: Mapping[str, str]) -> str:
    arrow = "-.->" if edge.optional else "-->"
    label = f'|"{escape(edge.label, "label")}"|' if clean(edge.label) else ""
    return f"    {_id(edge.source, ids)} {arrow}{label} {_id(edge.target, ids)}"


def _id(key: str, ids: Mapping[str, str]) -> str:
    if key not in ids:
        raise ValueError(f"an edge names the node {key!r}, which is in no group")
    return ids[key]
