"""Texts in the drawings of the example's journeys stand out: computed from the fills that meet at each of them."""

import pytest
from page_looks import OPEN, Window
from page_types import KINDS

from page_signs import until

DRAWN = """() => {
  const waiting = [...document.querySelectorAll("[data-jb-diagram]:not(.jb-diagram--drawn)")];
  waiting[0]?.scrollIntoView({behavior: "instant"});
  return waiting.length === 0;
}"""
# A text lies on the shapes before it in its own group; below them lie the page and, in a box of the page, its ground.
CONTRASTS = """() => {
  const parse = text => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return {rgb: [r, g, b], a}; };
  const over = (top, a, under) => top.map((value, i) => value * a + under[i] * (1 - a));
  const light = rgb => rgb.map(v => v / 255).map(v => (v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => { const [low, high] = [light(a), light(b)].sort((p, q) => p - q);
    return (high + .05) / (low + .05); };
  const page = node => { for (; node; node = node.parentElement) {
    const {rgb, a} = parse(getComputedStyle(node).backgroundColor); if (a === 1) return rgb; } return [255, 255, 255]; };
  const shapes = "rect, polygon, circle, ellipse, path";
  const lies = (text, shape) => {
    const inner = text.getBoundingClientRect(), box = shape.getBoundingClientRect();
    const x = (inner.left + inner.right) / 2, y = (inner.top + inner.bottom) / 2;
    return box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  };
  const layers = text => { const found = [];
    for (let node = text; node && node.localName !== "svg"; node = node.parentElement) {
      const style = getComputedStyle(node);
      if (node.namespaceURI.endsWith("xhtml")) found.unshift({...parse(style.backgroundColor), opacity: 1});
      for (let shape = node.previousElementSibling; shape; shape = shape.previousElementSibling)
        if (shape.matches(shapes) && lies(text, shape)) {
          const own = getComputedStyle(shape);
          if (own.fill !== "none") found.unshift({...parse(own.fill), opacity: Number(own.fillOpacity)});
        }
      if (node.matches("g.node, g.cluster, g.edgeLabel")) break;
    }
    return found; };
  const found = [];
  for (const figure of document.querySelectorAll("figure.jb-diagram")) {
    const root = figure.querySelector(".jb-diagram__drawing").shadowRoot;
    for (const text of root.querySelectorAll("div, span, p, text, tspan, li")) {
      const own = [...text.childNodes].filter(node => node.nodeType === 3).map(node => node.data).join("").trim();
      if (!own) continue;
      const style = getComputedStyle(text), svg = text.namespaceURI.endsWith("svg");
      const ink = parse(svg ? style.fill : style.color);
      const ground = layers(text).reduce((under, {rgb, a, opacity}) => over(rgb, a * opacity, under), page(figure));
      found.push([own, ratio(over(ink.rgb, ink.a, ground), ground)]);
    }
  }
  return found;
}"""


@pytest.mark.parametrize("kind", ["journey of two personas", "journey with branches"])
def test_every_text_of_a_drawing_stands_out(window: Window, kind: str) -> None:
    page = window.visit(KINDS[kind])
    page.evaluate(OPEN)
    until(page, DRAWN)
    light = page.evaluate(CONTRASTS)
    window.darken()

    for found in (light, page.evaluate(CONTRASTS)):
        assert len(found) >= 15
        assert [(text, round(ratio, 2)) for text, ratio in found if ratio < 4.5] == []
