/* The sheet of all rows of a map with many steps: a column for each stage instead of one for each step, so that what
   is empty takes no room. Each text has the number of its step before it; the curve and the cards are on the overview. */
(function () {
  "use strict";

  const BASE = 3; // steps that each stage counts for besides its own, so that the short ones have room for words
  const ABOVE = ".jb-trust, .jb-curve, .jb-slips, .jb-group__head"; // what the overview tells, or nobody needs

  function made(name, kind, ...parts) {
    const element = document.createElement(name);
    if (kind) element.className = kind;
    element.append(...parts);
    return element;
  }

  /* What a step has in a row, in one run, behind its number. */
  function entry(number, cell) {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".jb-hidden, img").forEach((part) => part.remove());
    const parts = Array.from(copy.querySelectorAll("p, li, q, .jb-chip, .jb-bar__names > a"))
      .filter((part) => part.textContent.trim());
    if (!parts.length) return null;
    const texts = parts.map((part) => made(part.localName === "q" ? "q" : "span", "", ...part.childNodes));
    return made("div", "jb-digest__entry", made("b", "", String(number)), ...texts);
  }

  /* The cells of a row, which has one for each step, put together by stage; of a row of whole stages as they are. */
  function gathered(row, sizes) {
    const cells = Array.from(row.cells).slice(1);
    if (row.matches(".jb-lane--whole")) {
      return cells.map((cell) => made("td", "is-first", ...[entry("↔", cell)].filter(Boolean)));
    }
    let first = 0;
    return sizes.map(function (size) {
      const entries = cells.slice(first, first + size).map((cell, at) => entry(first + at + 1, cell));
      first += size;
      return made("td", "is-first", ...entries.filter(Boolean));
    });
  }

  /* The titles of all steps, with what their heads tell while a stage is read. */
  function titles(map, sizes) {
    const heads = Array.from(map.querySelectorAll(".jb-map__step"));
    const details = Array.from(map.querySelectorAll(".jb-map__details > td")).slice(1);
    let first = 0;
    return sizes.map(function (size) {
      const lines = heads.slice(first, first + size).map(function (head, at) {
        const link = head.querySelector("[data-jb-step]").cloneNode(true);
        const told = details[first + at] ? entry("", details[first + at]) : null;
        return made("div", "jb-digest__step", link, ...(told ? Array.from(told.children).slice(1) : []));
      });
      first += size;
      return made("td", "is-first", ...lines);
    });
  }

  function rowOf(row, cells) {
    const name = row.querySelector(".jb-map__name").cloneNode(true), whole = row.cloneNode(false);
    name.querySelectorAll(".jb-bars__channels").forEach((list) => list.remove());
    name.querySelectorAll(".jb-hidden").forEach((label) => label.classList.remove("jb-hidden"));
    whole.append(name, ...cells);
    return whole;
  }

  /* Turn a copy of a map into such a sheet. */
  window.journeybook.asDigest = function (map) {
    const table = map.querySelector("table"), stages = Array.from(map.querySelectorAll("th.jb-map__stage"));
    const sizes = stages.map((stage) => stage.colSpan);
    const all = sizes.reduce((sum, size) => sum + size + BASE, 0);
    const steps = rowOf(map.querySelector(".jb-map__steps"), titles(map, sizes));
    const rows = Array.from(map.querySelectorAll("tbody > tr:has(> .jb-map__name)"))
      .filter((row) => !row.matches(ABOVE))
      .map((row) => rowOf(row, gathered(row, sizes)))
      .filter((row) => Array.from(row.cells).slice(1).some((cell) => cell.textContent.trim()));
    stages.forEach((stage) => { stage.colSpan = 1; });
    map.querySelectorAll("[data-jb-stages]").forEach((phase) => { phase.colSpan = phase.dataset.jbStages; });
    map.querySelectorAll("colgroup, .jb-map__steps, tbody").forEach((part) => part.remove());
    const columns = sizes.map(function (size) {
      const column = made("col", "");
      column.style.width = `calc((100% - var(--jb-names)) * ${((size + BASE) / all).toFixed(4)})`;
      return column;
    });
    table.prepend(made("colgroup", "", made("col", "jb-map__names"), ...columns));
    table.append(made("tbody", "", steps, ...rows));
    map.classList.remove("jb-map--many");
    return map;
  };
})();
