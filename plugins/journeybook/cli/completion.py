"""`journeybook completion`: print the script by which a shell completes commands, options and ids."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from journeybook.catalogue import build_catalogue
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import folder_here
from journeybook.cli.terminal.streams import write
from journeybook.diff import FOLLOWED
from journeybook.kinds import ThingKind
from journeybook.load import read_folder
from journeybook.naming import Named, named_things

_SHELLS = ("bash", "zsh", "fish")
# Bash cuts words at colons, and would complete the id of KIND:ID as if it stood alone.
_BEFORE = {"bash": "COMP_WORDBREAKS=${COMP_WORDBREAKS//:}\n"}


@click.command
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print the script by which a shell completes commands, options and ids.

    SHELL is the shell that you use. In bash, for example, write into ~/.bashrc:

    eval "$(journeybook completion bash)"

    The exit code is 0.
    """
    kind = get_completion_class(shell)
    if kind is None:
        raise Failure(f"There is no completion for '{shell}'.")
    made = kind(context.find_root().command, {}, "journeybook", "_JOURNEYBOOK_COMPLETE")
    write(_BEFORE.get(shell, "") + made.source() + "\n")
    return CLEAN


def things(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete KIND:ID."""
    names = (f"{thing.kind}:{thing.id}" for thing in _things(context))
    return _items(names, incomplete)


def with_history(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete the id of a journey, or KIND:ID of what else has a history of its own."""
    named = [thing for thing in _things(context) if thing.kind in FOLLOWED]
    journeys = (thing.id for thing in named if thing.kind is ThingKind.JOURNEY)
    return _items((*journeys, *(f"{thing.kind}:{thing.id}" for thing in named)), incomplete)


def ids_of_kind(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete an id of the kind that is typed before it."""
    kind = context.params.get("kind")
    return _items((thing.id for thing in _things(context) if thing.kind == kind), incomplete)


def _items(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in sorted(set(names)) if name.startswith(incomplete)]


def _things(context: click.Context) -> Iterator[Named]:
    """The ids and titles of a kind in the handbook here."""
    label = folder_here(context.params.get("journeys_dir"))
    return named_things(build_catalogue(read_folder(Path(label), label), {}))
