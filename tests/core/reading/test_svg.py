"""SVG of authors: what draws stays, what runs, moves or asks for something goes, whatever hides it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from journeybook.cleaning import NotDrawable, clean_svg

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
DRAWS = (
    "<title>Regal &amp; Kasse</title><g class='a' transform='scale(2)'><path d='M0 0'/></g>",
    "<style>.a{fill:url(#b)} @media print {.a{fill:red}}</style>",
    "<defs><linearGradient id='b'><stop offset='1' stop-color='red'/></linearGradient></defs>",
    "<use href='#b'/><use xlink:href='#b'/><rect fill=\"url('#b')\" aria-label='ein@beispiel'/>",
    "<image href='data:image/png;base64,iVBORw0KGgo='/>",
    "<!-- Regal --><text xml:space='preserve'> a </text>",
)
ACTS = (
    ("<script>alert(1)</script>", "<script>"),
    ("<g onload='alert(1)'/>", "onload"),
    ("<a xlink:href='javascript:alert(1)'><circle/></a>", "href"),
    ("<set attributeName='href' to='javascript:alert(1)'/>", "<set>"),
    ("<animate attributeName='href' values='javascript:alert(1)'/>", "<animate>"),
    ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "<foreignObject>"),
    ("<use href='other.svg#a'/>", "href"),
    ("<use xlink:href='data:image/svg+xml,x#a'/>", "href"),
    ("<image href='http://x.example/a.png'/>", "href"),
    ("<image href='data:image/svg+xml;base64,AAAA'/>", "href"),
    ("<feImage href='//x.example/a.png'/>", "<feImage>"),
    ("<rect style='fill:url(http://x.example/a)'/>", "style"),
    ("<rect fill='URL(//x.example/a#b)'/>", "fill"),
    ("<rect style='background:u\\72l(//x.example)'/>", "style"),
    ("<style>@import '//x.example/a.css';</style>", "<style>"),
    ("<style>@font-face{src:url(//x.example/a)}</style>", "<style>"),
    ("<style>a{background:image-set('//x.example/a' 1x)}</style>", "<style>"),
    ("<style>a{}<script>alert(1)</script></style>", "<script>"),
    ("<g xml:base='http://x.example/'/>", "base"),
    ("<?xml-stylesheet href='//x.example/a.css'?>", "<?xml-stylesheet?>"),
)
NOT_DRAWABLE = (
    (b"", "its XML breaks off in line 1, column 1"),
    (b"<svg", "its XML breaks off in line 1, column 1"),
    (b"<html/>", "it is XML, but no SVG"),
    (b"<svg>\xe4</svg>", "it is not stored as UTF-8"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "it declares entities of its own; save it as plain SVG"),
    (b"<svg>" + b"<g>" * 200 + b"</g>" * 200 + b"</svg>", "it is nested deeper than 200 levels"),
)


@pytest.mark.parametrize("inner", DRAWS)
def test_what_draws_is_published_byte_by_byte(inner: str) -> None:
    raw = SVG.format(inner).encode()
    assert clean_svg(raw) == (raw, ())


@pytest.mark.parametrize(("inner", "dropped"), ACTS)
def test_what_acts_is_left_out_and_named(inner: str, dropped: str) -> None:
    cleaned, names = clean_svg(SVG.format(f"{inner}<circle/>").encode())
    assert names == (dropped,)
    assert cleaned.endswith(b"<circle></circle></svg>")
    assert [word for word in (b"alert", b"example", b"javascript", b"svg+xml") if word in cleaned] == []
    assert clean_svg(cleaned) == (cleaned, ())


@pytest.mark.parametrize(("raw", "why"), NOT_DRAWABLE)
def test_what_is_no_picture_is_refused(raw: bytes, why: str) -> None:
    with pytest.raises(NotDrawable) as caught:
        clean_svg(raw)
    assert str(caught.value) == why


def test_what_a_program_noted_for_itself_goes_without_a_word() -> None:
    noted = (
        '<?xml version="1.0" encoding="us-ascii"?><!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.example" s:zoom="2" data-name="a">'
        "<metadata><x/></metadata><s:view/></svg>"
    )
    cleaned, names = clean_svg(noted.encode())
    assert names == ()
    assert cleaned == SVG.format("").encode()


MARKUP = some.sampled_from(
    (
        "<g>",
        "</g>",
        "<a href='x'>",
        "</a>",
        "<style>",
        "</style>",
        "<script>",
        "</script>",
        "url(",
        "@import",
        "&lt;",
        "]]>",
        "x",
    )
)


@given(some.lists(MARKUP, max_size=12).map("".join))
def test_cleaning_twice_changes_nothing_more(inner: str) -> None:
    try:
        cleaned, _ = clean_svg(SVG.format(inner).encode())
    except NotDrawable:
        return
    assert clean_svg(cleaned) == (cleaned, ())
