"""The package keeps the figures of the house style."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from journeybook.rules import RULES, Rule

ROOT = Path(__file__).parents[3]
PACKAGE = ROOT / "plugins/journeybook"
MODULES = sorted(PACKAGE.rglob("*.py"))
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def _name(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def _definitions(file: Path) -> Iterator[Definition]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, Definition))


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


@pytest.mark.parametrize("file", [file for file in MODULES if "model/" not in _name(file)], ids=_name)
def test_docstrings_open_with_a_verb_or_a_plain_noun(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = [ast.get_docstring(node) or "" for node in (tree, *_definitions(file))]
    assert [text.partition("\n")[0] for text in texts if _NOT_AT_ONCE.match(text)] == []


_CROWDED = {"plugins/journeybook/rules/examples": "one file a rule, found by its id"}


def test_no_folder_holds_more_than_twenty_files_unless_it_is_meant() -> None:
    files = (file for top in ("plugins", "tests") for file in (ROOT / top).rglob("*") if file.is_file())
    counts = Counter(file.parent.relative_to(ROOT).as_posix() for file in files if file.suffix != ".pyc")
    assert len(counts) > 100
    assert {folder for folder, count in counts.items() if count > 20} == set(_CROWDED)


def test_there_are_modules() -> None:
    assert "findings.py" in [_name(file) for file in MODULES]


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_module_is_short_and_documented(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    tree = ast.parse(text)
    assert len(text.splitlines()) <= 300
    assert ast.get_docstring(tree), "the module has no docstring"
    assert [
        node.name for node in _public(tree.body) if not ast.get_docstring(node) and not _is_protocol(node)
    ] == []


def _is_protocol(node: Definition) -> bool:
    return (
        node.body == [node.body[0]]
        and isinstance(node.body[0], ast.Expr)
        and ast.unparse(node.body[0]) == "..."
    )


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_functions_are_short(file: Path) -> None:
    functions = [node for node in _definitions(file) if not isinstance(node, ast.ClassDef)]
    assert [(node.name, _code_lines(node)) for node in functions if _code_lines(node) > 40] == []


def test_most_functions_have_few_lines() -> None:
    lengths = [
        _code_lines(node)
        for file in MODULES
        for node in _definitions(file)
        if not isinstance(node, ast.ClassDef)
    ]
    assert median(lengths) <= 8


@pytest.mark.parametrize("file", MODULES, ids=_name)
def test_every_exception_is_named(file: Path) -> None:
    handlers = [
        node
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
    ]
    names = [ast.unparse(handler.type) if handler.type else "" for handler in handlers]
    assert [name for name in names if name in {"", "Exception", "BaseException"}] == []


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_is_explained(rule: Rule) -> None:
    assert rule.id == rule.id.lower().replace(" ", "-").replace("_", "-")
    assert rule.title[0].isupper() or rule.title[0] == "["
    assert not rule.title.endswith(".")
    assert rule.why.endswith(".")
    assert rule.fix.endswith(".")
    assert rule.is_fixed or rule.message.endswith((".", "?"))
