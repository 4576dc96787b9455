"""Compiled templates of earlier builds, apart for all that takes part in compiling them."""

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket

_PACKAGE = Path(__file__).parents[2]
_COMPILING = ("pages", "language.py")
"""Where the filters and the extensions of our templates are."""
_DISTRIBUTIONS = ("journeybook", "jinja2", "babel", "pyphen")
_KNOWN = {"builtins", "jinja2", "markupsafe", "mkdocs", "journeybook"}


@cache
def compiled_templates(language: str) -> jinja2.BytecodeCache | None:
    """Compiled templates of earlier builds in a language, in a folder of the user's below the temporary one.

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
        """Load what was compiled, if it can be told how."""
        if _is_known(bucket.environment):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, if it can be told how."""
        if _is_known(bucket.environment):
            super().dump_bytecode(bucket)


def _code() -> Iterator[str]:
    """Each module that takes part in compiling, with time and size: versions stand still while we work."""
    for name in _COMPILING:
        path = _PACKAGE / name
        for file in sorted(path.rglob("*.py")) if path.is_dir() else (path,):
            status = file.stat()
            yield f"{file} {status.st_mtime_ns} {status.st_size}"


def _options(environment: jinja2.Environment) -> Iterator[str]:
    yield from sorted(environment.extensions)
    yield repr(environment.autoescape)
    yield environment.undefined.__qualname__
    yield from (f"{name} {_origin(called)}" for name, called in sorted(environment.filters.items()))


def _origin(called: Callable[..., Any]) -> str:
    return f"{getattr(called, '__module__', '')} {getattr(called, '__qualname__', '')}"


def _is_known(environment: jinja2.Environment) -> bool:
    """Whether all filters are of packages whose versions, or whose ways, are known."""
    modules = (str(getattr(called, "__module__", "")) for called in environment.filters.values())
    return all(module.partition(".")[0] in _KNOWN for module in modules)
