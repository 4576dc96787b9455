"""Names that belong to the site: what the theme and our scripts look for is closed to authors."""

import re

_IDS = re.compile(
    r"__|(?:md|jb|mkdocs|rtd|hljs|bs)[-_]|(?:theme-menu|toc-collapse|navbar-collapse|content_search)$"
    r"|(?:search|keyboard)modallabel$",
    re.IGNORECASE,
)
"""How the ids of Material's, MkDocs' and Read the Docs' switches, fields and settings begin, and ours."""
_OF_TABS = re.compile(r"__tabbed_\d+(?:_\d+)?")
"""What the extension of tabs calls its switches."""
_BEFORE_OWN = "text-"

_CLASSES = re.compile(
    r"(?:md|jb|bs|wy|rst|navbar|dropdown|modal|offcanvas|toast|fixed|sticky|position|vh|vw|start|end|top|bottom"
    r"|z)-|(?:mermaid|modal|navbar|offcanvas|toast|collapse|collapsing|affix|stretched-link)$",
    re.IGNORECASE,
)
"""How the classes begin that themes move, cover or fetch by; Material fetches a library for `mermaid`."""
_OF_AUTHORS = frozenset({"md-button", "md-button--primary", "md-icon", "md-tag"})
"""Classes of Material that are made for texts."""


def is_closed_id(name: str) -> bool:
    """Whether an id, or a name that a label or a script finds, is one of the site's own."""
    return _IDS.match(name) is not None and _OF_TABS.fullmatch(name) is None


def published_id(name: str) -> str:
    """The id under which an author's text is published."""
    return f"{_BEFORE_OWN}{name}" if is_closed_id(name) else name


def is_closed_class(name: str) -> bool:
    """Whether a class is one of the site's own."""
    return name.lower() not in _OF_AUTHORS and _CLASSES.match(name) is not None
