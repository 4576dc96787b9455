/* Which rows of a map are shown: views, which live in the address, and folded rows, which the browser remembers
   for all maps of the handbook. Views and rows are matched by `data-jb-views` and `data-jb-lane`. */
(function () {
  "use strict";

  const FOLDED = "journeybook.folded";

  function foldedLanes() {
    return new Set(window.journeybook.recall(FOLDED, []));
  }

  function show(lane, isOpen) {
    lane.classList.toggle("is-folded", !isOpen);
    lane.querySelector(".jb-map__fold").setAttribute("aria-expanded", String(isOpen));
  }

  function addFold(lane, changed) {
    const label = lane.querySelector(".jb-map__label");
    const button = document.createElement("button");
    const text = document.createElement("span");
    button.type = "button";
    button.className = "jb-map__fold";
    text.append(...label.childNodes);
    button.append(text);
    label.append(button);
    button.addEventListener("click", function () {
      const folded = foldedLanes(), name = lane.dataset.jbLane;
      if (!folded.delete(name)) folded.add(name);
      window.journeybook.remember(FOLDED, [...folded]);
      changed();
    });
  }

  function startFolding(lanes, unfold) {
    function update() {
      const folded = foldedLanes();
      lanes.forEach((lane) => show(lane, !folded.has(lane.dataset.jbLane)));
      unfold.hidden = !lanes.some((lane) => folded.has(lane.dataset.jbLane));
    }
    lanes.forEach((lane) => addFold(lane, update));
    unfold.addEventListener("click", function () {
      window.journeybook.remember(FOLDED, []);
      update();
      lanes[0].querySelector(".jb-map__fold").focus();
    });
    update();
  }

  function startViews(lanes, choices) {
    function update() {
      const view = choices.find((choice) => choice.checked).value;
      lanes.forEach(function (lane) {
        lane.hidden = Boolean(view) && !lane.dataset.jbViews.split(" ").includes(view);
      });
      window.journeybook.setParameter("view", view);
    }
    const wanted = new URL(window.location.href).searchParams.get("view");
    const known = choices.find((choice) => choice.value === wanted);
    if (known) {
      known.checked = true;
      update();
    }
    choices.forEach((choice) => choice.addEventListener("change", update));
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-lanes-ready])").forEach(function (chart) {
      chart.dataset.jbLanesReady = "yes";
      const lanes = Array.from(chart.querySelectorAll("[data-jb-lane]"));
      if (!lanes.length) return;
      startFolding(lanes, chart.querySelector("[data-jb-unfold]"));
      const choices = Array.from(chart.querySelectorAll("[name=jb-view]"));
      if (choices.length) startViews(lanes, choices);
    });
  });
})();
