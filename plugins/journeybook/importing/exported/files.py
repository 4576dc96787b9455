"""Write the files of a handbook that was exported, so that each says exactly what it said."""

import csv
import io
from collections.abc import Iterable, Mapping

from journeybook.importing.brought_in import BroughtIn, Draft, MeasuredRow
from journeybook.importing.files import file_text, handbook_text
from journeybook.kinds import ThingKind
from journeybook.load.sheets.columns import COLUMNS

HANDBOOK = "handbook.yml"


def exact_files(found: BroughtIn) -> Mapping[str, str]:
    """Return the texts of all files of an export by their paths; `Refused` for what no file may hold."""
    files = {} if found.handbook is None else {HANDBOOK: handbook_text(found.handbook)}
    files |= {draft.path: exact_text(draft) for draft in found.drafts if draft.is_exact}
    rows: dict[str, list[MeasuredRow]] = {}
    for row in found.values:
        if row.path:
            rows.setdefault(row.path, []).append(row)
    return files | {path: values_text(each) for path, each in rows.items()}


def exact_text(draft: Draft) -> str:
    """Write a file whose narrative is kept to the letter."""
    if draft.kind is ThingKind.HANDBOOK:
        return handbook_text(draft.header)
    return file_text(draft.kind, draft.header) + draft.body


def values_text(rows: Iterable[MeasuredRow]) -> str:
    """Write a file of measured values, with the columns that some row has."""
    cells = [row.columns for row in rows]
    used = [name for name in COLUMNS if any(name in each for each in cells)]
    text = io.StringIO()
    writer = csv.DictWriter(text, used, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(cells)
    return text.getvalue()
