"""Write Mermaid source from values, and the HTML in which a page holds it for the loader."""

from journeybook.diagrams.fences import SILENT, Words, block, draw_fences
from journeybook.diagrams.flowchart import Edge, Node, Subgraph, flowchart
from journeybook.diagrams.journey import Section, Task, journey_diagram
from journeybook.diagrams.text import clean, escape

__all__ = [
    "SILENT",
    "Edge",
    "Node",
    "Section",
    "Subgraph",
    "Task",
    "Words",
    "block",
    "clean",
    "draw_fences",
    "escape",
    "flowchart",
    "journey_diagram",
]
