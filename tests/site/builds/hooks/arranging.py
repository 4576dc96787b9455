"""A hook of MkDocs that takes pages out, and then arranges what is left by folders, as awesome-pages does."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.utils import nest_paths


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take out what is not meant for readers."""
    for uri in ("entwurf/alt.md", "glossary/index.md"):
        file = files.get_file_from_path(uri)
        if file:
            files.remove(file)
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Arrange all pages anew where the site asks for that."""
    if not config.extra.get("by_folders"):
        return nav
    for file in files.documentation_pages():
        file.page = None
    config.nav = nest_paths(file.src_uri for file in files.documentation_pages())  # type: ignore[no-untyped-call]
    return get_navigation(files, config)
