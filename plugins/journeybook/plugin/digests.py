"""Know texts and files again: equal digests, equal texts; equal fingerprints, unchanged files."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def digest_parts(parts: Iterable[str]) -> str:
    """Make one digest of texts."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass"))
        made.update(b"\0")
    return made.hexdigest()


def file_fingerprints(folder: Path, without: Path | None = None) -> Iterator[str]:
    """Each file below a folder, or the file itself, with time and size, to know whether one has changed."""
    for file in sorted(folder.rglob("*")) if folder.is_dir() else (folder,):
        if file.is_file() and not (without and file.is_relative_to(without)):
            status = file.stat()
            yield f"{file} {status.st_mtime_ns} {status.st_size}"
