/* Which rows of a map are shown: its groups are folded until a reader unfolds them, which the browser remembers for
   all maps of the handbook. The view of trust adds one row and tints the claims. */
(function () {
  "use strict";

  const UNFOLDED = "journeybook.unfolded";

  function unfolded() {
    return new Set(window.journeybook.recall(UNFOLDED, []));
  }

  function addFold(group, changed) {
    const label = group.querySelector("[data-jb-fold]");
    const button = document.createElement("button"), text = document.createElement("span");
    button.type = "button";
    button.className = "jb-map__fold";
    text.append(...label.childNodes);
    button.append(text);
    label.append(button);
    button.addEventListener("click", function () {
      const open = unfolded(), name = group.dataset.jbGroup;
      if (!open.delete(name)) open.add(name);
      window.journeybook.remember(UNFOLDED, [...open]);
      changed();
    });
  }

  function startGroups(groups, all) {
    function update() {
      const open = unfolded();
      groups.forEach(function (group) {
        const isOpen = open.has(group.dataset.jbGroup);
        group.classList.toggle("is-unfolded", isOpen);
        group.querySelector(".jb-map__fold").setAttribute("aria-expanded", String(isOpen));
      });
      all.setAttribute("aria-pressed", String(groups.every((group) => open.has(group.dataset.jbGroup))));
    }
    groups.forEach((group) => addFold(group, update));
    all.addEventListener("click", function () {
      const isAll = all.getAttribute("aria-pressed") === "true";
      window.journeybook.remember(UNFOLDED, isAll ? [] : groups.map((group) => group.dataset.jbGroup));
      update();
    });
    update();
  }

  function startTrust(map, button) {
    function show(isOn) {
      map.classList.toggle("is-trust", isOn);
      button.setAttribute("aria-pressed", String(isOn));
    }
    show(new URL(window.location.href).searchParams.has("trust"));
    button.addEventListener("click", function () {
      show(button.getAttribute("aria-pressed") !== "true");
      window.journeybook.setParameter("trust", map.classList.contains("is-trust") ? "yes" : "");
    });
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-rows-ready])").forEach(function (chart) {
      chart.dataset.jbRowsReady = "yes";
      const groups = Array.from(chart.querySelectorAll("[data-jb-group]"));
      if (groups.length) startGroups(groups, chart.querySelector("[data-jb-unfold]"));
      const trust = chart.querySelector("[data-jb-trust]");
      if (trust) startTrust(chart.querySelector(".jb-map"), trust);
    });
  });
})();
