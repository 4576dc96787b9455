"""Write the pages of a finished handbook as Markdown, for builders other than MkDocs."""

import shutil
import tempfile
from pathlib import Path

from journeybook.cli.exporting.order import Order
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.site import run_quietly, site_around
from journeybook.cli.terminal.streams import waiting, write
from journeybook.load.site_file import EXPORTED
from journeybook.regular import text_if_regular

_CONFIGURATION = "mkdocs.yml"


def write_pages(order: Order) -> int:
    """Build the site and put its pages in place of an export before it."""
    site, target = site_around(), Path(order.target)
    _refuse_filled(target)
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as temporary:
        made = Path(temporary) / "export"
        with waiting("Writing the handbook"):
            run_quietly(["journeybook.plugin.exporting", str(site.path), str(made)])
        _put_in_place(made, target)
    count = sum(1 for _ in target.rglob("*.md"))
    write(f"{order.target}: {count} pages. Build them there, for example: zensical build\n")
    return CLEAN


def _refuse_filled(folder: Path) -> None:
    """Refuse a folder that holds anything but an export."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise Failure(f"'{folder}' is a file. Name a folder.")
    is_ours = text_if_regular(folder / _CONFIGURATION, len(EXPORTED)).startswith(EXPORTED)
    if any(folder.iterdir()) and not is_ours:
        raise Failure(f"'{folder}' holds files that no export has written. Name a new or an empty folder.")


def _put_in_place(made: Path, folder: Path) -> None:
    """Let what was made take the place of an export before it."""
    try:
        for name in ("docs", _CONFIGURATION):
            old = folder / name
            if old.is_dir():
                shutil.rmtree(old)
        folder.mkdir(parents=True, exist_ok=True)
        for item in made.iterdir():
            shutil.move(item, folder / item.name)
    except OSError as error:
        raise Failure(f"'{folder}' cannot be written to. Is it writable, and the disk not full?") from error
