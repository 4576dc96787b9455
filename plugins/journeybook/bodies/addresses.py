"""Resolve relative addresses of a narrative."""

import posixpath
from urllib.parse import unquote, urlsplit


def meant_paths(address: str, folder: str) -> tuple[str, ...]:
    """The paths below the journeys folder that a relative address in a file of `folder` may mean."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ()
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path or path.startswith(("/", "\\")):
        return ()
    return posixpath.normpath(posixpath.join(folder, path)), posixpath.normpath(path)
