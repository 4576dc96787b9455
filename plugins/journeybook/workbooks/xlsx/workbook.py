"""Read the sheets of a workbook and what they share: texts, styles, and the year days are counted from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from journeybook.findings import quoted
from journeybook.workbooks.book import Book, NotReadable, Remark, Sheet
from journeybook.workbooks.building import MACROS
from journeybook.workbooks.limits import MAX_SHEETS
from journeybook.workbooks.markup import Element
from journeybook.workbooks.package import Package
from journeybook.workbooks.xlsx.comments import read_comments
from journeybook.workbooks.xlsx.relations import NamedPart, named_parts
from journeybook.workbooks.xlsx.sheet import Shared, read_sheet
from journeybook.workbooks.xlsx.strings import read_strings
from journeybook.workbooks.xlsx.styles import read_styles


@dataclass(frozen=True, slots=True, kw_only=True)
class _Outline:
    """The list of sheets, and what holds for all of them."""

    sheets: tuple[Element, ...]
    is_1904: bool
    is_recalculated: bool
    """Whether programs are to compute all formulas when they open it: then nothing else has."""


def read_xlsx(package: Package, path: str) -> Book:
    """Read every sheet of a workbook."""
    part = main_part(package)
    relations = named_parts(package, part)
    outline = _outline(package, part)
    shared = _shared(package, outline, relations)
    named = {relation.id: relation for relation in relations}
    macros = tuple(_macros(package, outline, named))
    return Book(
        path=path,
        form="xlsm" if macros else "xlsx",
        sheets=tuple(_sheets(package, outline, named, shared)),
        told=macros,
    )


def main_part(package: Package) -> str:
    """The part that lists the sheets."""
    found = (item.part for item in named_parts(package) if item.kind == "officeDocument")
    return next(found, "xl/workbook.xml")


def _outline(package: Package, part: str) -> _Outline:
    items = list(package.elements(part, opened={"sheet", "workbookPr", "calcPr"}))
    sheets = tuple(item for item in items if item.tag == "sheet")
    if len(sheets) > MAX_SHEETS:
        raise NotReadable(f"The file has more than {MAX_SHEETS} sheets.")
    flags = {item.tag: item.attributes for item in items if item.tag != "sheet"}
    return _Outline(
        sheets=sheets,
        is_1904=flags.get("workbookPr", {}).get("date1904") in {"1", "true"},
        is_recalculated=flags.get("calcPr", {}).get("fullCalcOnLoad") in {"1", "true"},
    )


def _shared(package: Package, outline: _Outline, relations: tuple[NamedPart, ...]) -> Shared:
    parts = {item.kind: item.part for item in relations if item.part in package}
    return Shared(
        strings=read_strings(package, parts["sharedStrings"]) if "sharedStrings" in parts else [],
        styles=read_styles(package, parts["styles"]) if "styles" in parts else [],
        is_1904=outline.is_1904,
        is_recalculated=outline.is_recalculated,
    )


def _sheets(
    package: Package, outline: _Outline, named: Mapping[str, NamedPart], shared: Shared
) -> Iterator[Sheet]:
    for item in outline.sheets:
        relation = named.get(item.attributes.get("id", ""))
        name = item.attributes.get("name", "")
        if relation is None:
            raise NotReadable(f"The sheet {quoted(name)} is missing. Open and save it again.")
        if relation.kind != "worksheet":
            continue
        builder = read_sheet(package, relation.part, name, shared)
        builder.is_hidden = item.attributes.get("state", "visible") != "visible"
        yield builder.build(comments=read_comments(package, named_parts(package, relation.part)))


def _macros(package: Package, outline: _Outline, named: Mapping[str, NamedPart]) -> Iterator[Remark]:
    """Name the macros that lie in the file: those in Basic by their part, old ones by their sheet."""
    names = [name for name in package.names if name.casefold().endswith("vbaproject.bin")]
    for item in outline.sheets:
        relation = named.get(item.attributes.get("id", ""))
        if relation and "macrosheet" in relation.kind.casefold():
            names.append(item.attributes.get("name", ""))
    if names:
        yield Remark(MACROS, {"names": ", ".join(map(quoted, names))})
