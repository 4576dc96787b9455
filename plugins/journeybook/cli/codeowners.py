"""`journeybook codeowners`: write who answers for which file, so that the platform asks them for reviews."""

from collections.abc import Sequence
from os.path import lexists, realpath
from pathlib import Path

import click

from journeybook import project
from journeybook.catalogue import build_catalogue
from journeybook.cli.terminal.failure import CLEAN, PROBLEMS, Failure
from journeybook.cli.terminal.files import write_files
from journeybook.cli.terminal.folder import existing_folder, journeys_option, label_of
from journeybook.cli.terminal.formats import format_option
from journeybook.cli.terminal.streams import tell, write
from journeybook.edits import TextChange
from journeybook.findings import cut, nearest, quoted, typed
from journeybook.load import read_folder, without_collector
from journeybook.regular import NotRegular, lies_in, project_top, read_regular
from journeybook.scaffold.codeowners import SYNTAXES, Ownership, Unpaired, owned_block, ownership, with_block

_PLACES = (".github/CODEOWNERS", ".gitlab/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS")
"""Where the platforms look for the file."""
_LARGEST = 3 * 1024 * 1024
"""In bytes; of a larger one GitHub reads nothing."""


@click.command
@click.option("--output", metavar="FILE", help="The file. Without it, the one that is there, or a new one.")
@click.option(
    "--check", "only_checks", is_flag=True, help="Write nothing; say whether the file is out of date."
)
@journeys_option
@format_option(("auto", *SYNTAXES), "Whose form. auto: GitLab's where its files lie here, else GitHub's.")
def codeowners(*, output: str | None, only_checks: bool, journeys_dir: str, form: str) -> int:
    """Write who answers for which file into CODEOWNERS, so that GitHub or GitLab asks them for reviews.

    The owner of each journey and touchpoint is named as `[mentions]` in journeybook.toml says, else by the
    first @name or mail address in the team's contact. The lines stand in a marked block, which is written
    anew each time; what you write before and after it stays. Later lines go before earlier ones.

    The exit code is 0 if the file is written or, with --check, up to date; 1 with --check if it is out of
    date; 2 if it cannot be read or written.
    """
    root = existing_folder(journeys_dir)
    top = project_top(Path(realpath(root)))
    file = Path(output) if output is not None else _file_in(top)
    syntax = _syntax(file, top) if form == "auto" else form
    found = _ownership(root, label_of(journeys_dir), syntax)
    before = _text(file, top)
    try:
        after = with_block(before, owned_block(found, _from_top(root, top), syntax))
    except Unpaired as error:
        raise Failure(
            f"In '{typed(file)}' one of the two lines is missing, or stands twice, that begin with "
            "'# journeybook codeowners'. Delete them with what stands between."
        ) from error
    _tell_unknown(found)
    return _checked(file, before, after) if only_checks else _written(file, before, after)


def _ownership(root: Path, label: str, syntax: str) -> Ownership:
    settings = project.settings_of(root)
    if settings.findings:
        raise Failure("\n".join(map(str, cut(settings.findings))))
    with without_collector():
        catalogue = build_catalogue(read_folder(root, label), {})
    for name in settings.mentions:
        if name not in catalogue.teams:
            guess = nearest(name, catalogue.teams)
            raise Failure(f"There is no team {quoted(name)}, which '{settings.path}' mentions.{guess}")
    return ownership(catalogue, settings.mentions, syntax)


def _file_in(top: Path) -> Path:
    places = [top / place for place in _PLACES]
    there = (place for place in places if lexists(place))
    return next(there, places[1] if _has_gitlab(top) else places[0])


def _syntax(file: Path, top: Path) -> str:
    if file.parent.name in {".github", ".gitlab"}:
        return file.parent.name.removeprefix(".")
    return "gitlab" if _has_gitlab(top) else "github"


def _has_gitlab(top: Path) -> bool:
    return lexists(top / ".gitlab-ci.yml") and not lexists(top / ".github")


def _from_top(root: Path, top: Path) -> str:
    inside = Path(realpath(root)).relative_to(top).as_posix()
    return "" if inside == "." else inside


def _text(file: Path, top: Path) -> str:
    """The text that a file has; none where there is none yet."""
    label = typed(file)
    if not lies_in(file, top):
        raise Failure(f"'{label}' does not lie in this repository, where the platform looks for it.")
    if not lexists(file):
        return ""
    try:
        raw = read_regular(file, _LARGEST)
        text = raw.decode("utf-8")
    except NotRegular as error:
        raise Failure(f"'{label}' is no file of text. Put one in its place, or delete it.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise Failure(f"'{label}' cannot be read. Check that you may, and that it is UTF-8.") from error
    if len(raw) > _LARGEST:
        raise Failure(f"'{label}' is larger than 3 MB, of which platforms read nothing.")
    return text


def _tell_unknown(found: Ownership) -> None:
    for team in found.unknown:
        paths = [path for path, owner in found.files.items() if owner.id == team.id]
        tell(
            f"Nobody is asked for {_few(paths)}: the team '{team.id}' has no account. "
            f'Name it in journeybook.toml, below [mentions]: {team.id} = "@name"'
        )


def _few(paths: Sequence[str]) -> str:
    return f"'{paths[0]}'" + (f" and {len(paths) - 1} more" if len(paths) > 1 else "")


def _checked(file: Path, before: str, after: str) -> int:
    if before == after:
        return CLEAN
    write(f"{typed(file)} is out of date. Write it anew: journeybook codeowners\n")
    return PROBLEMS


def _written(file: Path, before: str, after: str) -> int:
    if before != after:
        write_files([TextChange(path=str(file), before=before if lexists(file) else None, after=after)])
    write(f"{typed(file)}\n")
    return CLEAN
