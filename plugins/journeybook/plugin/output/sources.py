"""Refuse a site folder that a build would clean together with what the site is made from."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

_ADVICE = "Name a folder for the site alone, by `site_dir` in mkdocs.yml or by --site-dir."


def refuse_sources(config: MkDocsConfig, journeys: Path, settings: Path | None) -> None:
    """End the build, before anything is cleaned, where the site would be written over its sources."""
    site = Path(config.site_dir).resolve()
    for name, folder in (("journeys", journeys), ("docs", Path(config.docs_dir))):
        if _holds(folder, site):
            raise PluginError(
                f"journeybook: The site folder '{site}' is the {name} folder, or lies in it. {_ADVICE}"
            )
    sources = (journeys, config.docs_dir, config.config_file_path, config.theme.custom_dir, settings)
    for source in (Path(str(source)) for source in sources if source):
        if _holds(site, source):
            raise PluginError(
                f"journeybook: The site folder '{site}' holds '{source}', which a build deletes. {_ADVICE}"
            )


def _holds(outer: Path, inner: Path) -> bool:
    """Whether a folder is another or lies above it, whatever links, letters and `..` their paths have."""
    path = inner.resolve()
    return any(_is_same(outer, above) for above in (path, *path.parents))


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there yet
        return one.resolve() == other
