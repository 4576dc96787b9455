"""`journeybook completion`: the script by which a shell completes commands, options and ids."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem, get_completion_class

from journeybook import scaffold
from journeybook.catalogue import build_catalogue
from journeybook.cli.failure import CLEAN, Failure
from journeybook.cli.terminal import write
from journeybook.load import read_folder

_SHELLS = ("bash", "zsh", "fish")


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
    write(made.source() + "\n")
    return CLEAN


def things(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete KIND:ID: first the kinds, then the ids of one."""
    kind, colon, begun = incomplete.partition(":")
    if not colon:
        return [CompletionItem(f"{name}:") for name in scaffold.NAMED if name.startswith(incomplete)]
    return [CompletionItem(f"{kind}:{name}") for name in _ids(context, kind) if name.startswith(begun)]


def ids_of_kind(context: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Complete an id of the kind that is typed before it."""
    names = _ids(context, context.params.get("kind") or "")
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]


def _ids(context: click.Context, kind: str) -> list[str]:
    """The ids of a kind in the handbook here."""
    label = context.params.get("journeys_dir") or "journeys"
    catalogue = build_catalogue(read_folder(Path(label), label), {})
    return sorted({thing.id for thing in scaffold.named_things(catalogue) if thing.kind == kind})
