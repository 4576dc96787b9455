"""Compile templates to Python that asks less at each value and each call than Jinja's own does.

Half of the time of a build goes into templates, most of it into Jinja's protocols: every text becomes a
`Markup` only to be joined, every call goes through the context, which asks whether a function wants
Jinja's arguments, and every attribute might be a key. None of ours is or does.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from keyword import iskeyword
from typing import Any, cast

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped_text  # type: ignore[attr-defined] # `escape` makes a Markup

_IMPORTS = f"from {__name__} import escaped as escape, short_macro as Macro"
_safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""`Markup` of a text that is escaped already, without looking whether it has HTML of its own."""
_PURE = {"face", "rating", "severity", "badge", "bust"}
"""Macros that depend on nothing but numbers or words; each is run once for each."""
_WORDED = {"_", "label"}
"""Functions that say the same of the same words in one language."""


def escaped(value: object) -> str:
    """Escape what a template shows, as `markupsafe.escape` does, for the text that is joined of it."""
    if type(value) is str:
        return escaped_text(value)
    if type(value) is Markup:
        return value
    return escape(value)


def short_macro(  # noqa: PLR0913, PLR0917 - as compiled templates call jinja2.runtime.Macro
    environment: jinja2.Environment,
    func: Callable[..., str],
    name: str | None,
    arguments: tuple[str, ...],
    catch_kwargs: bool,  # noqa: FBT001
    catch_varargs: bool,  # noqa: FBT001
    caller: bool,  # noqa: FBT001
    default_autoescape: bool | None = None,  # noqa: FBT001
) -> Callable[..., str]:
    """Make a macro of what a template defines, in place of `jinja2.runtime.Macro`.

    That sorts its arguments out anew at each call, and asks what is escaped: here, everything.
    """
    if catch_kwargs or catch_varargs or "caller" in arguments:
        return Macro(
            environment,
            func,
            name or "",
            [*arguments],
            catch_kwargs,
            catch_varargs,
            caller,
            default_autoescape,
        )
    count = len(arguments)

    def called(*given: Any, **named: Any) -> Markup:
        if named:
            given = (*given, *(named.pop(argument, missing) for argument in arguments[len(given) :]))
        elif len(given) < count:
            given = (*given, *(missing,) * (count - len(given)))
        return _safe(func(*given, **named))

    def called_around(*given: Any, caller: Callable[[], Markup], **named: Any) -> Markup:
        given = (*given, *(named.pop(argument, missing) for argument in arguments[len(given) :]))
        return _safe(func(*given, caller, **named))

    return called_around if caller else _remembered(called) if name in _PURE else called


def _remembered(macro: Callable[..., Markup]) -> Callable[..., Markup]:
    made: dict[tuple[Any, ...], Markup] = {}

    def called(*given: Any, **named: Any) -> Markup:
        key = (*given, *named.items())
        if key not in made:
            made[key] = macro(*given, **named)
        return made[key]

    return called


class _Generator(CodeGenerator):
    """Writes calls as calls; Jinja's `CodeGenerator.visit_Call` writes `context.call(…)` for each."""

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's
        """Write a call, unless it unpacks its arguments."""
        if node.dyn_args is not None or node.dyn_kwargs is not None:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for argument in (*node.args, *node.kwargs):
            self.visit(argument, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")


class _OwnGenerator(_Generator):
    """Writes what the package's own templates mean; those of a site may mean anything that Jinja knows."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute; Jinja's `CodeGenerator.visit_Getattr` looks for a key as well."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_CondExpr(self, node: nodes.CondExpr, frame: Frame) -> None:  # noqa: N802
        """Write an empty text for what is not shown; Jinja's makes an object that knows why."""
        shown = (
            node
            if node.expr2 is not None
            else nodes.CondExpr(node.test, node.expr1, nodes.Const(""), lineno=node.lineno)
        )
        super().visit_CondExpr(shown, frame)


class _Folding(NodeTransformer):
    """Puts words of the language in place of calls for them, and functions in place of look-ups by name."""

    def __init__(self, shared: Mapping[str, Any]) -> None:
        self._shared = shared
        self.names: set[str] = set()
        """The names of the functions that the template calls."""

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Say once what says the same each time."""
        called = node.node
        plain = not (node.kwargs or node.dyn_args or node.dyn_kwargs)
        if isinstance(called, nodes.Name) and called.name in _WORDED & self._shared.keys() and plain:
            words = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
            if len(words) == len(node.args):
                return nodes.Const(self._shared[called.name](*words), lineno=node.lineno)
        return self.generic_visit(node)

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        """Take the function, which no page has another of."""
        if node.ctx != "load" or node.name not in self._shared:
            return node
        self.names.add(node.name)
        # as jinja2.parser.Parser.free_identifier makes one
        name = object.__new__(nodes.InternalName)
        nodes.Node.__init__(name, f"shared_{node.name}", lineno=node.lineno)
        return name


class Environment(jinja2.Environment):
    """Jinja's environment with autoescape on, for templates whose functions take no arguments of Jinja's."""

    code_generator_class: type[CodeGenerator] = _Generator

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.functions: Mapping[str, Any] = {}
        """What the package's own templates call by its name, and no page has another of."""

    def take_for_own(self) -> None:
        """Compile all templates as the package's own, which call by its name what is there by now."""
        self.code_generator_class = _OwnGenerator
        self.functions = dict(self.globals)

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's
    ) -> str:
        """Let the code take our names for Jinja's, which its first line has imported."""
        own = {*_names_in(source)}
        folding = _Folding({name: called for name, called in self.functions.items() if name not in own})
        source = cast(nodes.Template, folding.visit(source))
        first, rest = super()._generate(source, name, filename, defer_init).split("\n", 1)
        shared = (f"shared_{name} = environment.globals[{name!r}]" for name in sorted(folding.names))
        return "\n".join((first, _IMPORTS, *shared, rest))


def _names_in(source: nodes.Template) -> Iterator[str]:
    """Yield the names that a template gives to things of its own."""
    yield from (name.name for name in source.find_all(nodes.Name) if name.ctx != "load")
    yield from (macro.name for macro in source.find_all(nodes.Macro))
    yield from (imported.target for imported in source.find_all(nodes.Import))
