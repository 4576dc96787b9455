"""What tests find wrong in built pages is found: they would pass over pages that were not read."""

import pytest
from built_pages import BuiltPage


@pytest.mark.parametrize(
    ("html", "faults"),
    [
        ("<p>a<div>b</div></p>", ["1: <div> inside of <p>"]),
        ("<a href=x>1<a>2</a></a>", ["1: <a> inside of itself"]),
        ("<p>\n<i x=1 x='2'>a</i></p>", ["2: <i> has an attribute twice"]),
        ("<svg><path d='M1'/></svg><br>\n</b><i>", ["2: </b> closes no <>", "<i> is not closed"]),
        ("<script>if (a<b) '</p>'</script><!-- <p> --><img alt='a>b'/>", []),
    ],
)
def test_what_is_wrong_in_the_markup_is_found(html: str, faults: list[str]) -> None:
    assert BuiltPage(html).faults == faults


def test_texts_and_values_are_read_as_browsers_read_them() -> None:
    top = BuiltPage("<!doctype html><P CLASS='a b' title=\"&lt;b&gt;\" hidden>1 < 2 &amp;amp; 3<br>4</P>").top

    assert top.one("p.b").attributes == {"class": "a b", "title": "<b>", "hidden": ""}
    assert top.text == "1 < 2 &amp; 34"
