"""Headers as two readers see them: Journeybook, which keeps all values text, and an editor, which does not."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from journeybook.frontmatter import Refused, decode, read_yaml, split
from journeybook.kinds import ThingKind
from journeybook.load.folder import read_folder
from journeybook.model import Record, read_record
from journeybook.schema import FILE_MODELS, schema_of

ROOT = Path(__file__).parents[2]


class _Editor(yaml.SafeLoader):
    """Reads YAML with the 1.2 core schema, as the YAML extension of VS Code does."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - that is how PyYAML is told


for _tag, _written, _first in (
    ("null", r"~|null|Null|NULL|", "~nN"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    _Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_written})\\Z"), list(_first))
_Editor.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"\Z"), [""])
_Editor.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))


def as_text(written: str) -> Any:
    """Every value is text."""
    return read_yaml(written).data


def as_typed(written: str) -> Any:
    """Numbers and truth values are what they look like."""
    return yaml.load(written, _Editor)


def headers(folder: Path) -> Iterator[tuple[str, ThingKind, str]]:
    """Yield path, kind and text of each header that can be read at all."""
    for document in read_folder(folder, "journeys").documents:
        if document.kind in FILE_MODELS:
            try:
                text = decode((folder / document.inside).read_bytes())
                written = text if document.kind is ThingKind.HANDBOOK else split(text).header
                if not read_yaml(written).refused:
                    yield document.inside, document.kind, written
            except (Refused, OSError):
                continue


def model_takes(kind: ThingKind, data: Any) -> bool:
    """Whether the content model reads a header without a problem."""
    return isinstance(read_record(FILE_MODELS[kind], data), Record)


@cache
def validator(kind: ThingKind) -> Draft202012Validator:
    """What checks a header against the schema of its kind."""
    return Draft202012Validator(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)


def schema_takes(kind: ThingKind, data: Any) -> bool:
    """Whether a header fits the schema."""
    return validator(kind).is_valid(data)
