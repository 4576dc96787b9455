"""Golden cases: a small tree of files in a YAML file, laid over the files of base/, and the findings expected of it."""

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import copytree
from typing import Any

import yaml

from journeybook import project
from journeybook.findings import Severity
from journeybook.rules import RULES

HERE = Path(__file__).parent
_UNUSED = frozenset(f"unused-{kind}" for kind in ("persona", "touchpoint", "channel", "team", "metric"))


@dataclass(frozen=True)
class Case:
    """One file below cases/."""

    name: str
    title: str
    files: dict[str, Any]
    expected: list[str]
    base: bool

    def write(self, root: Path) -> None:
        """Lay out the case's files below a folder."""
        if self.base:
            copytree(HERE / "base", root, dirs_exist_ok=True)
        write_files(root, self.files)


def write_files(root: Path, files: Mapping[str, Any]) -> None:
    """Write files below a folder: texts, and what a text cannot say."""
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, content)


def _write(file: Path, content: Any) -> None:
    match content:
        case str():
            file.write_text(content, encoding="utf-8", newline="")
        case {"base64": text}:
            file.write_bytes(base64.b64decode(text))
        case {"text": text, "encoding": encoding}:
            file.write_bytes(text.encode(encoding))
        case {"parts": parts}:
            file.write_text("".join(text * times for text, times in parts), encoding="utf-8")
        case {"link": target}:
            file.unlink(missing_ok=True)
            file.symlink_to(target)
        case None:
            file.mkdir()


def cases() -> list[Case]:
    """Read all cases, by name."""
    files = (HERE / "cases").rglob("*.yaml")
    return [_case(file) for file in sorted(files, key=lambda file: file.stem)]


def _case(file: Path) -> Case:
    data = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)  # in a tenth of the time
    return Case(
        name=file.stem,
        title=data["title"],
        files=data["files"] or {},
        expected=data["expected"],
        base=data.get("base", True),
    )


def found(root: Path) -> list[str]:
    """The errors, and what nothing refers to, in the journeys folder below a folder, as lines."""
    findings = project.read(root / "journeys", "journeys").findings
    return [str(finding) for finding in findings if _is_covered(finding.rule)]


def _is_covered(rule: str) -> bool:
    """Whether golden cases speak of a rule; the others have their examples."""
    return RULES[rule].severity is Severity.ERROR or rule in _UNUSED
