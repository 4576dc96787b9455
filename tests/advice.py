"""The commands that texts tell their readers to type: texts of the product and of its documentation in, commands out."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "plugins/journeybook"
PAGES = (*sorted((ROOT / "docs").rglob("*.md")), *(ROOT / name for name in ("README.md", "CONTRIBUTING.md")))
WORD = "WORD"
"""Stands in a text for what is put in when it is printed."""

_PROGRAMS = r"(?:journeybook|mkdocs|properdocs|git|pip|make|pytest)"
_QUOTED = re.compile(
    rf"""(?P<open>[`'“„]|": )(?:[A-Z_]+=\S+ )?(?P<command>{_PROGRAMS} [^`“”„\n]+?)(?:[`”“]|'(?!\w)|\n|$)"""
)
_AFTER_COLON = re.compile(rf": (?P<command>{_PROGRAMS} .+?)(?:\.? *$|\n)", re.MULTILINE)
_AT_START = re.compile(rf"^ *(?P<command>{_PROGRAMS} .+)$", re.MULTILINE)
_ANYWHERE = re.compile(rf"(?<![\w./-])(?P<command>{_PROGRAMS} [a-z][a-z-]+(?: --?[a-z][a-z-]*)*)")
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+\w(?![\w-]*[\"'])")


@dataclass(frozen=True, slots=True)
class Text:
    """A text and where it stands."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """A command that somebody is told to type."""

    place: str
    command: str


def printed_texts() -> Iterator[Text]:
    """Yield what the program's own sentences are made of, without the descriptions of code."""
    for path in sorted(PACKAGE.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        inner = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
        described = {id(text) for text in _descriptions(nodes, is_command="cli" in path.parts)}
        for node in nodes:
            text = _text(node)
            if text and id(node) not in inner and id(node) not in described:
                yield Text(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", text)  # type: ignore[attr-defined]


def other_texts() -> Iterator[Text]:
    """Yield what readers of the site, of new files and of the documentation see."""
    endings = {".html", ".yml", ".md", ".txt", ".po", ".js"}
    files = (
        path for path in sorted(PACKAGE.rglob("*")) if path.suffix in endings and "LICENSE" not in path.name
    )
    for path in (*files, *PAGES):
        if path.name != "mermaid.tiny.js":
            yield Text(
                path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8").replace('\\"', '"')
            )


def advices(text: Text) -> Iterator[Advice]:
    """Yield the commands that stand in a text by themselves: quoted, behind a colon or as its whole line."""
    found = [
        match["command"] for form in (_QUOTED, _AFTER_COLON, _AT_START) for match in form.finditer(text.text)
    ]
    yield from (Advice(text.place, command.rstrip(" .")) for command in dict.fromkeys(found))


def mentions(text: Text) -> Iterator[Advice]:
    """Yield the commands that a text names, without what they are given."""
    yield from (Advice(text.place, match["command"]) for match in _ANYWHERE.finditer(text.text))


def options(text: Text) -> Iterator[str]:
    """Yield the options that a sentence names."""
    if " " in text.text:
        yield from (match[0] for match in _OPTION.finditer(text.text))


def _descriptions(nodes: Iterable[ast.AST], *, is_command: bool) -> Iterator[ast.AST]:
    """The docstrings; those of commands are printed by `--help`."""
    for node in nodes:
        has_docstring = isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        if has_docstring and node.body and isinstance(node.body[0], ast.Expr):  # type: ignore[attr-defined]
            if not (is_command and isinstance(node, ast.FunctionDef) and node.decorator_list):
                yield node.body[0].value  # type: ignore[attr-defined]
        elif isinstance(node, ast.Expr):
            yield node.value


def _text(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id="check_command")):
            return " ".join(("journeybook check", *_constants(node.args[1:])))
        case ast.Call(func=ast.Name(id="command")):
            return " ".join(("journeybook", *_constants(node.args)))
        case ast.Constant(value=str(text)):
            return text
        case ast.JoinedStr(values=parts):
            return "".join(_text(part) or WORD for part in parts)
    return ""


def _constants(nodes: Iterable[ast.AST]) -> Iterator[str]:
    """The words that are always in a command that `journeybook.advice` words."""
    for node in nodes:
        match node:
            case ast.Constant(value=str(text)):
                yield text
            case ast.Tuple(elts=parts):
                yield from _constants(parts)
