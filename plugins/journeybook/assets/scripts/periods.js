/* Narrows what changed to the last week, month or quarter, counted from the day of the handbook.
   The choice lives in the address, so that a link shows the same view. */
(function () {
  "use strict";

  function apply(form, list) {
    const wanted = form.elements.since.value;
    const items = Array.from(list.querySelectorAll("[data-jb-periods]"));
    items.forEach(function (item) {
      item.hidden = Boolean(wanted) && !item.dataset.jbPeriods.split(" ").includes(wanted);
    });
    list.querySelectorAll("details").forEach(function (details) {
      const inside = items.filter((item) => details.contains(item));
      if (!inside.length) return;
      details.hidden = inside.every((item) => item.hidden);
      details.open = Boolean(wanted);
    });
    form.querySelector("output").textContent = items.every((item) => item.hidden) ? form.dataset.jbNone : "";
  }

  function start(form) {
    if (form.dataset.jbReady) return;
    form.dataset.jbReady = "yes";
    const list = form.parentNode, choice = form.elements.since;
    const wanted = new URL(window.location.href).searchParams.get("since");
    if (Array.from(choice.options).some((option) => option.value === wanted)) choice.value = wanted;
    form.hidden = false;
    apply(form, list);
    choice.addEventListener("input", function () {
      apply(form, list);
      window.journeybook.setParameter("since", choice.value);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("form.jb-periods").forEach(start);
  });
})();
