/* How a map is looked at: all of it, or one stage with the width to be read; all personas or one. Both choices
   stand in the address. Where columns are too narrow for titles, their heads become numbers. */
(function () {
  "use strict";

  const ROOM = 5.2; // of a column, in letters' heights of the map's type, for a title that can be read
  const NARROW = 6; // the same of a stage, for a name or a card
  const MOST = 4; // steps that are read at a time
  const PLAIN = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  /* What is read at a time: a stage, or of one with many steps a part after the other. */
  function partsOf(stages) {
    let first = 0;
    return stages.flatMap(function (head) {
      const count = Math.ceil(head.colSpan / MOST), start = first;
      first += head.colSpan;
      return Array.from({ length: count }, (_, at) => ({
        head, name: head.dataset.jbStage, number: at + 1, count, start,
        from: start + Math.floor((at * head.colSpan) / count),
        to: start + Math.floor(((at + 1) * head.colSpan) / count),
      }));
    });
  }

  function open(map, part) {
    const isOpen = (column) => Boolean(part) && column >= part.from && column < part.to;
    map.querySelectorAll("[data-jb-stage]").forEach(function (cell) {
      cell.classList.toggle("is-open", Boolean(part) && cell.dataset.jbStage === part.name);
    });
    map.querySelectorAll("colgroup > col:not(.jb-map__names)").forEach(function (column, at) {
      column.classList.toggle("is-open", isOpen(at));
    });
    const columns = map.querySelectorAll(".jb-map__step").length;
    Array.from(map.querySelector("table").rows).filter((row) => row.cells.length > columns).forEach(function (row) {
      Array.from(row.cells).slice(1).forEach((cell, at) => cell.classList.toggle("is-open", isOpen(at)));
    });
    map.querySelectorAll(".jb-slip:not([data-jb-whole])").forEach(function (card) {
      const place = part && part.start + Number(card.style.getPropertyValue("--jb-at")) - 1;
      card.classList.toggle("is-elsewhere", Boolean(part) && card.closest("td").classList.contains("is-open") && !isOpen(place));
    });
    map.classList.toggle("is-reading", Boolean(part));
    map.classList.toggle("is-part", Boolean(part) && part.count > 1);
    map.style.setProperty("--jb-others", part ? Math.max(1, columns - (part.to - part.from)) : 1);
    window.journeybook.fitStrips(map);
  }

  function addTurns(map, parts, turn) {
    parts.filter((part) => part.count > 1 && part.number === 1).forEach(function ({ head }) {
      const turns = document.createElement("span");
      turns.className = "jb-stage__turns";
      [["‹", -1, map.dataset.jbBefore], ["›", 1, map.dataset.jbAfter]].forEach(function ([sign, way, name]) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "jb-tool";
        button.textContent = sign;
        button.setAttribute("aria-label", name);
        button.addEventListener("click", () => turn(way));
        turns.append(button);
      });
      head.append(turns);
    });
  }

  function startReading(chart, map, views) {
    const stages = Array.from(map.querySelectorAll("th.jb-map__stage")), parts = partsOf(stages);
    let shown = null, last = parts[0];

    function read(part) {
      shown = part || null;
      last = shown || last;
      open(map, shown);
      stages.forEach(function (head) {
        head.querySelector("[data-jb-open]").setAttribute("aria-expanded", String(Boolean(shown) && head === shown.head));
      });
      views.forEach((view) => { view.checked = view.value === (shown ? "reading" : ""); });
      window.journeybook.setParameter("stage", shown && shown.name);
      window.journeybook.setParameter("part", shown && shown.number > 1 ? shown.number : "");
    }

    function walk(way) {
      const next = parts[parts.indexOf(shown) + way];
      if (!next) return;
      const isWithin = next.head === shown.head;
      read(next);
      if (!isWithin) next.head.querySelector("[data-jb-open]").focus({ preventScroll: true });
    }

    stages.forEach((stage) => stage.querySelector("[data-jb-open]").setAttribute("aria-expanded", "false"));
    addTurns(map, parts, walk);
    views.forEach((view) => view.addEventListener("change", () => read(view.value ? last : null)));
    map.addEventListener("click", function (event) {
      const link = event.target.closest("[data-jb-open]");
      if (!link || !PLAIN(event) || (shown && link.dataset.jbOpen === shown.name)) return; // leads to the stage's page
      event.preventDefault();
      event.stopPropagation(); // else the theme's instant navigation would follow the link as well
      read(parts.find((part) => part.name === link.dataset.jbOpen));
    });
    chart.addEventListener("keydown", function (event) {
      if (event.target.matches("input, select, textarea") || event.target.closest("dialog")) return;
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (shown && way && PLAIN({ ...modifiers(event), button: 0 })) {
        event.preventDefault();
        walk(getComputedStyle(map).direction === "rtl" ? -way : way);
      } else if (shown && event.key === "Escape" && !chart.classList.contains("is-presented")) read(null);
    });
    const asked = new URL(window.location.href).searchParams, number = Number(asked.get("part")) || 1;
    const wanted = parts.filter((part) => part.name === asked.get("stage"));
    if (wanted.length) read(wanted.find((part) => part.number === number) || wanted[0]);
  }

  function modifiers({ ctrlKey, metaKey, shiftKey, altKey }) {
    return { ctrlKey, metaKey, shiftKey, altKey };
  }

  function startPersonas(chart, choices) {
    function update() {
      const chosen = choices.find((choice) => choice.checked).value;
      chart.querySelectorAll("[data-jb-of]").forEach(function (part) {
        part.classList.toggle("is-dimmed", Boolean(chosen) && !part.dataset.jbOf.split(" ").includes(chosen));
      });
      window.journeybook.setParameter("persona", chosen);
    }
    const wanted = new URL(window.location.href).searchParams.get("persona");
    const known = choices.find((choice) => choice.value === wanted);
    if (known) {
      known.checked = true;
      update();
    }
    choices.forEach((choice) => choice.addEventListener("change", update));
  }

  function startRoom(map) {
    const table = map.querySelector("table"), columns = map.querySelectorAll(".jb-map__step").length;
    const names = map.querySelector(".jb-map__corner");
    function update() {
      if (map.classList.contains("is-reading")) window.journeybook.fitStrips(map);
      const isDense = (map.clientWidth - names.offsetWidth) / columns < ROOM * parseFloat(getComputedStyle(table).fontSize);
      if (!map.clientWidth || map.classList.contains("is-reading")) return;
      map.classList.toggle("is-dense", isDense);
      map.querySelectorAll(".jb-map__stage, .jb-slips > td").forEach(function (cell) {
        const width = (cell.querySelector(".jb-slip") || cell).offsetWidth;
        cell.classList.toggle("is-narrow", width < NARROW * parseFloat(getComputedStyle(table).fontSize));
      });
    }
    new ResizeObserver(update).observe(map);
    update();
  }

  /* A link leads to its place once the map has its height; to a step, where a narrow window has the list and no map,
     to its place there. */
  function showPlace(chart) {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const item = id && chart.querySelector(`[data-jb-at="${CSS.escape(id)}"]`);
    const place = item && item.offsetParent ? item : document.getElementById(id);
    if (place) place.scrollIntoView();
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-view-ready])").forEach(function (chart) {
      chart.dataset.jbViewReady = "yes";
      const map = chart.querySelector(".jb-map");
      startRoom(map);
      startReading(chart, map, Array.from(chart.querySelectorAll("[name=jb-view]")));
      const choices = Array.from(chart.querySelectorAll("[name=jb-persona]"));
      if (choices.length) startPersonas(chart, choices);
      showPlace(chart);
    });
  });
})();
