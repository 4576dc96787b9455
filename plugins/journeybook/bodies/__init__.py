"""Prose, tags, links and headings of a body of Markdown, outside of its code and comments."""

from journeybook.bodies.addresses import meant_paths
from journeybook.bodies.body import Body
from journeybook.bodies.code import fenced, prose_lines, unclosed_fences
from journeybook.bodies.one_way import in_one_way
from journeybook.bodies.parts import Definition, Heading, Tag, Target

__all__ = [
    "Body",
    "Definition",
    "Heading",
    "Tag",
    "Target",
    "fenced",
    "in_one_way",
    "meant_paths",
    "prose_lines",
    "unclosed_fences",
]
