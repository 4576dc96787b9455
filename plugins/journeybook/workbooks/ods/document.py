"""Read the sheets of an OpenDocument spreadsheet, each with what is hidden, merged or remarked in it."""

from collections.abc import Iterator
from posixpath import basename

from journeybook.findings import quoted
from journeybook.workbooks.book import Book, NotReadable, Remark, Sheet, SheetCell
from journeybook.workbooks.building import MACROS, SheetBuilder, hide, tidied, whole
from journeybook.workbooks.limits import MAX_CELLS, MAX_COLUMN, MAX_ROW, MAX_SHEETS
from journeybook.workbooks.markup import Element
from journeybook.workbooks.ods.cells import ods_cell
from journeybook.workbooks.ods.styles import OdsStyles, read_ods_styles
from journeybook.workbooks.ods.texts import ods_text
from journeybook.workbooks.package import PROTECTED, TOO_MANY_CELLS, Package

_MANIFEST = "META-INF/manifest.xml"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = frozenset({"collapse", "filter"})
_FETCHED = "'file:"
"""The beginning of the name of a sheet that holds what was fetched from another file."""
_LISTS_OF_MACROS = frozenset({"script-lb.xml", "script-lc.xml"})


def read_ods(package: Package, path: str) -> Book:
    """Read every sheet of a spreadsheet."""
    if _MANIFEST in package and any(package.elements(_MANIFEST, opened={"encryption-data"})):
        raise NotReadable(PROTECTED)
    reader = _Reader(read_ods_styles(package))
    for item in package.elements("content.xml", whole=_CELLS, opened={"table", "table-row", "table-column"}):
        reader.take(item)
    return Book(path=path, form="ods", sheets=tuple(reader.sheets()), told=tuple(_macros(package)))


def _macros(package: Package) -> Iterator[Remark]:
    """Name the macros that lie in the file."""
    names = [
        basename(name).removesuffix(".xml")
        for name in package.names
        if name.startswith(("Basic/", "Scripts/"))
        and basename(name) not in _LISTS_OF_MACROS
        and not name.endswith("/")
    ]
    if names:
        yield Remark(MACROS, {"names": ", ".join(map(quoted, names))})


class _Reader:
    """Counts rows and columns, which the file does not number but repeats."""

    def __init__(self, styles: OdsStyles) -> None:
        self._styles = styles
        self._builders: list[SheetBuilder] = []
        self._comments: list[dict[tuple[int, int], str]] = []
        self._columns: dict[int, str] = {}
        """The style that cells of a column have if they name none."""
        self._defined = 0
        self._row = self._rows = self._column = self._count = 0

    def sheets(self) -> Iterator[Sheet]:
        """Yield the sheets that were read."""
        for builder, comments in zip(self._builders, self._comments, strict=True):
            if not builder.name.startswith(_FETCHED):
                yield builder.build(comments=comments)

    def take(self, item: Element) -> None:
        """Take an element of the content."""
        if item.tag == "table":
            self._begin(item)
        elif not self._builders:
            raise NotReadable("The file has cells outside of all sheets. Open and save it again.")
        elif item.tag == "table-row":
            self._take_row(item)
        elif item.tag == "table-column":
            self._take_columns(item)
        else:
            self._take_cells(item)

    def _begin(self, item: Element) -> None:
        if len(self._builders) == MAX_SHEETS:
            raise NotReadable(f"The file has more than {MAX_SHEETS} sheets.")
        is_hidden = item.attributes.get("style-name") in self._styles.hiding
        self._builders.append(SheetBuilder(name=item.attributes.get("name", ""), is_hidden=is_hidden))
        self._comments.append({})
        self._columns = {}
        self._defined = self._row = self._column = 0
        self._rows = 1

    def _take_row(self, item: Element) -> None:
        self._row += self._rows if self._row else 1
        self._rows = max(whole(item.attributes.get("number-rows-repeated"), 1), 1)
        self._column = 0
        if item.attributes.get("visibility") in _HIDDEN:
            hide(self._builders[-1].hidden_rows, self._row, self._row + self._rows - 1, MAX_ROW)

    def _take_columns(self, item: Element) -> None:
        count = max(whole(item.attributes.get("number-columns-repeated"), 1), 1)
        first, self._defined = self._defined + 1, self._defined + count
        if item.attributes.get("visibility") in _HIDDEN:
            hide(self._builders[-1].hidden_columns, first, self._defined, MAX_COLUMN)
        if style := item.attributes.get("default-cell-style-name"):
            self._columns |= dict.fromkeys(range(first, min(self._defined, MAX_COLUMN) + 1), style)

    def _take_cells(self, item: Element) -> None:
        """Take a cell as often as it is repeated."""
        count = max(whole(item.attributes.get("number-columns-repeated"), 1), 1)
        first, self._column = self._column + 1, self._column + count
        if item.tag == "covered-table-cell" or not (item.contents or "formula" in item.attributes):
            return
        content = ods_cell(
            item, item.attributes.get("style-name") or self._columns.get(first, ""), self._styles
        )
        self._remember(item, first)
        if not content["text"] and not content.get("is_unvalued"):
            return
        self._count += count * self._rows
        if self._count > MAX_CELLS:
            raise NotReadable(TOO_MANY_CELLS)
        self._refuse_beyond(first + count - 1)
        for row in range(self._row, self._row + self._rows):
            for column in range(first, first + count):
                self._builders[-1].add(SheetCell(row=row, column=column, **content))

    def _refuse_beyond(self, column: int) -> None:
        if not self._row or self._row + self._rows - 1 > MAX_ROW or column > MAX_COLUMN:
            name = quoted(self._builders[-1].name)
            raise NotReadable(f"The sheet {name} has a cell outside of its rows and columns.")

    def _remember(self, item: Element, column: int) -> None:
        """Keep what a cell says of others: the area that it is merged with, and the comment on it."""
        rows, columns = (
            whole(item.attributes.get(f"number-{kind}-spanned"), 1) or 1 for kind in ("rows", "columns")
        )
        if rows * columns > 1:
            area = (self._row, column, self._row + rows - 1, column + columns - 1)
            self._builders[-1].areas.append(area)
        annotation = item.child("annotation")
        if annotation and (text := tidied(ods_text(annotation).text)):
            self._comments[-1][self._row, column] = text
