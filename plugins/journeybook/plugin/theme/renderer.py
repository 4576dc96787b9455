"""Keep the renderer of a site between the rebuilds of `serve` as long as no template changes."""

from functools import lru_cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from journeybook.language import Language
from journeybook.pages import Renderer
from journeybook.plugin.digests import file_fingerprints
from journeybook.plugin.theme.compiled import compiled_templates
from journeybook.plugin.theme.icons import icons_of

TEMPLATES = Path(__file__).parents[2] / "templates"
"""The package's own templates."""


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
        compiled=compiled_templates(f"{tongue.region} {tongue.customers}"),
    )
