"""The order that was typed to `journeybook export`, and the handbook that it is about."""

from dataclasses import dataclass

from journeybook import project
from journeybook.catalogue import DefaultTitles
from journeybook.cli.terminal.failure import PROBLEMS, Failure
from journeybook.cli.terminal.folder import existing_folder, label_of
from journeybook.cli.terminal.streams import waiting
from journeybook.findings import cut
from journeybook.report.counting import counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An export that was typed."""

    target: str
    """The file or the folder to write, or `-` for standard output."""
    journeys_dir: str
    """The folder of the journeys."""
    template: str | None = None
    """The presentation whose layouts are used."""
    journeys: tuple[str, ...] = ()
    """The ids of journeys; all where none is named."""
    language: str | None = None
    """Two letters; the language of the site where none is named."""


class NotExported(Failure):
    """The handbook has problems that keep it from being exported whole."""

    exit_code = PROBLEMS


def read_whole_handbook(
    order: Order, default_titles: DefaultTitles | None = None, translation: str = ""
) -> project.Project:
    """Read the handbook; `NotExported` if something in it cannot be read, and so would be missing."""
    folder = existing_folder(order.journeys_dir)
    settings = project.settings_of(folder)
    with waiting("Reading journeys"):
        found = project.read(
            folder,
            label_of(order.journeys_dir),
            settings=settings,
            default_titles=default_titles or {},
            language=translation,
            only_errors=True,
        )
    if found.errors:
        told = "\n".join(map(str, cut(found.errors)))
        raise NotExported(f"{told}\nNothing is written: {counted(len(found.errors), 'problem')}.")
    return found
