"""Read what the source says of a class of the content model and of each of its fields."""

import ast
import inspect
from functools import cache
from itertools import pairwise
from textwrap import dedent

from journeybook.model import Record


@cache
def descriptions(kind: type[Record]) -> dict[str, str]:
    """The texts under the fields of a class, by field; none where the source is not at hand."""
    inherited = (base for base in kind.__bases__ if issubclass(base, Record))
    return {name: text for base in inherited for name, text in descriptions(base).items()} | _own(kind)


def _own(kind: type[Record]) -> dict[str, str]:
    try:
        source = dedent(inspect.getsource(kind))
    except OSError:
        return {}
    (definition,) = ast.parse(source).body
    body = definition.body if isinstance(definition, ast.ClassDef) else []
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }


def description(kind: type[Record]) -> str:
    """The description of a class."""
    return inspect.getdoc(kind) or ""
