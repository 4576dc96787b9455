"""Read the header of a file, with the place of every key and value, and its body; write a header."""

from journeybook.frontmatter.places import Path, Position
from journeybook.frontmatter.refused import Refused
from journeybook.frontmatter.text import (
    MAX_BYTES,
    MAX_HEADER,
    Parts,
    decode,
    refuse_conflict,
    split,
    without_forbidden,
)
from journeybook.frontmatter.writing import yaml_entry_lines, yaml_lines, yaml_scalar, yaml_text
from journeybook.frontmatter.yaml_events import Header, read_yaml

__all__ = [
    "MAX_BYTES",
    "MAX_HEADER",
    "Header",
    "Parts",
    "Path",
    "Position",
    "Refused",
    "decode",
    "read_yaml",
    "refuse_conflict",
    "split",
    "without_forbidden",
    "yaml_entry_lines",
    "yaml_lines",
    "yaml_scalar",
    "yaml_text",
]
