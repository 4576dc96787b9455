"""Write the path of a finding as other programs expect it: below the folder that they look from."""

import posixpath

from journeybook.findings import Place


def plain_path(place: Place) -> str:
    """Return the path without `./` and `folder/../`."""
    return posixpath.normpath(place.path)
