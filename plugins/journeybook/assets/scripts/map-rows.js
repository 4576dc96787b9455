/* Which rows of a map are shown: its groups are folded until a reader unfolds them, which the browser remembers for
   all maps of the handbook. The view of trust adds one row and tints the claims. */
(function () {
  "use strict";

  const UNFOLDED = "journeybook.unfolded";

  function unfolded() {
    return new Set(window.journeybook.recall(UNFOLDED, []));
  }

  function addFold(group, turned) {
    const label = group.querySelector("[data-jb-fold]");
    const button = document.createElement("button"), text = document.createElement("span");
    button.type = "button";
    button.className = "jb-map__fold";
    text.append(...label.childNodes);
    button.append(text);
    label.append(button);
    button.addEventListener("click", function () {
      turned(group.dataset.jbGroup);
    });
  }

  function startGroups(groups, all) {
    // what a preview changes is in sight, whatever the reader's choice
    const edited = new Set(groups.filter((group) => group.querySelector("ins, del")).map((group) => group.dataset.jbGroup));

    function update() {
      const open = new Set([...unfolded(), ...edited]);
      groups.forEach(function (group) {
        const isOpen = open.has(group.dataset.jbGroup);
        group.classList.toggle("is-unfolded", isOpen);
        group.querySelector(".jb-map__fold").setAttribute("aria-expanded", String(isOpen));
      });
      all.setAttribute("aria-pressed", String(groups.every((group) => open.has(group.dataset.jbGroup))));
    }
    function turn(name) {
      const open = unfolded(), isOpen = edited.delete(name) || open.has(name);
      if (isOpen) open.delete(name);
      else open.add(name);
      window.journeybook.remember(UNFOLDED, [...open]);
      update();
    }

    groups.forEach((group) => addFold(group, turn));
    all.addEventListener("click", function () {
      const isAll = all.getAttribute("aria-pressed") === "true";
      edited.clear();
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
