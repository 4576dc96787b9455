"""Write the board pack of a handbook as a presentation."""

import re
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from journeybook import clock, project
from journeybook import language as languages
from journeybook.catalogue import Catalogue, Journey
from journeybook.cli.exporting.files import refuse_file, write_file
from journeybook.cli.exporting.order import Order, read_whole_handbook
from journeybook.cli.terminal.extras import need_office
from journeybook.cli.terminal.failure import CLEAN, Failure
from journeybook.cli.terminal.folder import existing_folder, label_of
from journeybook.cli.terminal.language import begun_language, site_of
from journeybook.cli.terminal.streams import tell, waiting
from journeybook.findings import nearest, quoted
from journeybook.language import Language, UnknownRegion, with_customers
from journeybook.load.site_file import SiteFile
from journeybook.pages import Site, default_titles
from journeybook.regular import NotRegular, read_regular

_PROPERTIES = "docProps/core.xml"
_WRITTEN_BY = re.compile(rb"<cp:lastModifiedBy>Journeybook</cp:lastModifiedBy>")


def write_board_pack(order: Order) -> int:
    """Write the slides of all journeys, or of some, on a firm's template or a plain one."""
    need_office("pptx")
    from journeybook.slides.board_pack import drawn_deck, told_deck
    from journeybook.slides.drawn.template import BadTemplate, firms_template, plain_template

    target = Path(order.target)
    refuse_file(target, "presentation", ".pptx", _is_ours)
    configuration = site_of(existing_folder(order.journeys_dir), label_of(order.journeys_dir))
    spoken = _language(order, configuration)
    found = read_whole_handbook(order, default_titles(spoken), order.language or "")
    site = _site(found, spoken, configuration)
    deck = told_deck(site, _journeys(found.catalogue, order.journeys))
    try:
        template = (
            firms_template(_template(order.template), order.template) if order.template else plain_template()
        )
        with waiting("Drawing slides"):
            data, cleaned = drawn_deck(deck, template, site.today)
    except BadTemplate as error:
        raise Failure(str(error)) from error
    write_file(target, data)
    if cleaned:
        tell(f"Characters that no slide can hold were left out of {cleaned} texts.")
    tell(f"{order.target} is written.")
    return CLEAN


def _is_ours(file: Path) -> bool:
    try:
        with ZipFile(file) as archive:
            return _WRITTEN_BY.search(archive.read(_PROPERTIES)) is not None
    except (BadZipFile, KeyError, OSError):
        return False


def _language(order: Order, site: SiteFile | None) -> Language:
    code = order.language or begun_language(site.language if site else "")
    try:
        return languages.language(code, site.region if site else "")
    except UnknownRegion:
        return languages.language(code)


def _site(found: project.Project, spoken: Language, configuration: SiteFile | None) -> Site:
    """The handbook as its pages see it, with the name and the address that its site has."""
    url = configuration.url if configuration else ""
    return Site(
        catalogue=found.catalogue,
        language=with_customers(spoken, found.catalogue.handbook.customers or ""),
        today=clock.today(),
        name=configuration.name if configuration else "",
        url=f"{url.rstrip('/')}/" if url else "",
        has_folders=configuration.has_folders if configuration else True,
        settings=found.settings,
    )


def _journeys(catalogue: Catalogue, names: tuple[str, ...]) -> tuple[Journey, ...]:
    """The journeys that were named, each once."""
    for name in names:
        if name not in catalogue.journeys:
            raise Failure(f"There is no journey {quoted(name)}.{nearest(name, catalogue.journeys)}")
    return tuple(catalogue.journeys[name] for name in dict.fromkeys(names))


def _template(name: str) -> bytes:
    from journeybook.slides.drawn.template import LARGEST

    try:
        data = read_regular(name, LARGEST)
    except FileNotFoundError as error:
        raise Failure(f"There is no template '{name}'.") from error
    except NotRegular as error:
        raise Failure(f"The template '{name}' is no file. Name one of the format .pptx or .potx.") from error
    except OSError as error:
        raise Failure(f"The template '{name}' cannot be opened. Check that you may read it.") from error
    if len(data) > LARGEST:
        raise Failure(f"The template '{name}' is larger than {LARGEST // 1024**2} MB.")
    return data
