"""Keep the renderer of a site between the rebuilds of `serve` as long as no template changes."""

from functools import cache, lru_cache
from pathlib import Path

import jinja2
from mkdocs.config.defaults import MkDocsConfig

from journeybook.language import Language
from journeybook.pages import Renderer
from journeybook.plugin.icons import icons_of
from journeybook.plugin.reuse import TEMPLATES, file_fingerprints


def renderer_for(config: MkDocsConfig, tongue: Language) -> Renderer:
    """The renderer of a site; while serving it is kept, with its compiled templates, until one changes."""
    theme = config.theme
    own = Path(theme.custom_dir) / "journeybook" if theme.custom_dir else None
    fingerprints = [
        fingerprint for folder in (own, TEMPLATES) if folder for fingerprint in file_fingerprints(folder)
    ]
    return _renderer(
        tongue, own, tuple(fingerprints), tuple(theme.dirs), directory_urls=config.use_directory_urls
    )


@lru_cache(maxsize=4)
def _renderer(
    tongue: Language,
    own: Path | None,
    fingerprints: tuple[str, ...],  # noqa: ARG001 - other templates need another renderer
    dirs: tuple[str, ...],
    *,
    directory_urls: bool,
) -> Renderer:
    overrides = [own] if own else []
    return Renderer(
        tongue,
        directory_urls=directory_urls,
        overrides=overrides,
        icons=icons_of(dirs),
        compiled=compiled_templates(),
    )


@cache
def compiled_templates() -> jinja2.BytecodeCache | None:
    """Compiled templates of earlier builds, in the user's own folder below the system's temporary one.

    Compiling takes a tenth of the time of a build of a hundred journeys; a changed template is compiled anew.
    """
    try:
        return jinja2.FileSystemBytecodeCache(pattern="journeybook-%s.cache")
    except (OSError, RuntimeError):
        return None
