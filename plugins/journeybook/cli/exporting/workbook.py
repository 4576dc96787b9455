"""Write a handbook as a workbook that people edit and send back."""

from dataclasses import replace
from pathlib import Path

from journeybook import language as languages
from journeybook.catalogue import Catalogue
from journeybook.cli.exporting.files import refuse_file, write_file
from journeybook.cli.exporting.order import Order, read_whole_handbook
from journeybook.cli.terminal.extras import need_office
from journeybook.cli.terminal.failure import CLEAN
from journeybook.cli.terminal.folder import existing_folder, label_of
from journeybook.cli.terminal.language import language_of
from journeybook.cli.terminal.streams import tell, waiting
from journeybook.exports.handbook import plain_handbook, read_translations
from journeybook.language import with_customers
from journeybook.notation.cells import TitlesByKind
from journeybook.pages import default_titles
from journeybook.pages.wording.sheets import sheet_words


def write_workbook(order: Order) -> int:
    """Write the whole handbook to a file."""
    need_office("xlsxwriter")
    from journeybook.exports.workbook import Content, is_untouched, workbook

    target = Path(order.target)
    refuse_file(target, "workbook", ".xlsx", is_untouched)
    code = order.language or language_of(existing_folder(order.journeys_dir), label_of(order.journeys_dir))
    spoken = languages.language(code)
    found = read_whole_handbook(replace(order, language=None), default_titles(spoken))
    spoken = with_customers(spoken, found.catalogue.handbook.customers or "")
    content = Content(
        plain=plain_handbook(found.folder, read_translations(found.folder)),
        titles=_titles(found.catalogue),
        words=sheet_words(spoken),
        speak=spoken.text,
    )
    with waiting("Writing the workbook"):
        data = workbook(content)
    write_file(target, data)
    tell(f"{order.target} is written.")
    return CLEAN


def _titles(catalogue: Catalogue) -> TitlesByKind:
    return {
        kind: {name: thing.title for name, thing in things.items()}
        for kind, things in catalogue.tables.items()
    }
