"""Two states of one small handbook, and what a comparison says about them."""

from collections.abc import Collection, Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from journeybook.diff import Change, ChangeTree, Difference, State, compare
from journeybook.diff.states.state import KnownDocuments
from journeybook.language import language
from journeybook.load import HashedFiles
from journeybook.load.disk import blob_name
from journeybook.pages.proposal import ChangeReport, proposal_of

HERE = Path(__file__).parent / "changes"
TODAY = date(2026, 11, 21)


def base() -> dict[str, str]:
    """The handbook that all cases begin with."""
    return dict(_base())


@cache
def _base() -> Mapping[str, str]:
    found: dict[str, str] = yaml.safe_load((HERE / "base.yaml").read_text(encoding="utf-8"))
    return found


@cache
def cases() -> list[dict[str, Any]]:
    """Read the cases of all files but the base."""
    files = (file for file in sorted(HERE.glob("*.yaml")) if file.stem != "base")
    return [case for file in files for case in yaml.safe_load(file.read_text(encoding="utf-8"))]


def states(case: Mapping[str, Any]) -> tuple[dict[str, str], dict[str, str]]:
    """The files before and after the change that a case describes."""
    after = base()
    for name in ("edit", "also"):
        for path, (old, new) in case.get(name, {}).items():
            assert after[path].count(str(old)) == 1, (case["title"], old)
            after[path] = after[path].replace(str(old), str(new))
    after |= case.get("add", {})
    after = {case.get("move", {}).get(path, path): text for path, text in after.items()}
    for path in case.get("remove", ()):
        del after[path]
    return base() | case.get("before", {}), after


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Lay out files below a folder."""
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def difference(
    root: Path, before: Mapping[str, str], after: Mapping[str, str], *, everything: bool = False
) -> Difference:
    """Compare two states that are written below a folder."""
    old, new = (
        State(name=name, label="journeys", source=HashedFiles(write(root / name, files)))
        for name, files in (("before", before), ("after", after))
    )
    return compare(old, new, today=TODAY, everything=everything)


def proposal(tree: ChangeTree, code: str = "en") -> ChangeReport:
    """What a tree of changes proposes, in a language."""
    return proposal_of(language(code), tree)


class Texts:
    """The files of a journeys folder that lies nowhere, as `load.source.Source` has them."""

    root = Path()

    def __init__(self, files: Mapping[str, str]) -> None:
        self._raws = {path: text.encode() for path, text in files.items()}

    def exists(self) -> bool:
        return True

    def paths(self) -> Iterator[str]:
        return iter(self._raws)

    def identity(self, inside: str) -> str:
        return blob_name(self._raws[inside], "sha1")

    def fetch(self, insides: Collection[str]) -> None:
        """Do nothing: all is there."""

    def read(self, inside: str) -> bytes:
        return self._raws[inside]

    def head(self, inside: str, size: int) -> bytes:
        return self._raws[inside][:size]


_KNOWN: KnownDocuments = {}


def difference_of(before: Mapping[str, str], after: Mapping[str, str]) -> Difference:
    """Compare two states that are written nowhere; what was read for one case is known in the next."""
    old, new = (
        State(name=name, label="journeys", source=Texts(files))
        for name, files in (("before", before), ("after", after))
    )
    return compare(old, new, today=TODAY, known=_KNOWN)


def told(change: Change) -> str:
    """A change as cases write it: kind, where and sentence."""
    return ": ".join(filter(None, (change.kind.value, " › ".join(change.where), change.sentence())))
