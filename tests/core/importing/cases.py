"""Cases of what is brought in, as data: a file of others, and the drafts and notes expected of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from journeybook.importing.brought_in import BroughtIn, Telling
from journeybook.workbooks import NotReadable

HERE = Path(__file__).parent / "forms"


@dataclass(frozen=True)
class Case:
    """A document of a file of cases."""

    name: str
    file: str
    text: str
    expected: Mapping[str, Any]


def documents(name: str) -> list[dict[str, Any]]:
    """Read the documents of a file in the folder beside this one."""
    return list(yaml.safe_load_all((HERE / f"{name}.yaml").read_text(encoding="utf-8")))


def cases(name: str) -> list[Case]:
    """Read the cases of a file beside this one."""
    found = []
    for document in documents(name):
        expected = {key: value for key, value in document.items() if key not in {"name", "file", "text"}}
        found.append(Case(document["name"], document.get("file", ""), document["text"], expected))
    return found


def told(read: Callable[[], BroughtIn | None]) -> dict[str, Any]:
    """What came of a case, in the form in which cases expect it; what is empty is left out."""
    try:
        brought = read()
    except NotReadable as refused:
        return {"refused": str(refused)}
    if brought is None:
        return {"is_another_form": True}
    notes = {
        telling.name.lower(): [
            f"{note.address}: {note.message % dict(note.values)}"
            for note in brought.notes
            if note.telling is telling
        ]
        for telling in Telling
    }
    found = {
        "drafts": [_draft(draft.kind, draft.header, draft.body) for draft in brought.drafts],
        "opportunities": [
            {"journey": item.journey, "step": item.step, "at": item.address, **item.fields}
            for item in brought.opportunities
        ],
        "inbox": brought.inbox,
        **notes,
    }
    return {key: value for key, value in found.items() if value}


def _draft(kind: str, header: Mapping[str, Any], body: str) -> dict[str, Any]:
    shown = {"kind": str(kind)} if kind != "journey" else {}
    return {**shown, **header, **({"body": body} if body else {})}
