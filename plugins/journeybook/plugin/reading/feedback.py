"""Read where a site takes what its readers have to say."""

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from mkdocs.exceptions import PluginError

from journeybook.findings import nearest
from journeybook.pages.frame.feedback import Feedback

_KEYS = ("issue_url", "mailto")
_MAILBOX = re.compile(r"[^\s@,;?&<>\"]+@[^\s@,;?&<>\"]+")
_EXAMPLES = {"issue_url": "https://github.com/firm/handbook/issues/new", "mailto": "handbook@example.org"}


def read_feedback(given: Mapping[str, object] | None) -> Feedback | None:
    """Check the option `feedback`."""
    if given is None:
        return None
    for key in given:
        if key not in _KEYS:
            raise _refused(f"has no key '{key}'.{nearest(str(key), _KEYS)}")
    if len(given) != 1:
        raise _refused("takes one of 'issue_url' and 'mailto'.")
    ((key, value),) = given.items()
    if not isinstance(value, str) or not _is_right(key, value):
        raise _refused(f"says '{key}: {value}', which is no address. Write '{_EXAMPLES[key]}', for example.")
    return Feedback(**{key: value})


def _is_right(key: str, value: str) -> bool:
    if key == "mailto":
        return _MAILBOX.fullmatch(value) is not None
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not re.search(r"\s", value)


def _refused(why: str) -> PluginError:
    return PluginError(f"journeybook: The option 'feedback' {why}")
