"""What a reader's eye measures of a map: scripts that tests evaluate in its page."""

FITS = """width => {
  if (innerWidth !== width || document.documentElement.scrollWidth > width) return false;
  const map = document.querySelector(".jb-map"), box = map.getBoundingClientRect();
  const outside = cell => {
    const {left, right} = cell.getBoundingClientRect();
    return left < box.left - 1 || right > box.right + 1;
  };
  return !map.checkVisibility() || ![...map.querySelectorAll("th, td")].some(cell => cell.offsetWidth && outside(cell));
}"""
"""Whether nothing scrolls sideways at a width, and no cell lies beside the map, which would cut it off."""

STICKY = """() => {
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom;
  const head = document.querySelector(".jb-map thead"), heads = head.getBoundingClientRect();
  const at = document.elementFromPoint(innerWidth / 2, heads.top + 3), above = parseFloat(getComputedStyle(head).top);
  return document.querySelector(".jb-map").getBoundingClientRect().top < header - 30 && head.contains(at)
    && Math.abs(heads.top - above) <= 1 && above >= header - 1 && {share: heads.height / innerHeight};
}"""
"""What share of the window the heads take, once the page is scrolled and they stand below Material's header."""

COLUMNS = """() => [...document.querySelectorAll(".jb-map__step")].map(
  step => [step.classList.contains("is-open"), step.getBoundingClientRect().width])"""
"""Whether each column belongs to the stage that is read, and how wide it is."""

LINES = """selector => {
  const found = [], range = document.createRange();
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility()) continue;
    const lines = new Map(), walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) for (let at = 0; at < node.data.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const {width, bottom} = range.getBoundingClientRect();
      if (width) lines.set(Math.round(bottom / 5), (lines.get(Math.round(bottom / 5)) ?? 0) + 1);
    }
    found.push(...[...lines.values()].slice(0, Math.max(1, lines.size - 1)));
  }
  return found;
}"""
"""How many characters stand in each line of some texts; the last line of several is as long as it happens to be."""

BROKEN = """selector => [...document.querySelectorAll(selector)].filter(e => e.checkVisibility()).flatMap(element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
  const box = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  for (let node; (node = walker.nextNode());) for (const {index} of node.data.matchAll(/\\p{L}(?=\\p{L})/gu)) {
    const one = box(node, index), other = box(node, index + 1);
    if (one.width && other.width && other.top >= one.bottom - 1) found.push(node.data.trim());
  }
  return found;
})"""
"""Texts with a word that goes on in the next line without a hyphen."""

BORDERS = """line => {
  const cells = [...document.querySelectorAll(".jb-cell")], ends = cell => {
    const path = cell.querySelectorAll(".jb-cell__lines > g")[line].querySelector(".jb-curve__line");
    return (path?.getAttribute("d") ?? "").split("M").filter(Boolean).map(
      piece => piece.split(/[C ]/).map(Number)).map(numbers => [numbers.slice(0, 2), numbers.slice(-2)]);
  };
  return cells.slice(1).map((cell, at) => [
    ends(cells[at]).map(([, end]) => end).find(([x]) => Math.abs(x - 100) < 0.1)?.[1] ?? null,
    ends(cell).map(([start]) => start).find(([x]) => Math.abs(x) < 0.1)?.[1] ?? null,
  ]);
}"""
"""The heights, in hundredths, at which a line leaves each cell and enters the next; nothing where it does neither."""

TITLES = "list => list.map(e => (e.title || e.textContent).replaceAll('\\u00ad', '').trim())"
"""What some links are called in full."""
