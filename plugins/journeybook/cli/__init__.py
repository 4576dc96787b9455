"""The command line: one module a command, each a function that returns its exit code."""

from typing import Never

import click

from journeybook import __version__
from journeybook.cli.check import check
from journeybook.cli.completion import completion
from journeybook.cli.csp import csp
from journeybook.cli.diff import diff
from journeybook.cli.explain import explain
from journeybook.cli.failure import INTERRUPTED, Failure
from journeybook.cli.init import init
from journeybook.cli.log import log
from journeybook.cli.new import new
from journeybook.cli.pdf import pdf
from journeybook.cli.refs import refs
from journeybook.cli.rename import rename
from journeybook.cli.schema import schema
from journeybook.cli.terminal import show_any_character
from journeybook.project import NotADay


class Commands(click.Group):
    """A group that ends the program with the exit code of its command."""

    def invoke(self, ctx: click.Context) -> Never:
        """Run the command; Ctrl-C ends it in silence."""
        show_any_character()
        try:
            ctx.exit(super().invoke(ctx))
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except NotADay as error:
            raise Failure(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="journeybook")
def main() -> None:
    """Check the customer journeys of a handbook that is written as text files, print and publish them."""


main.add_command(check)
main.add_command(completion)
main.add_command(csp)
main.add_command(diff)
main.add_command(explain)
main.add_command(init)
main.add_command(log)
main.add_command(new)
main.add_command(pdf)
main.add_command(refs)
main.add_command(rename)
main.add_command(schema)
