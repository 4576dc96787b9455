/* How a map is looked at: all of it, or one stage with the width to be read; all personas or one. Both choices
   stand in the address. Where columns are too narrow for titles, their heads become numbers. */
(function () {
  "use strict";

  const ROOM = 5.2; // of a column, in letters' heights of the map's type, for a title that can be read
  const NARROW = 6; // the same of a stage, for a name or a card
  const PLAIN = (event) => event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  function startReading(chart, map, views) {
    const stages = Array.from(map.querySelectorAll("th.jb-map__stage"));
    const names = stages.map((stage) => stage.dataset.jbStage);
    const columns = stages.reduce((sum, stage) => sum + stage.colSpan, 0);
    let open = "", last = names[0];

    function read(name) {
      open = names.includes(name) ? name : "";
      last = open || last;
      map.classList.toggle("is-reading", Boolean(open));
      map.querySelectorAll("[data-jb-stage]").forEach(function (part) {
        part.classList.toggle("is-open", part.dataset.jbStage === open);
      });
      stages.forEach(function (stage) {
        const link = stage.querySelector("[data-jb-open]"), isOpen = stage.dataset.jbStage === open;
        link.setAttribute("aria-expanded", String(isOpen));
        if (isOpen) map.style.setProperty("--jb-others", Math.max(1, columns - stage.colSpan));
      });
      window.journeybook.fitStrips(map);
      views.forEach((view) => { view.checked = view.value === (open ? "reading" : ""); });
      window.journeybook.setParameter("stage", open);
    }

    function walk(way) {
      const next = names[names.indexOf(open) + way];
      if (!next) return;
      read(next);
      stages[names.indexOf(next)].querySelector("[data-jb-open]").focus({ preventScroll: true });
    }

    views.forEach((view) => view.addEventListener("change", () => read(view.value ? last : "")));
    map.addEventListener("click", function (event) {
      const link = event.target.closest("[data-jb-open]");
      if (!link || !PLAIN(event) || link.dataset.jbOpen === open) return; // that of an open stage leads to its page
      event.preventDefault();
      event.stopPropagation(); // else the theme's instant navigation would follow the link as well
      read(link.dataset.jbOpen);
    });
    chart.addEventListener("keydown", function (event) {
      if (event.target.matches("input, select, textarea") || event.target.closest("dialog")) return;
      const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (open && way && PLAIN({ ...modifiers(event), button: 0 })) {
        event.preventDefault();
        walk(getComputedStyle(map).direction === "rtl" ? -way : way);
      } else if (open && event.key === "Escape" && !chart.classList.contains("is-presented")) read("");
    });
    const wanted = new URL(window.location.href).searchParams.get("stage");
    if (names.includes(wanted)) read(wanted);
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

  /* A link to a step leads to its place in the list, where a narrow window has that and no map. */
  function showStep(chart) {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const item = id && chart.querySelector(`[data-jb-at="${CSS.escape(id)}"]`);
    if (item && item.offsetParent) item.scrollIntoView();
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-view-ready])").forEach(function (chart) {
      chart.dataset.jbViewReady = "yes";
      const map = chart.querySelector(".jb-map");
      startRoom(map);
      startReading(chart, map, Array.from(chart.querySelectorAll("[name=jb-view]")));
      const choices = Array.from(chart.querySelectorAll("[name=jb-persona]"));
      if (choices.length) startPersonas(chart, choices);
      showStep(chart);
    });
  });
})();
