"""Templates are read as easily as code, and their layout does not reach the pages."""

import jinja2
import pytest

from journeybook.pages.frame.line_breaks import LineBreaks


@pytest.mark.parametrize(
    ("template", "html"),
    [
        ("<ul>\n  <li>\n    {{ x }}\n  </li>\n</ul>\n", "<ul><li>1</li></ul>"),
        ("{% if x %}\n  <b>a</b>\n  <i>b</i>\n{% endif %}\n", "<b>a</b><i>b</i>"),
        ("<b>a</b> <i>b</i>{% if x %} c{% endif %}", "<b>a</b> <i>b</i> c"),
        ('<a\n  href="{{ x }}"\n  {%- if x %} id="i"{% endif %}\n  >a</a>', '<a href="1" id="i">a</a>'),
        ("<p>one\n  two</p>", "<p>one\n  two</p>"),
        (
            "<pre><code>---\n{{ x }}\n  <b>b</b>\n</code></pre>\n<p>\n",
            "<pre><code>---\n1\n  <b>b</b>\n</code></pre><p>",
        ),
        ("{# what it is given #}\n<p>{{ x }}\n{{ x }}</p>", "<p>11</p>"),
    ],
    ids=["elements", "blocks", "blanks", "attributes", "words", "pre", "values"],
)
def test_a_line_break_beside_a_tag_is_layout(template: str, html: str) -> None:
    assert (
        jinja2.Environment(extensions=[LineBreaks], autoescape=True).from_string(template).render(x=1) == html
    )
