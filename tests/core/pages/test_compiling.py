"""What our templates are compiled to says the same as what Jinja's own code says."""

from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from journeybook.pages.frame.compiling import Environment, escaped

TEMPLATES = {
    "defaults": '{% macro greet(name, sign="!") %}<b>{{ name }}</b>{{ sign }}{% endmacro %}'
    '{{ greet("A&B") }}{{ greet("C", "?") }}{{ greet(name="D") }}{{ greet("E", sign="<") }}',
    "blocks": "{% macro box(title) %}<p>{{ title }}: {{ caller() }}</p>{% endmacro %}"
    '{% call box("1 < 2") %}{{ value }}{% endcall %}',
    "arguments of a block": "{% macro each(items) %}{% for item in items %}{{ caller(item) }}{% endfor %}{% endmacro %}"
    "{% call(item) each(values) %}[{{ item }}]{% endcall %}",
    "collected": "{% macro all() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ all(1, 2, a=3) }}{{ all(*values) }}",
    "filters": "{{ values|join(', ') }}{{ value|upper }}{{ value|e }}{{ value|safe }}{{ values|map('upper')|list }}",
    "joined": '{{ "<" ~ value ~ ">" }}{{ safe ~ value }}{% set text %}<i>{{ value }}</i>{% endset %}{{ text }}',
    "numbers": "{{ 1 }}{{ 1.5 }}{{ none }}{{ true }}{{ values|length }}",
    "recursion": "{% macro down(n) %}{{ n }}{% if n %}{{ down(n - 1) }}{% endif %}{% endmacro %}{{ down(3) }}",
    "loops": "{% for item in values recursive %}{{ loop.index }}{{ loop.cycle('a', 'b') }}{{ item }}{% endfor %}",
    "same name": "{% macro face(n) %}<i>{{ n }}</i>{% endmacro %}{{ face(1) }}{{ face(2) }}{{ face(1) }}",
}
CONTEXT = {"value": "<a href='x'>\"&", "values": ["<p>", "ß & ü"], "safe": Markup("<hr>")}
OPTIONS: dict[str, Any] = {"autoescape": True, "undefined": jinja2.StrictUndefined}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_says_what_it_says_in_jinja(name: str) -> None:
    ours = Environment(**OPTIONS).from_string(TEMPLATES[name]).render(CONTEXT)

    assert ours == jinja2.Environment(**OPTIONS).from_string(TEMPLATES[name]).render(CONTEXT)


@pytest.mark.parametrize(
    "wrong", ["{{ missing }}", "{{ missing() }}", "{{ value.nothing }}", "{{ value.nothing() }}"]
)
def test_a_name_that_is_missing_is_an_error_of_the_template(wrong: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        Environment(**OPTIONS).from_string(wrong).render(CONTEXT)


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none()))
def test_what_is_shown_is_escaped_as_by_markupsafe(value: object) -> None:
    assert escaped(value) == str(escape(value))
