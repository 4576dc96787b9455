"""Compiled templates of earlier builds, apart for all that takes part in compiling them."""

import hashlib
import marshal
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

from journeybook.edits import write_whole

_PACKAGE = Path(__file__).parents[2]
_COMPILING = ("pages/**/*.py", "language.py", "locale/*.po")
"""Where the filters and the extensions of our templates are, and the words that are written into them."""
_DISTRIBUTIONS = ("journeybook", "jinja2", "babel", "pyphen")
_DIGEST = 32
"""Bytes of the digest that stands before the code."""
_KNOWN = {"builtins", "jinja2", "markupsafe", "mkdocs", "journeybook"}


@cache
def compiled_templates(language: str) -> jinja2.BytecodeCache | None:
    """Compiled templates of earlier builds in a language, with its word for customers if it has one.

    They lie in a folder of the user's below the temporary one.

    Compiling takes a tenth of the time of a build of a hundred journeys; a changed template is compiled anew.
    """
    try:
        return CompiledTemplates(language)
    except (OSError, RuntimeError):
        return None


class CompiledTemplates(jinja2.FileSystemBytecodeCache):
    """Keeps compiled templates by what a compiled template may hold beside its source.

    Jinja writes what a filter makes of a constant into the code, so that it depends on the language, on the
    versions of what filters call and on the environment. Templates with filters that nothing is known of are
    compiled each time.
    """

    def __init__(self, language: str, directory: str | None = None) -> None:
        super().__init__(directory, pattern="journeybook-%s.cache")
        self._around = (language, *map(version, _DISTRIBUTIONS), *_code())

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """Find the place of a template, as it is compiled in an environment."""
        options = (*self._around, *_options(environment))
        around = hashlib.blake2b("\0".join(options).encode(), digest_size=12).hexdigest()
        return super().get_bucket(environment, f"{around} {name}", filename, source)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what was compiled, if it can be told how, is whole, and nobody else can have written it.

        Jinja would unpickle whatever lies there.
        """
        written = _own_bytes(Path(self._get_cache_filename(bucket))) if _is_known(bucket.environment) else b""
        digest, code = written[:_DIGEST], written[_DIGEST:]
        if code and digest == _digest(bucket, code):
            bucket.code = marshal.loads(code)  # noqa: S302 - its digest says that we wrote it

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if it can be told how; a build needs no cache, so that it may fail."""
        if _is_known(bucket.environment):
            code = marshal.dumps(bucket.code)
            path = Path(self._get_cache_filename(bucket))
            with suppress(OSError):
                path.unlink(missing_ok=True)
                path.touch(mode=0o600)
                write_whole(path, _digest(bucket, code) + code)


def _own_bytes(path: Path) -> bytes:
    """Read a file that belongs to the user and that nobody else can change; nothing of any other."""
    try:
        with open(path, "rb", opener=_without_following) as stream:
            status = os.fstat(stream.fileno())
            return stream.read() if stat.S_ISREG(status.st_mode) and _is_own(status) else b""
    except OSError:
        return b""


def _without_following(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


def _is_own(status: os.stat_result) -> bool:
    if sys.platform == "win32":  # the temporary folder is the user's own
        return True
    return status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _digest(bucket: Bucket, code: bytes) -> bytes:
    around = f"{sys.implementation.cache_tag} {sys.hexversion} {bucket.checksum} "
    return hashlib.blake2b(around.encode() + code, digest_size=_DIGEST).digest()


def _code() -> Iterator[str]:
    """Each file that takes part in compiling, with time and size: versions stand still while we work."""
    for pattern in _COMPILING:
        for file in sorted(_PACKAGE.glob(pattern)):
            status = file.stat()
            yield f"{file} {status.st_mtime_ns} {status.st_size}"


def _options(environment: jinja2.Environment) -> Iterator[str]:
    yield from sorted(environment.extensions)
    yield repr(environment.autoescape)
    yield environment.undefined.__qualname__
    yield environment.code_generator_class.__qualname__
    yield from sorted(environment.globals)
    yield from (f"{name} {_origin(called)}" for name, called in sorted(environment.filters.items()))


def _origin(called: Callable[..., Any]) -> str:
    return f"{getattr(called, '__module__', '')} {getattr(called, '__qualname__', '')}"


def _is_known(environment: jinja2.Environment) -> bool:
    """Whether all filters are of packages whose versions, or whose ways, are known."""
    modules = (str(getattr(called, "__module__", "")) for called in environment.filters.values())
    return all(module.partition(".")[0] in _KNOWN for module in modules)
