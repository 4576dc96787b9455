"""Compile templates to Python that asks less at each value and each call than Jinja's own does.

Half of the time of a build goes into templates, most of it into Jinja's protocols: every text becomes a
`Markup` only to be joined, and every call goes through the context, which asks whether a function wants
Jinja's arguments. None of ours does.
"""

from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_IMPORTS = f"from {__name__} import ShortMacro as Macro, escaped as escape"
_safe = partial(str.__new__, Markup)
"""`Markup` of a text that is escaped already, without looking whether it has HTML of its own."""
_PURE = {"face", "rating", "severity", "badge", "bust"}


def escaped(value: object) -> str:
    """Escape what a template shows, as `markupsafe.escape` does, for the text that is joined of it."""
    if type(value) is Markup:
        return value
    if type(value) is str:
        text = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
        return text.replace("'", "&#39;").replace('"', "&#34;")
    return escape(value)


class ShortMacro(Macro):
    """A macro that is called with plain values, mostly, which Jinja sorts out anew at each call.

    Macros that depend on nothing but numbers or words are run once for each.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)
        self._made: dict[tuple[Any, ...], Markup] | None = {} if self.name in _PURE else None

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """Run it; what is missing behind the values that are given takes its default."""
        left = self._argument_count - len(args)
        if kwargs or left < 0 or not self._is_plain:
            return super().__call__(*args, **kwargs)
        if self._made is None:
            return _safe(self._func(*args, *(missing,) * left))
        if args not in self._made:
            self._made[args] = _safe(self._func(*args, *(missing,) * left))
        return self._made[args]


class _Generator(CodeGenerator):
    """Writes calls as calls; Jinja's `CodeGenerator.visit_Call` writes `context.call(…)` for each."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's
        """Write a call, unless it hands over a block or unpacks its arguments."""
        if forward_caller or node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")


class Environment(jinja2.Environment):
    """Jinja's environment with autoescape on, for templates whose functions take no arguments of Jinja's."""

    code_generator_class = _Generator

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's
    ) -> str:
        """Let the code take our names for Jinja's, which its first line has imported."""
        first, rest = super()._generate(source, name, filename, defer_init).split("\n", 1)
        return f"{first}\n{_IMPORTS}\n{rest}"
