"""Material's search as a browser runs it: its own worker, with an index, outside of a browser."""

import json
import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import quickjs

_MATERIAL = Path(str(find_spec("material").origin)).parent / "templates/assets/javascripts"  # type: ignore[union-attr]
_SETUP, _QUERY = 0, 2
"""The numbers of messages, as Material's worker knows them."""

_BROWSER = """
    var self = globalThis, console = {log() {}, warn() {}, error() {}}, listen = null, answer = null;
    var URL = function () {}, document = {currentScript: null};
    function addEventListener(name, listener) { listen = listener; }
    function postMessage(message) { answer = message; }
    function importScripts() { Array.from(arguments).forEach(name => evaluate(name)); }
"""


def worker_file() -> Path:
    """The file of the worker in Material's package."""
    (found,) = (_MATERIAL / "workers").glob("search.*.min.js")
    return found


class Worker:
    """A worker that has read an index."""

    def __init__(self, script: str, index: Mapping[str, Any]) -> None:
        self._context = quickjs.Context()
        self._context.add_callable("evaluate", self._evaluate)
        self._context.eval(_BROWSER)
        self._context.eval(script)
        self._tell({"type": _SETUP, "data": {**index, "options": {"suggest": True}}})

    def _evaluate(self, name: str) -> None:
        self._context.eval((_MATERIAL / "workers" / name).resolve().read_text(encoding="utf-8"))

    def _tell(self, message: Mapping[str, Any]) -> Any:
        self._context.set("message", json.dumps(message))
        self._context.eval("answer = null; listen({data: JSON.parse(message)})")
        while self._context.execute_pending_job():
            pass
        return json.loads(self._context.eval("JSON.stringify(answer)"))

    def groups(self, words: str) -> list[list[dict[str, Any]]]:
        """The groups of hits, one a page, as the list shows them."""
        found: list[list[dict[str, Any]]] = self._tell({"type": _QUERY, "data": words})["data"]["items"]
        return found

    def best(self, words: str) -> list[str]:
        """The address of the best hit on each page, in the order of the list."""
        return [group[0]["location"] for group in self.groups(words)]


def plain(markup: str) -> str:
    """The text of a hit without its marks."""
    return re.sub("<[^>]*>", "", markup)
