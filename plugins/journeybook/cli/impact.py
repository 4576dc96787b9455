"""`journeybook impact`: what a failure of a thing would touch, the worst first."""

import click

from journeybook import scaffold
from journeybook.catalogue import Impact, Visit, impact_of, metrics_of
from journeybook.cli.completion import things
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import journeys_option, read_catalogue
from journeybook.cli.terminal.streams import tell, waiting, write
from journeybook.cli.terminal.things import typed_thing
from journeybook.load import without_collector
from journeybook.report.counting import counted


@click.command
@click.argument("thing", metavar="KIND:ID", shell_complete=things)
@journeys_option
def impact(thing: str, *, journeys_dir: str) -> int:
    """List the steps of today's journeys that a failure of something would touch, the worst first.

    KIND:ID is written as in a link, for example touchpoint:kasse. Moments of truth come first, then the steps
    with the lowest satisfaction and the most severe pain points. Each line is path:line:column: the step,
    who takes part, how satisfied they are and what is measured there. Files that cannot be read are left
    out; `journeybook check` names them.

    The exit code is 0, or 2 if there is no such thing.
    """
    kind, name = typed_thing(thing)
    try:
        with waiting("Looking for steps"), without_collector():
            catalogue = read_catalogue(journeys_dir)
            scaffold.find_thing(catalogue, kind, name)
            found = impact_of(catalogue, kind, name)
    except scaffold.NotPossible as error:
        raise Failure(str(error)) from error
    write("".join(f"{_place(visit)}: {_told(visit)}\n" for visit in found.visits))
    tell(f"{thing}: {_summary(found)}")
    return CLEAN


def _place(visit: Visit) -> str:
    at = visit.step.number - visit.stage.steps[0].number
    return str(visit.journey.document.place(("stages", visit.stage.number - 1, "steps", at, "title")))


def _told(visit: Visit) -> str:
    step = visit.step
    satisfaction = "no satisfaction" if step.satisfaction is None else f"satisfaction {step.satisfaction:.2g}"
    facts = (
        "moment of truth" if step.record.moment_of_truth else "",
        satisfaction,
        ", ".join(persona.id for persona in step.personas),
        ", ".join(metric.id for metric in metrics_of(visit)),
    )
    where = f"journey '{visit.journey.id}', stage '{visit.stage.id}', step '{step.title}'"
    return f"{where}: {'; '.join(filter(None, facts))}"


def _summary(found: Impact) -> str:
    moments = len(found.moments)
    told = (
        counted(len(found.journeys), "journey"),
        counted(len(found.visits), "step"),
        f"{moments} {'moment' if moments == 1 else 'moments'} of truth",
        counted(len(found.personas), "persona"),
        counted(len(found.metrics), "metric"),
    )
    return ", ".join(told)
