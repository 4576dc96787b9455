"""Name what is made of a file that is brought in by that file, whatever system its name comes from."""

from pathlib import PurePosixPath

from journeybook.frontmatter import without_forbidden

_NAMELESS = "source"


def bare_name(source: str) -> str:
    """The name of a file without its folders, and without characters that no file of ours may hold."""
    return _held(PurePosixPath(source.replace("\\", "/")).name)


def bare_stem(source: str) -> str:
    """The same without its ending."""
    return _held(PurePosixPath(source.replace("\\", "/")).stem)


def _held(name: str) -> str:
    return " ".join(without_forbidden(name).split()) or _NAMELESS
