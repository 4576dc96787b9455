"""Choose the Markdown extensions that narratives go through: none that reads files, runs code or fetches."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger

from journeybook.findings import listed
from journeybook.plugin.narrative.markup import JourneybookLinks
from journeybook.plugin.options import Options

_log = get_plugin_logger(__name__)

_OF_MARKDOWN = "markdown.extensions."
_HARMLESS = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes"),
        *("legacy_attrs", "legacy_em", "md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc"),
        *("wikilinks", "pymdownx.arithmatex", "pymdownx.betterem", "pymdownx.blocks.admonition"),
        *("pymdownx.blocks.caption", "pymdownx.blocks.definition", "pymdownx.blocks.details"),
        *("pymdownx.blocks.html", "pymdownx.blocks.tab", "pymdownx.bracketspan", "pymdownx.caret"),
        *("pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.escapeall", "pymdownx.extra"),
        *("pymdownx.fancylists", "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys"),
        *("pymdownx.magiclink", "pymdownx.mark", "pymdownx.pathconverter", "pymdownx.progressbar"),
        *("pymdownx.quotes", "pymdownx.saneheaders", "pymdownx.smartsymbols", "pymdownx.striphtml"),
        *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.tilde"),
    )
)
"""Those of Python-Markdown and of PyMdown that turn text into text. `pymdownx.snippets` and `pymdownx.b64`
read files, `meta` swallows lines, and nobody has read the others."""
_FENCES = ("custom_fences", "custom_inline")
_GUESSING = {"codehilite", "pymdownx.highlight"}
_UNGUESSED = {"guess_lang": False}
"""Code that names no language has none: to guess one, all grammars that there are would read it."""
_KNOWN_MAKERS = ("pymdownx", "mermaid2")
"""The packages whose functions may be handed the code of a fence: that of others may run it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extensions:
    """The extensions of Markdown for narratives."""

    used: tuple[str | Extension, ...]
    configs: Mapping[str, Any] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    """The names of those that only pages by hand have."""


def extensions_for(config: MkDocsConfig, options: Options) -> Extensions:
    """Take those of a site that are harmless, or that its owner trusts with what others write."""
    given: list[str | Extension] = list(config.markdown_extensions)
    configs = config.mdx_configs or {}
    if options.trust_markdown:
        return Extensions(used=tuple(given), configs=configs)
    harmless = _HARMLESS | set(map(_short, options.trusted_extensions))
    used = tuple(item for item in given if isinstance(item, JourneybookLinks) or name_of(item) in harmless)
    return Extensions(
        used=used,
        configs={
            **{name: _without_makers(value) for name, value in configs.items()},
            **{name: {**configs.get(name, {}), **_UNGUESSED} for name in used if _guesses(name)},
        },
        left_out=tuple(name_of(item) for item in given if item not in used),
    )


def tell_left_out(extensions: Extensions) -> None:
    """Say which extensions narratives do without; it is no warning, so that strict builds go on."""
    if extensions.left_out:
        _log.info(
            "Journeys, personas and touchpoints do without %s, which may read files, run code or fetch. "
            "See the option `trusted_extensions`.",
            listed(sorted(set(extensions.left_out)), "and"),
        )


def name_of(extension: str | Extension) -> str:
    """The name of an extension as it is documented, however a site or a plugin has written it."""
    return _short(extension if isinstance(extension, str) else type(extension).__module__)


def _guesses(extension: str | Extension) -> TypeGuard[str]:
    return isinstance(extension, str) and _short(extension) in _GUESSING


def _short(name: str) -> str:
    return name.partition(":")[0].removeprefix(_OF_MARKDOWN)


def _without_makers(config: Any) -> Any:
    """Leave custom fences out whose code is handed to a function that nobody knows."""
    if not isinstance(config, Mapping):
        return config
    return {
        key: [fence for fence in value if all(map(_is_known, _makers(fence)))]
        if key in _FENCES and isinstance(value, list)
        else _without_makers(value)
        for key, value in config.items()
    }


def _makers(fence: Any) -> Iterator[Callable[..., Any]]:
    values = fence.values() if isinstance(fence, Mapping) else ()
    return (value for value in values if callable(value))


def _is_known(maker: Callable[..., Any]) -> bool:
    made = getattr(maker, "func", maker)
    return str(getattr(made, "__module__", "")).partition(".")[0] in _KNOWN_MAKERS
