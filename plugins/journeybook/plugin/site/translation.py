"""Find the place of the pages of one language in a site that mkdocs-static-i18n builds in several."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

_PLUGIN = "i18n"


def is_translated(config: MkDocsConfig) -> bool:
    """Whether the site is built once for each language."""
    return _PLUGIN in config.plugins


def translated_into(config: MkDocsConfig) -> str:
    """The language that is built, unless it is the one in which the handbook is written."""
    plugin: Any = config.plugins.get(_PLUGIN)
    is_other = plugin is not None and plugin.current_language != plugin.default_language
    return str(plugin.current_language) if is_other else ""


def place(file: File, config: MkDocsConfig) -> None:
    """Put a file into the folder of the language that is built, and tell where it lies in the others.

    What is set is what `mkdocs_static_i18n.suffix.create_i18n_file` sets for files below docs/.
    """
    plugin: Any = config.plugins.get(_PLUGIN)
    if plugin is None:
        return
    address, current, default = file.dest_uri, plugin.current_language, plugin.default_language
    file.dest_uri = _address(address, current, default)
    there = {code: _address(address, code, default) for code in plugin.build_languages if code != current}
    others = {code: _file_at(file, uri) for code, uri in there.items()}
    vars(file).update(
        alternates={current: file, **others},
        locale=default,
        locale_alternate_of=current,
        localization=None,
        norm_src_uri=file.src_uri,
    )


def list_pages(files: Files, config: MkDocsConfig) -> None:
    """Let the map of the site have the pages that have come since the files of a language were chosen."""
    plugin: Any = config.plugins[_PLUGIN]
    plugin.i18n_files_per_language[plugin.current_language] = files.documentation_pages()


def without_folders(nav: Iterable[Any], config: MkDocsConfig) -> Iterator[Any]:
    """Yield the entries of a navigation, in place of the folders of languages those that they have."""
    plugin: Any = config.plugins.get(_PLUGIN)
    is_by_folders = plugin is not None and plugin.config.docs_structure == "folder"
    folders = {code.capitalize() for code in plugin.all_languages} if is_by_folders else set()
    for entry in nav:
        below = [item for title, item in entry.items() if title in folders] if isinstance(entry, dict) else ()
        yield from chain.from_iterable(below) if below else (entry,)


def _address(uri: str, language: str, default: str) -> str:
    return uri if language == default else f"{language}/{uri}"


def _file_at(file: File, uri: str) -> File:
    return File(file.src_uri, None, file.dest_dir, file.use_directory_urls, dest_uri=uri)
