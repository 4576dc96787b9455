"""What our templates are compiled to says the same as what Jinja's own code says."""

from datetime import date
from pathlib import Path
from typing import Any

import jinja2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from journeybook import project
from journeybook.language import language
from journeybook.pages import Renderer, Site, site_pages
from journeybook.pages.frame.compiling import Environment, escaped

ROOT = Path(__file__).parents[3]

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
OWN = {
    "words": '<p title="{{ _("Who & what") }}">{{ label("kind", "a") }}{{ _("Of %(name)s", name=value) }}{{ _(value) }}</p>',
    "a word for both": '{% macro named(label) %}{{ label }}{% endmacro %}{{ named("x") }}{{ label("kind", "b") }}',
    "what is not shown": '<p{{ " hidden" if values|length > 5 }}>{{ ("x" if not value)|length }}</p>',
    "attributes": "{{ safe.striptags() }}{% for item in values %}{{ item.upper() }}{{ ', ' if not loop.last }}{% endfor %}",
    "an attribute that may be missing": '{{ "no" if value|attr("nothing") is not defined }}',
    "included": '{% set size = 2 %}{% for item in values %}{% include "item" %}{% endfor %}',
}
PARTS = {"item": "[{{ size }}{{ item }}{{ label('kind', 'a') }}]"}
OPTIONS: dict[str, Any] = {"autoescape": True, "undefined": jinja2.StrictUndefined}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_says_what_it_says_in_jinja(name: str) -> None:
    ours = Environment(**OPTIONS).from_string(TEMPLATES[name]).render(CONTEXT)

    assert ours == jinja2.Environment(**OPTIONS).from_string(TEMPLATES[name]).render(CONTEXT)


@pytest.mark.parametrize("name", OWN)
def test_a_template_of_the_package_says_what_it_says_in_jinja(name: str) -> None:
    texts = []
    for environment in (Environment(**OPTIONS), jinja2.Environment(**OPTIONS)):
        environment.loader = jinja2.DictLoader({**OWN, **PARTS})
        environment.globals.update(
            _=lambda text, **values: f"«{text}»" % values if values else f"«{text}»",
            label=lambda kind, word: f"{kind}<{word}>",
        )
        if isinstance(environment, Environment):
            environment.take_for_own()
        texts.append(environment.get_template(name).render(CONTEXT))

    assert texts[0] == texts[1]


@pytest.mark.parametrize(("folder", "tongue"), [("journeys", "de"), ("examples/library/journeys", "en")])
def test_each_page_is_what_it_is_where_a_site_may_have_templates_of_its_own(
    tmp_path: Path, folder: str, tongue: str
) -> None:
    handbook = project.read(ROOT / folder, "journeys")
    site = Site(catalogue=handbook.catalogue, language=language(tongue), today=date(2026, 11, 28))
    own, any_templates = Renderer(site.language), Renderer(site.language, overrides=[tmp_path])

    for page in site_pages(site):
        shown = page.context()
        assert own.render(page, shown, day=site.today) == any_templates.render(page, shown, day=site.today)


@pytest.mark.parametrize(
    "wrong", ["{{ missing }}", "{{ missing() }}", "{{ value.nothing }}", "{{ value.nothing() }}"]
)
def test_a_name_that_is_missing_is_an_error_of_the_template(wrong: str) -> None:
    with pytest.raises(jinja2.UndefinedError):
        Environment(**OPTIONS).from_string(wrong).render(CONTEXT)


@given(st.one_of(st.text(), st.text().map(Markup), st.integers(), st.none()))
def test_what_is_shown_is_escaped_as_by_markupsafe(value: object) -> None:
    assert escaped(value) == str(escape(value))
