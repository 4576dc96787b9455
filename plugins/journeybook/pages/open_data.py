"""The handbook as data: the page that explains the files, the files, and the index for language models."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from journeybook.exports.handbook import NOT_TRANSLATED
from journeybook.exports.json_files import data_from, one_document
from journeybook.exports.json_text import json_text
from journeybook.exports.tables.csv_text import csv_files
from journeybook.exports.tables.forms import COMPUTED, TABLES, TableForm
from journeybook.exports.tables.rows import tables_of
from journeybook.pages.frame.addresses import DATA, Thing, address_of
from journeybook.pages.frame.context import Site
from journeybook.pages.frame.files import Download
from journeybook.pages.frame.page import Page, SearchEntry
from journeybook.schema.exported import EXPORT_SCHEMA, VERSION, export_schema

WHOLE_FILE = "journeybook.json"
"""The file with everything."""
INDEX = "llms.txt"
"""The index of the pages for language models, at the root of the site."""

ListedPage = tuple[Thing, str | None]
"""A thing with a page, and what it is about."""
_SIGNS = re.compile(r"[\\\[\]`<>]")


def pages(site: Site) -> Iterator[Page]:
    """Yield the page; nothing where the site has no data, or there is none."""
    if not site.has_data or not site.catalogue.journeys:
        return
    title = site.text("Open data")
    description = site.text("Everything in this handbook as JSON and CSV, for analyses and programs.")
    yield Page(
        address=DATA,
        template="registers/open_data",
        title=title,
        description=description,
        context=lambda: _context(site),
        entries=lambda: (SearchEntry(title=title, text=f"{description}\nJSON CSV Excel Power BI pandas R"),),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """A file of the page's lists."""

    name: str
    about: str
    """A sentence on what is in it."""
    columns: tuple[str, ...] = ()
    """Of a table."""

    @property
    def address(self) -> str:
        """The address below the site's root."""
        return f"{DATA}{self.name}"


def _context(site: Site) -> Mapping[str, Any]:
    whole = site.text("Everything that authors write, and under “computed” what is computed from it.")
    schema = site.text("The JSON Schema of it, version %(version)s.", version=VERSION)
    return {
        "files": (DataFile(name=WHOLE_FILE, about=whole), DataFile(name=EXPORT_SCHEMA, about=schema)),
        "tables": tuple(_table(site, form) for form in TABLES),
        "computed": tuple((name, site.text(about)) for name, about in COMPUTED.items()),
        "examples": tuple(_examples(site)),
    }


def _table(site: Site, form: TableForm) -> DataFile:
    about = site.text("A row is %(about)s.", about=site.text(form.about))
    return DataFile(name=f"{form.name}.csv", about=about, columns=form.columns)


def _examples(site: Site) -> Iterator[tuple[str, str]]:
    """Yield programs, each with what is typed there to read a table."""
    address = f"{site.whole_address(DATA) or 'https://example.org/data/'}steps.csv"
    yield (
        site.text("Excel and Power BI: Data, From Text/CSV, or in Power Query"),
        f'= Csv.Document(Web.Contents("{address}"), [Delimiter = ",", Encoding = 65001])',
    )
    yield site.text("Python, with pandas"), f'pandas.read_csv("{address}", encoding="utf-8-sig")'
    yield site.text("R, with readr"), f'readr::read_csv("{address}")'


def data_files(site: Site) -> Iterator[Download]:
    """Yield the files, and for programs that read with a language model an index of the pages."""
    if not any(pages(site)):
        return
    rows = tables_of(site.catalogue, site.today)
    whole = one_document(data_from(site.catalogue.folder, rows, NOT_TRANSLATED))
    yield _file(f"{DATA}{WHOLE_FILE}", json_text(whole))
    yield _file(f"{DATA}{EXPORT_SCHEMA}", json_text(export_schema()))
    for name, text in csv_files(rows).items():
        yield _file(f"{DATA}{name}", text)
    yield _file(INDEX, index_text(site))


def _file(address: str, text: str) -> Download:
    return Download(address=address, page=DATA, content=text)


def index_text(site: Site) -> str:
    """Write the index as llmstxt.org has it: a title, a summary, and a line on each page."""
    catalogue, title = site.catalogue, _title(site)
    summary = site.text("Customer journeys, personas and touchpoints of %(name)s.", name=title)
    touchpoints = catalogue.touchpoints.values()
    lists: tuple[tuple[str, Iterable[ListedPage]], ...] = (
        (site.text("Journeys"), ((item, item.record.summary) for item in catalogue.journeys.values())),
        (site.text("Personas"), ((item, item.record.role) for item in catalogue.personas.values())),
        (site.text("Touchpoints"), ((item, item.record.expectation) for item in touchpoints)),
        (site.text("Metrics"), ((item, item.definition) for item in catalogue.metrics.values())),
        (site.text("Stages"), ((item, item.goal) for item in catalogue.stages.values())),
    )
    sections = [_section(site, heading, items) for heading, items in lists]
    about = site.text("Everything in this handbook as JSON.")
    data = f"- [{WHOLE_FILE}]({_link(site, f'{DATA}{WHOLE_FILE}')}): {about}\n"
    return "\n".join(
        (f"# {title}\n", f"> {summary}\n", *filter(None, sections), f"## {site.text('Open data')}\n\n{data}")
    )


def _title(site: Site) -> str:
    return _plain(site.name or site.text("Customer journeys"))


def _section(site: Site, title: str, items: Iterable[ListedPage]) -> str:
    lines = [
        f"- [{_plain(item.title)}]({_link(site, address_of(item))})" + (f": {_plain(about)}" if about else "")
        for item, about in items
    ]
    return "\n".join((f"## {title}", "", *lines, "")) if lines else ""


def _link(site: Site, address: str) -> str:
    return site.whole_address(address) or address


def _plain(text: str) -> str:
    """Write a text of an author in one line in which no sign begins a link, code or HTML."""
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
