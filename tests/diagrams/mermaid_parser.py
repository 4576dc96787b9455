"""The vendored Mermaid library inside QuickJS: source in, what its parser understood out."""

import html
import json
import re
from pathlib import Path
from typing import Any

import quickjs

# What the library touches as it loads. A document of node type 9 whose implementation lacks
# createHTMLDocument makes DOMPurify load and hand text through unchanged.
_SHIM = r"""
globalThis.window = globalThis; globalThis.self = globalThis;
globalThis.structuredClone = globalThis.structuredClone || (o => JSON.parse(JSON.stringify(o)));
for (const n of ["setTimeout", "setInterval", "requestAnimationFrame"]) globalThis[n] = () => 0;
for (const n of ["clearTimeout", "clearInterval", "addEventListener", "removeEventListener"]) globalThis[n] = () => {};
globalThis.performance = {now: () => 0};
globalThis.console = {log() {}, warn() {}, error() {}, info() {}, debug() {}, trace() {}};
globalThis.navigator = {userAgent: "qjs", platform: "", language: "en"};
globalThis.location = {href: "about:blank", protocol: "", host: "", pathname: "", search: ""};
globalThis.Element = class {}; globalThis.Node = class {}; globalThis.NodeFilter = {};
globalThis.DOMParser = class {};
globalThis.document = {
  nodeType: 9, currentScript: null, implementation: {},
  createElement() { return {style: {}, setAttribute() {}, appendChild() {}, content: {}} },
  addEventListener() {}, querySelector() { return null }, querySelectorAll() { return [] },
  getElementById() { return null }, documentElement: {style: {}}, body: {}, head: {},
};
globalThis.TextEncoder = class {
  encode(s) { return Uint8Array.from(unescape(encodeURIComponent(s)), c => c.charCodeAt(0)) }
};
globalThis.TextDecoder = class {
  decode(a) { return decodeURIComponent(escape(String.fromCharCode(...(a || [])))) }
};
globalThis.URL = class { constructor(u) { this.href = u } }; globalThis.AbortController = class {};
"""
_DRIVER = r"""
mermaid.initialize({startOnLoad: false, securityLevel: "strict"});
const common = db => ({accTitle: db.getAccTitle(), accDescr: db.getAccDescription()});
const dumps = {
  journey: db => ({
    ...common(db), title: db.getDiagramTitle(), sections: db.getSections(),
    tasks: db.getTasks().map(t => [t.section, t.task, t.score, t.people]),
  }),
  "flowchart-v2": db => ({
    ...common(db),
    nodes: [...db.getVertices().values()].map(v => [v.id, v.text, v.type ?? null, v.classes]),
    edges: db.getEdges().map(e => [e.start, e.end, e.text, e.stroke]),
    groups: db.getSubGraphs().map(g => [g.title, [...g.nodes].sort()]),
  }),
};
globalThis.answer = "";
globalThis.ask = source => {
  answer = "";
  mermaid.mermaidAPI.getDiagramFromText(source).then(
    d => { answer = JSON.stringify(dumps[d.type](d.db)) },
    e => { answer = JSON.stringify({error: String(e && e.message || e)}) },
  );
};
"""
_PLACEHOLDER = re.compile("ﬂ°(°?)(\\w+)¶ß")


class Parser:
    """The library, loaded once."""

    def __init__(self, library: Path) -> None:
        self._context = quickjs.Context()
        self._context.set_memory_limit(1 << 30)
        self._context.set_max_stack_size(8 << 20)
        for script in (_SHIM, library.read_text(encoding="utf-8"), _DRIVER):
            self._context.eval(script)
        self._ask = self._context.get("ask")

    def parse(self, source: str) -> dict[str, Any]:
        """Return what the diagram holds, texts as a reader sees them; a parse error is a ValueError."""
        self._ask(source)
        while self._context.execute_pending_job():
            pass
        answer: dict[str, Any] = json.loads(self._context.eval("answer") or '{"error": "no answer"}')
        if "error" in answer:
            raise ValueError(answer["error"])
        shown: dict[str, Any] = _decoded(answer)
        return shown


def _decoded(value: Any) -> Any:
    if isinstance(value, str):
        return _decoded_text(value)
    if isinstance(value, list):
        return [_decoded(item) for item in value]
    return {key: _decoded(item) for key, item in value.items()} if isinstance(value, dict) else value


def _decoded_text(text: str) -> str:
    """Return the text after what Mermaid does to a finished drawing: its placeholders become HTML entities."""
    return html.unescape(
        _PLACEHOLDER.sub(lambda m: f"&{'#' if m[1] else ''}{m[2]};", text.replace("&", "&amp;"))
    )
