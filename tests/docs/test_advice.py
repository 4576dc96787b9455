"""What the product and its documentation tell people to type exists: programs, commands, options and what they take.

`tests/programs/test_followed_advice.py` follows what the product prints.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

import click
import pytest
from mkdocs.__main__ import cli as mkdocs

from advice import PACKAGE, ROOT, WORD, Advice, Text, advices, mentions, options, other_texts, printed_texts
from journeybook.cli import main
from journeybook.rules import RULES
from journeybook.schema import FILE_MODELS, schema_of
from journeybook.settings import Limits, Settings
from shell_blocks import ENGLISH

PROSE = re.compile(r"(?:git (?:left|reports|took)|make (?:it|no|our|the)) ")
"""Sentences that begin with the name of a program."""
OF_OTHERS = {"--depth", "--git"}
"""An option that `git fetch` is given, and the word at the head of a file in a diff."""


@cache
def printed() -> tuple[Text, ...]:
    """What the program prints."""
    return tuple(printed_texts())


@cache
def others() -> tuple[Text, ...]:
    """What readers see besides."""
    return tuple(other_texts())


def advised() -> set[str]:
    """All commands that a text tells its readers to type."""
    found = {item.command for text in (*printed(), *others()) for item in advices(text)}
    return {command for command in found if not PROSE.match(command)}


def mentioned() -> set[str]:
    """All commands that a text names."""
    return {item.command for text in (*printed(), *others()) for item in mentions(text)}


def fault(words: Sequence[str]) -> str | None:
    """Say why a command cannot be typed; a name or value that is put in later may be anything."""
    program, *arguments = words
    match program:
        case "journeybook":
            return _fault_of(main, arguments)
        case "mkdocs" | "properdocs":
            return _fault_of(mkdocs, arguments)
        case "make":
            return None if arguments[0] in _targets() else f"no target {arguments[0]}"
        case "pytest":
            files = [word for word in arguments if "/" in word]
            return next((f"no file {file}" for file in files if not (ROOT / file).exists()), None)
        case "pip":
            return _fault_of_pip(arguments)
        case _:  # what is given to git is tried by following it
            return (
                None if arguments[0] in _words(program, "--list-cmds=main") else f"no command {arguments[0]}"
            )


def _fault_of(group: click.Group, arguments: Sequence[str]) -> str | None:
    # click keeps the options for help that a command was first asked for
    context = click.Context(group, **group.context_settings)
    if arguments[0] in {name for option in group.get_params(context) for name in option.opts}:
        return None
    command = group.get_command(context, arguments[0])
    if command is None:
        return f"no command {arguments[0]}"
    try:
        with command.make_context(arguments[0], list(arguments[1:]), parent=context):
            return None
    except (click.exceptions.Exit, click.MissingParameter, click.BadOptionUsage):
        return None  # a sentence may name a command or an option without what it takes
    except click.BadParameter as error:
        return None if WORD in " ".join(arguments) else error.message
    except click.UsageError as error:
        return error.message


def _fault_of_pip(arguments: Sequence[str]) -> str | None:
    known = _words(sys.executable, "-m", "pip", arguments[0], "--help")
    wrong = [
        word for word in arguments if word.startswith("-") and f"{word}," not in known and word not in known
    ]
    return f"pip {arguments[0]}: no {wrong}" if wrong or not known else None


@cache
def _words(*command: str) -> frozenset[str]:
    """The words that a program prints; none, where it fails."""
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return frozenset(ran.stdout.split() if ran.returncode == 0 else ())


@cache
def _targets() -> frozenset[str]:
    return frozenset(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def test_every_command_that_is_advised_can_be_typed() -> None:
    faults = {command: fault(_typed(re.sub(r" \{#\w+\}$", "", command))) for command in advised()}

    assert len(faults) > 100
    assert {command: why for command, why in faults.items() if why} == {}


def _typed(command: str) -> list[str]:
    """The words that a shell gives to a program, without the file that it writes the output to."""
    words = shlex.split(command, comments=True)
    return words[: words.index(">")] if ">" in words else words


def test_every_command_that_is_mentioned_exists() -> None:
    ours = [command for command in mentioned() if command.startswith(("journeybook", "mkdocs"))]
    faults = {command: fault(command.split()) for command in ours}

    assert len(faults) > 30
    assert {command: why for command, why in faults.items() if why} == {}


def test_an_option_that_is_named_exists() -> None:
    context = click.Context(main)
    commands = [
        group.get_command(context, name) for group in (main, mkdocs) for name in group.list_commands(context)
    ]
    known = {
        name
        for command in commands
        if command
        for option in command.params
        for name in (*option.opts, *option.secondary_opts)
    }
    of_git = {
        name
        for item in advised()
        if item.startswith("git ")
        for name in item.split()
        if name.startswith("--")
    }
    named = {option for text in printed() for option in options(text)}

    assert named - known - of_git == OF_OTHERS


def test_fields_and_values_that_rules_speak_of_exist() -> None:
    """What stands in quotes is a field or value of the content model, or a threshold."""
    known = {name for kind in FILE_MODELS for name in _names(schema_of(kind))}
    known |= {field.name for field in (*fields(Limits), *fields(Settings))} | {
        "end"
    }  # where `next` leads to no step
    texts = [(rule.id, f"{rule.title} {rule.why} {rule.fix}") for rule in RULES.values()]
    spoken = {(rule, code) for rule, text in texts for code in re.findall(r"(?<!\w)'([^']+)'(?!\w)", text)}

    assert {(rule, code) for rule, code in spoken if not known.issuperset(code.split(": "))} == set()
    assert len(spoken) > 20


def _names(schema: Any) -> Iterator[str]:
    """The keys and the words of a JSON Schema."""
    match schema:
        case dict():
            yield from (
                *schema.get("properties", ()),
                *map(str, schema.get("enum", ())),
                str(schema.get("const")),
            )
            yield from (name for part in schema.values() for name in _names(part))
        case list() | tuple():
            yield from (name for part in schema for name in _names(part))


@pytest.mark.parametrize(("german", "english"), ENGLISH.items())
def test_both_languages_name_the_same_commands(german: str, english: str) -> None:
    """Names of things and folders differ; programs, commands and options do not."""
    named = [
        sorted(_shape(item.command) for text in others() if text.place == page for item in advices(text))
        for page in (german, english)
    ]

    assert named[0] == named[1]


def _shape(command: str) -> list[str]:
    words = re.sub(r"\{#\w+\}$", "", command).split()
    return [word for number, word in enumerate(words) if number < 2 or word.startswith("-")]


def test_every_german_page_has_its_english_one() -> None:
    pages = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs/handbuch").glob("*.md")}

    assert pages == set(ENGLISH)


def test_texts_of_each_kind_are_looked_at() -> None:
    places = {item.place.partition(":")[0] for text in (*printed(), *others()) for item in advices(text)}
    package = PACKAGE.relative_to(ROOT).as_posix()

    assert {
        "README.md",
        "docs/en/check.md",
        "docs/handbuch/pruefen.md",
        f"{package}/cli/init.py",
        f"{package}/git/trouble.py",
        f"{package}/locale/de.po",
        f"{package}/scaffold/files/de/requirements.txt",
    } <= places
    assert any(place.startswith(f"{package}/templates/") for place in places)


@pytest.mark.parametrize(
    ("command", "why"),
    [
        ("journeybook chekc", "no command chekc"),
        ("journeybook check --fixx", "No such option '--fixx'."),
        (
            "journeybook check --format yaml",
            "'yaml' is not one of 'text', 'json', 'sarif', 'github', 'junit', 'markdown'.",
        ),
        ("make everything", "no target everything"),
        ("git unshallow", "no command unshallow"),
        ("pip install --fast x", "pip install: no ['--fast']"),
    ],
)
def test_what_does_not_exist_is_found(command: str, why: str) -> None:
    assert Advice("x", command) in advices(Text("x", f"Follow this: {command}"))
    assert fault(command.split()) == why
