"""Write the pages of a finished handbook as Markdown, for builders other than MkDocs."""

import shutil
import tempfile
from pathlib import Path

from journeybook.cli.exporting.files import refuse_filled
from journeybook.cli.exporting.order import Order
from journeybook.cli.terminal.failure import CLEAN
from journeybook.cli.terminal.files import not_writable
from journeybook.cli.terminal.site import run_quietly, site_around
from journeybook.cli.terminal.streams import waiting, write
from journeybook.load.site_file import EXPORTED

_CONFIGURATION = "mkdocs.yml"


def write_pages(order: Order) -> int:
    """Build the site and put its pages in place of an export before it."""
    site, target = site_around(), Path(order.target)
    refuse_filled(target, {_CONFIGURATION: EXPORTED})
    with tempfile.TemporaryDirectory(prefix="journeybook-", ignore_cleanup_errors=True) as temporary:
        made = Path(temporary) / "export"
        with waiting("Writing the handbook"):
            run_quietly(["journeybook.plugin.exporting", str(site.path), str(made)])
        _put_in_place(made, target)
    count = sum(1 for _ in target.rglob("*.md"))
    write(f"{order.target}: {count} pages. Build them there, for example: zensical build\n")
    return CLEAN


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
        raise not_writable(folder) from error
