"""The package's messages: those that code and templates say, and those that a catalogue translates."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2
from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2 import nodes

import journeybook
from journeybook.diff import BREAKING_RULES, WORDINGS
from journeybook.rules import RULES

PACKAGE = Path(journeybook.__path__[0])
TEMPLATES = sorted((PACKAGE / "templates").rglob("*.html"))
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "text": None,
    "crumb": None,
    "ngettext": (1, 2),
    "plural": (1, 2),
}
"""The functions that translate, or mark what is translated later."""

Message = tuple[str, ...]
"""One text, or a singular and a plural."""


def said(file: Path) -> Iterator[Message]:
    """The messages of a module or a template."""
    method = "jinja2.ext:babel_extract" if file.suffix == ".html" else "python"
    options = {"extensions": "jinja2.ext.i18n", "silent": "false"} if file.suffix == ".html" else {}
    with file.open("rb") as stream:
        for _, message, _, _ in extract(method, stream, KEYWORDS, options=options):
            found = (message,) if isinstance(message, str) else message
            texts = tuple(text for text in found if text)
            if texts:
                yield texts


@cache
def all_said() -> frozenset[Message]:
    """The messages of the whole package."""
    written = {message for file in [*TEMPLATES, *PACKAGE.rglob("*.py")] for message in said(file)}
    return frozenset(written | {(text,) for text in registered()})


def registered() -> Iterator[str]:
    """The texts of rules and changes, which readers see on the pages of quality and in a preview."""
    for rule in RULES.values():
        yield from (rule.title, rule.why, rule.fix)
        yield from filter(None, (rule.message, rule.hint))
    for change in BREAKING_RULES.values():
        yield from (change.title, change.why, change.question)
    yield from (wording.sentence for wording in WORDINGS.values())


@cache
def catalogue(code: str) -> Catalog:
    """The translations into a language."""
    with (PACKAGE / "locale" / f"{code}.po").open("rb") as stream:
        return read_po(stream, locale=code, abort_invalid=True)


def texts(value: str | tuple[str, ...] | list[str] | None) -> Message:
    """A message or its translation, as a tuple."""
    return (value or "",) if isinstance(value, str | None) else tuple(value)


def places(text: str) -> set[str]:
    """The places of a message that values fill."""
    return set(re.findall(r"%\(\w+\)s|\{\w+\}", text))


_SHOWN_ATTRIBUTE = re.compile(r'\s(title|aria-label|alt|placeholder|label)="([^"]*)"')
_SAMPLE = re.compile(r"<(code|pre|script|style)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_LETTERS = re.compile(r"[^\W\d_]")
VALUE = "\0"
"""What stands for everything that a template computes."""


def literal(template: str) -> list[str]:
    """The pieces of a template that readers see in every language: text, and attributes that are read out."""
    data = _SAMPLE.sub(VALUE, _data(template))
    attributes = [value for _, value in _SHOWN_ATTRIBUTE.findall(data)]
    pieces = [piece for text in (_TAG.sub(VALUE, data), *attributes) for piece in text.split(VALUE)]
    return [piece.strip() for piece in pieces if _LETTERS.search(piece)]


def _data(template: str) -> str:
    """A template's own text, with everything that is computed as one character."""
    env = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    parts = []
    for _, kind, value in env.lex(template):
        if kind == "data":
            parts.append(value)
        elif kind in {"variable_begin", "block_begin"}:
            parts.append(VALUE if kind == "variable_begin" else "")
    return "".join(parts)


def strings(template: str) -> Iterator[str]:
    """The texts that a template hands to macros and filters."""
    env = jinja2.Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    tree = env.parse(template)
    translated = {
        id(node)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in KEYWORDS
        for node in call.find_all(nodes.Const)
    }
    for node in tree.find_all(nodes.Const):
        if isinstance(node.value, str) and id(node) not in translated:
            yield node.value
