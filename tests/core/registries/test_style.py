"""The package keeps the figures of the house style."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from statistics import median

from journeybook.rules import RULES, Rule

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "plugins/journeybook"
MODULES = sorted(PACKAGE.rglob("*.py"))
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


@cache
def _nodes(file: Path) -> tuple[ast.AST, ...]:
    """All that a module consists of, itself first."""
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def _definitions(file: Path) -> Iterator[Definition]:
    return (node for node in _nodes(file) if isinstance(node, Definition))


def _functions() -> Iterator[tuple[str, Definition]]:
    for file in MODULES:
        for node in _definitions(file):
            if not isinstance(node, ast.ClassDef):
                yield f"{_name(file)}: {node.name}", node


def _public(body: list[ast.stmt]) -> Iterator[Definition]:
    """The public functions and classes of a module, and the public methods of its public classes."""
    for node in body:
        if isinstance(node, Definition) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from _public(node.body)


def _code_lines(function: Definition) -> int:
    """The lines of a function that hold code, without its docstring."""
    first = 1 if ast.get_docstring(function) is not None else 0
    lines = {
        line
        for node in function.body[first:]
        for part in ast.walk(node)
        if (line := getattr(part, "lineno", 0))
    }
    return len(lines)


_NOT_AT_ONCE = re.compile(r"(What|Where|How|Which|Whose|Who|When|By)\b|.* in[,;] .* out\b")
"""Openings of docstrings that make readers wait for what it is; records of `model` speak to authors."""


def test_docstrings_open_with_a_verb_or_a_plain_noun() -> None:
    texts = [
        (_name(file), (ast.get_docstring(node) or "").partition("\n")[0])
        for file in MODULES
        if "model/" not in _name(file)
        for node in _nodes(file)
        if isinstance(node, ast.Module | Definition)
    ]
    assert len(texts) > 2000
    assert [(name, text) for name, text in texts if _NOT_AT_ONCE.match(text)] == []


_CROWDED = {
    "plugins/journeybook/rules/examples": "one file a rule, found by its id",
    "tests/core/comments": "one file a comment, found by its name",
}


def test_no_folder_holds_more_than_twenty_files_unless_it_is_meant() -> None:
    files = (file for top in ("plugins", "tests") for file in (ROOT / top).rglob("*") if file.is_file())
    counts = Counter(file.parent.relative_to(ROOT).as_posix() for file in files if file.suffix != ".pyc")
    assert len(counts) > 100
    assert {folder for folder, count in counts.items() if count > 20} == set(_CROWDED)


def test_there_are_modules() -> None:
    assert "findings.py" in [_name(file) for file in MODULES]


def test_modules_are_short() -> None:
    lengths = {_name(file): len(file.read_text(encoding="utf-8").splitlines()) for file in MODULES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_modules_and_what_is_public_in_them_are_documented() -> None:
    assert [
        f"{_name(file)}: {getattr(node, 'name', '')}"
        for file in MODULES
        for node in _documented(file)
        if not ast.get_docstring(node) and not _is_protocol(node)
    ] == []


def _documented(file: Path) -> Iterator[Definition | ast.Module]:
    module = _nodes(file)[0]
    assert isinstance(module, ast.Module)
    return chain((module,), _public(module.body))


def _is_protocol(node: Definition | ast.Module) -> bool:
    return len(node.body) == 1 and isinstance(node.body[0], ast.Expr) and ast.unparse(node.body[0]) == "..."


def test_functions_are_short() -> None:
    lengths = [(name, _code_lines(node)) for name, node in _functions()]
    assert [(name, length) for name, length in lengths if length > 40] == []
    assert median(length for _, length in lengths) <= 8


def test_every_exception_is_named() -> None:
    handlers = [
        (_name(file), ast.unparse(node.type) if node.type else "")
        for file in MODULES
        for node in _nodes(file)
        if isinstance(node, ast.ExceptHandler)
    ]
    assert len(handlers) > 20
    assert [place for place in handlers if place[1] in {"", "Exception", "BaseException"}] == []


def test_every_rule_is_explained() -> None:
    assert [rule.id for rule in RULES.values() if not _is_explained(rule)] == []


def _is_explained(rule: Rule) -> bool:
    return (
        rule.id == rule.id.lower().replace(" ", "-").replace("_", "-")
        and (rule.title[0].isupper() or rule.title[0] == "[")
        and not rule.title.endswith(".")
        and rule.why.endswith(".")
        and rule.fix.endswith(".")
        and (rule.is_fixed or rule.message.endswith((".", "?")))
    )
