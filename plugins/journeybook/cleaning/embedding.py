"""Frames that show a page of another host: kept where the handbook's owner allows the host, and confined."""

import re
from collections.abc import Collection
from html import escape, unescape

_ADDRESS = re.compile(r"https://(?P<host>[a-zA-Z0-9.-]+)(?:[/?#][^\s\\\"'<>]*)?")
"""What every browser reads in one way alone: no user, no port, no backslash."""
_FRAME = re.compile(r"<iframe(?P<attributes>[^>]*)>.*?</iframe>", re.DOTALL)
_ATTRIBUTE = re.compile(r"(?P<name>[a-z]+)=\"(?P<value>[^\"]*)\"")
_SIZE = re.compile(r"[0-9]{1,4}%?")
FRAME_ATTRIBUTES = frozenset({"src", "title", "width", "height"})
"""What is kept of a frame."""
_CONFINED = (
    'loading="lazy" referrerpolicy="strict-origin-when-cross-origin" '
    'sandbox="allow-scripts allow-same-origin allow-forms allow-popups" allowfullscreen'
)


def host_of(address: str) -> str:
    """The host of an address that may be embedded, or nothing."""
    found = _ADDRESS.fullmatch(address)
    return found["host"].lower() if found else ""


def with_frames(html: str, hosts: Collection[str]) -> str:
    """Write the frames of cleaned HTML anew, with a link for paper, and drop those of hosts not allowed."""

    def written(found: re.Match[str]) -> str:
        values = {item["name"]: unescape(item["value"]) for item in _ATTRIBUTE.finditer(found["attributes"])}
        address = values.get("src", "")
        host = host_of(address)
        if host not in hosts:
            return ""
        title = values.get("title") or host
        sizes = "".join(
            f' {name}="{values[name]}"'
            for name in ("width", "height")
            if _SIZE.fullmatch(values.get(name, ""))
        )
        shown, address = escape(title), escape(address)
        frame = f'<iframe src="{address}" title="{shown}"{sizes} {_CONFINED}></iframe>'
        return f'<span class="jb-embed">{frame}<a href="{address}">{shown}</a></span>'

    return _FRAME.sub(written, html)
