"""`journeybook check`: read a journeys folder and say what is wrong in it."""

import sys
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from shutil import get_terminal_size

import click

from journeybook import baseline, project
from journeybook.advice import check_command
from journeybook.cli.checking.fixing import fix_all, show_fixes
from journeybook.cli.checking.since import findings_since_base
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS
from journeybook.cli.terminal.folder import existing_folder, label_of, typed_or_found
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.known import baseline_file, read_baseline, write_baseline
from journeybook.cli.terminal.language import language_option, language_spoken
from journeybook.cli.terminal.streams import color_option, is_terminal, tell, waiting, wants_color, write
from journeybook.findings import Severity, cut
from journeybook.fixes import fixable
from journeybook.kinds import IN_FILES
from journeybook.load import lines_at
from journeybook.report import FORMATS, Report, Since
from journeybook.report.counting import counted
from journeybook.report.findings import summary
from journeybook.settings import Settings

_FOR_PEOPLE = {"text", "github", "markdown"}
"""The formats that speak the language of the handbook."""


@click.command
@click.argument("journeys_dir", required=False, callback=typed_or_found)
@format_option(
    FORMATS,
    "text: one problem a line, path:line:column: rule: sentence. json, sarif, junit: for programs. "
    "github: annotations of a workflow. markdown: a comment for a pull request.",
)
@click.option(
    "--fail-on",
    type=click.Choice([level.value for level in Severity]),
    help="From which weight on a problem makes the command fail; lesser ones are shown all the same. "
    "Without it, what the settings say, or error.",
)
@click.option(
    "--source/--no-source",
    default=None,
    help="Show the line of the file below each problem, or do not. Without it, on a terminal.",
)
@color_option
@click.option("--baseline", "known", metavar="FILE", help="A file of known problems, which are not shown.")
@click.option("--no-baseline", is_flag=True, help="Show known problems too.")
@click.option(
    "--write-baseline", "writes", is_flag=True, help="Write all problems to the file of known ones."
)
@click.option(
    "--new-since",
    metavar="BASE",
    help="Show and count only what was not wrong yet in a git revision or folder, such as origin/main...; "
    "with an empty text, everything.",
)
@language_option(
    "The language of sentences. Without it, text, github and markdown speak that of the handbook, json, "
    "sarif and junit English."
)
@click.option("--fix", is_flag=True, help="Fix what can be fixed without asking you, then check.")
@click.option("--diff", is_flag=True, help="With --fix: show what it would change, and change nothing.")
def check(  # noqa: PLR0913 - one parameter an option
    journeys_dir: str,
    *,
    form: str,
    fail_on: str | None,
    source: bool | None,
    color: str,
    known: str | None,
    no_baseline: bool,
    writes: bool,
    new_since: str | None,
    language: str | None,
    fix: bool,
    diff: bool,
) -> int:
    """Say what is wrong in a folder of journeys, with the place to fix it.

    JOURNEYS_DIR is the folder with the journey files; without it, that of the site here or above is read, or
    ./journeys. Nothing is changed without --fix or --write-baseline, nothing is sent anywhere.

    The exit code is 0 if nothing is wrong, 1 if there are problems, 2 if the folder cannot be read. With
    --new-since only new problems count, and 2 also says that the base cannot be read.
    """
    _refuse_misfits(known, no_baseline=no_baseline, writes=writes, fix=fix, diff=diff, since=new_since)
    folder = existing_folder(journeys_dir)
    settings = project.settings_of(folder)
    found = _read(folder, journeys_dir, settings)
    if diff:
        return show_fixes(found, wants_color(color))
    if fix and fix_all(found):
        found = _read(folder, journeys_dir, settings)
    file = None if no_baseline else baseline_file(known, settings)
    if writes:
        return _write_baseline(file, found)
    write_it = check_command(journeys_dir, "--write-baseline", *(("--baseline", known) if known else ()))
    listed = read_baseline(file, write_it) if file else baseline.Baseline()
    parted = baseline.part(found.findings, found.folder, listed)
    since = findings_since_base(new_since, journeys_dir, found) if new_since else None
    report = _report(found, parted, since, Severity(fail_on) if fail_on else settings.fail_on)
    spoken = language_spoken(language, journeys_dir, is_for_people=form in _FOR_PEOPLE)
    dressed = _dressed(replace(report, language=spoken), found, form=form, source=source, color=color)
    write(FORMATS[form](dressed), has_color=dressed.has_color, commands=form == "github")
    _tell_sum(found, parted, dressed, write_it)
    return PROBLEMS if any(map(report.fails, report.findings)) else CLEAN


def _refuse_misfits(  # noqa: PLR0913 - one parameter an option
    known: str | None, *, no_baseline: bool, writes: bool, fix: bool, diff: bool, since: str | None
) -> None:
    """Options that only make sense with, or without, another."""
    if diff and not fix:
        raise click.UsageError("--diff shows what --fix would change; give both.")
    if no_baseline and (known is not None or writes):
        raise click.UsageError("--no-baseline and a baseline exclude each other; give one of them.")
    if since and (writes or diff):
        raise click.UsageError("--new-since shows a part of the problems; give it without the other option.")
    if fix and writes:
        raise click.UsageError("--fix and --write-baseline are two steps; fix first.")


def _read(folder: Path, typed: str, settings: Settings) -> project.Project:
    with waiting("Checking journeys"):
        return project.read(folder, label_of(typed), settings=settings)


def _write_baseline(file: Path | None, found: project.Project) -> int:
    if file is None:
        message = 'Name the file: --baseline FILE, or baseline = "known.json" in journeybook.toml.'
        raise click.UsageError(message)
    known = baseline.take(found.findings, found.folder)
    write_baseline(file, known)
    left = len(found.findings) - known.total()
    tell(f"{file}: {counted(known.total(), 'known problem')}")
    if left:
        verb = "stops" if left == 1 else "stop"
        tell(f"{counted(left, 'error')} that {verb} every build cannot be known.")
    return PROBLEMS if left else CLEAN


def _report(
    found: project.Project, parted: baseline.Parted, since: Since | None, fail_on: Severity
) -> Report:
    new = parted.new
    if since:
        is_new = frozenset(since.compared.new)
        new = tuple(finding for finding in new if finding in is_new)
    return Report(
        findings=cut(new),
        ignored=found.ignored,
        fixable=frozenset(fixable(found.catalogue, new)),
        fail_on=fail_on,
        since=since,
    )


def _dressed(report: Report, found: project.Project, *, form: str, source: bool | None, color: str) -> Report:
    """The report with what its format needs besides."""
    if form == "sarif":
        ignored = [item.finding for item in report.ignored]
        marks = baseline.fingerprints((*report.findings, *ignored), found.folder)
        return replace(report, fingerprints=marks)
    if form != "text":
        return report
    shows_source = is_terminal(sys.stdout) if source is None else source
    places = [finding.place for finding in report.findings] if shows_source else []
    return replace(
        report,
        lines=lines_at(found.folder, places),
        width=min(report.width, get_terminal_size().columns),
        has_color=wants_color(color),
    )


def _tell_sum(found: project.Project, parted: baseline.Parted, report: Report, write_it: str) -> None:
    size = [(kind, len(tuple(found.folder.of_kind(kind)))) for kind in IN_FILES]
    known = len(parted.known)
    _echo(summary.lines(size, report, known=known, fixed=parted.fixed, write_it=write_it))


def _echo(lines: Iterable[str]) -> None:
    for line in lines:
        tell(line)
