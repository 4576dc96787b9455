"""A file of any form is read as what stands in it, and a refusal says what is missing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from core.importing.cases import documents
from journeybook.importing.brought_in import BroughtIn
from journeybook.importing.reading import Wanted, bring_in
from journeybook.kinds import ThingKind
from journeybook.workbooks import NotReadable
from sheets_in_text import book_of, write_book

CASES = {case["name"]: case for case in documents("any")}


@pytest.mark.parametrize("name", CASES)
def test_a_file_is_read_as_what_stands_in_it(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    expected = {key: value for key, value in case.items() if key not in {"name", "file", *_CONTENT}}
    assert _read(_written(case, tmp_path), case["file"]) == expected


_CONTENT = frozenset({"text", "encoding", "sheets"})


def _written(case: Mapping[str, Any], folder: Path) -> Path:
    file = folder / str(case["file"])
    if "sheets" in case:
        write_book(book_of(case["file"], case["sheets"]), file)
    else:
        file.write_text(case["text"], encoding=case.get("encoding", "utf-8"))
    return file


def _read(file: Path, source: str) -> dict[str, Any]:
    """What was found, as cases write it; kinds of which nothing was found are left out."""
    try:
        found = bring_in(file, source, Wanted())
    except NotReadable as refused:
        return {"refused": str(refused)}
    read = {
        "journeys": {
            draft.header["title"]: [_stage(stage) for stage in draft.header["stages"]]
            for draft in found.drafts
            if draft.kind is ThingKind.JOURNEY
        },
        "personas": _headers(found, ThingKind.PERSONA),
        "touchpoints": _headers(found, ThingKind.TOUCHPOINT),
        "opportunities": [item.fields["title"] for item in found.opportunities],
        "values": [[row.columns[name] for name in ("date", "metric", "value")] for row in found.values],
    }
    return {name: each for name, each in read.items() if each}


def _stage(stage: Mapping[str, Any]) -> list[Any]:
    return [stage["stage"], [step["title"] for step in stage["steps"]]]


def _headers(found: BroughtIn, kind: ThingKind) -> list[Mapping[str, Any]]:
    """The headers of a kind that say more than a name that the file itself gave."""
    drafts = [draft.header for draft in found.drafts if draft.kind is kind]
    return [header for header in drafts if not str(header["title"]).startswith("(")]
