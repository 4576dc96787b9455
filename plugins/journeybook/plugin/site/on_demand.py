"""Offer the files of the handbook as data; while serving, they are made when a browser asks for them."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any

from journeybook.pages import Download
from journeybook.pages.open_data import INDEX

App = Callable[[Mapping[str, Any], Callable[..., Any]], Iterable[bytes]]
"""A program that answers requests, as WSGI has it."""

_TYPES = {"json": "application/json", "csv": "text/csv", "txt": "text/plain"}


def made_on_demand(app: App, make: Callable[[str], str | None]) -> App:
    """Answer requests for files that are made by their address below the root, and hand on all others."""

    def answer(environ: Mapping[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        ending = path.rpartition(".")[2]
        text = make(path.removeprefix("/")) if ending in _TYPES else None
        if text is None:
            return app(environ, start_response)
        start_response("200 OK", [("Content-Type", f"{_TYPES[ending]}; charset=utf-8")])
        return [text.encode()]

    return answer


def left_to_us(made: Iterable[Download], plugins: Container[str]) -> Iterator[Download]:
    """Leave out the index where another plugin makes one."""
    return (file for file in made if file.address != INDEX or "llmstxt" not in plugins)
