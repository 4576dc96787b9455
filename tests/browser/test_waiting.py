"""No test of a page reads what the page may not have done yet, and none waits for a time instead of a state."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

TESTS = Path(__file__).parents[1]
FILES = [
    file
    for room in ("browser", "diagrams")
    for file in sorted((TESTS / room).rglob("*.py"))
    if "playwright" in file.read_text(encoding="utf-8") and file != Path(__file__)
]
ACTIONS = {
    "check",
    "click",
    "emulate_media",
    "fill",
    "focus",
    "go_back",
    "go_forward",
    "hover",
    "press",
    "press_sequentially",
    "reload",
    "resize",
    "select_option",
    "set_viewport_size",
    "type",
    "uncheck",
}
"""What a page may answer in a timer, with a frame, or after it has asked the server."""
READS = {
    "all_inner_texts",
    "all_text_contents",
    "aria_snapshot",
    "bounding_box",
    "count",
    "evaluate",
    "evaluate_all",
    "get_attribute",
    "inner_html",
    "inner_text",
    "input_value",
    "is_checked",
    "is_disabled",
    "is_hidden",
    "is_visible",
    "text_content",
    "url",
}
"""What Playwright tells at once, as it is at that moment."""
WAITS = {
    "darken",
    "expect",
    "goto",
    "look",
    "looks",
    "open",
    "until",
    "violations",
    "visit",
    "visit_instantly",
    "wait_for",
    "wait_for_selector",
    "wait_for_url",
    "PAINTED",
}
"""What goes on only when something is so: Playwright's own, those of `Window`, and a frame that is painted."""
Event = tuple[Literal["action", "read", "wait"], int]
"""What is done to a page, and in which line."""
Functions = dict[str, ast.FunctionDef]


def events(node: ast.AST, functions: Functions) -> Iterator[Event]:
    """What is done to a page in the order of the text, by functions of the same file as well."""
    parts = [
        part for part in ast.walk(node) if isinstance(part, ast.Call | ast.Attribute | ast.Name | ast.With)
    ]
    for part in sorted(parts, key=_end):
        name = _name(part)
        if name in functions:
            others = {other: found for other, found in functions.items() if other != name}
            yield from ((kind, part.lineno) for kind, _ in events(functions[name], others))
        elif name in WAITS or name.startswith("expect_"):
            yield "wait", part.lineno
        elif name in ACTIONS:
            yield "action", part.lineno
        elif name in READS:
            yield "read", part.lineno


def _end(part: ast.AST) -> tuple[int, int, bool]:
    """Where a part of a text ends; a block ends after what it holds."""
    return getattr(part, "end_lineno", 0), getattr(part, "end_col_offset", 0), isinstance(part, ast.With)


def _name(part: ast.AST) -> str:
    """The name of what is called, or of what a `with` block ends with; of other names those that tell something."""
    match part:
        case ast.Call(func=ast.Attribute(attr=name) | ast.Name(id=name)):
            return name
        case ast.With(items=[ast.withitem(context_expr=ast.Call(func=ast.Attribute(attr=name))), *_]):
            return name if name.startswith("expect_") else ""
        case ast.Attribute(value=ast.Name(id="page"), attr="url"):
            return "url"
        case ast.Name(id="PAINTED"):
            return "PAINTED"
    return ""


def hasty(text: str) -> list[int]:
    """The lines of a file in which a function reads a page after an action, and has waited for nothing."""
    module = ast.parse(text)
    functions = {node.name: node for node in module.body if isinstance(node, ast.FunctionDef)}
    found = []
    for function in functions.values():
        acted = False
        for kind, line in events(function, functions):
            if kind == "read" and acted:
                found.append(line)
            acted = kind == "action" or (acted and kind == "read")
    return sorted(set(found))


def _where(file: Path) -> str:
    return file.relative_to(TESTS).as_posix()


@pytest.mark.parametrize("file", FILES, ids=_where)
def test_a_page_is_read_after_it_has_answered(file: Path) -> None:
    assert hasty(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", FILES, ids=_where)
def test_nobody_waits_for_a_time(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    called = [_name(node) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]

    assert [name for name in called if name in {"sleep", "wait_for_timeout"}] == []
    assert "wait_for_function" not in called  # a strict policy refuses it from its second look on: `until`
    assert "setTimeout" not in text


@pytest.mark.parametrize("file", FILES, ids=_where)
def test_keys_are_pressed_when_a_page_has_done_what_comes_with_a_frame(file: Path) -> None:
    """A key for what has the focus, whatever that is: `page_signs.press` waits, and a locator waits for its element."""
    assert "keyboard." not in file.read_text(encoding="utf-8")


HASTY = """
def shown(page):
    return page.locator("tr").all_inner_texts()

def press(page):
    page.get_by_role("button").click()

def test_one(page):
    press(page)
    assert shown(page) == []
    expect(page.locator("tr")).to_have_count(0)
    assert shown(page) == []

def test_two(page):
    with page.expect_download():
        page.locator("a").click()
    assert page.url == ""
    page.keyboard.press("Tab")
    page.evaluate(PAINTED)
    assert page.locator("tr").count() == 1
    page.reload()
    assert page.url == ""
"""


def test_haste_is_found_in_functions_and_through_others() -> None:
    assert hasty(HASTY) == [10, 22]
