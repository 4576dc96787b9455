/* Opens a step of the map in a dialog, with everything that its stage's page says of it. Where that page cannot
   be fetched, as from a disk, the link leads there instead. */
(function () {
  "use strict";

  const pages = new Map();

  function fetchPage(address) {
    if (!pages.has(address)) {
      pages.set(address, window.fetch(address).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      }).then((text) => new DOMParser().parseFromString(text, "text/html")));
    }
    return pages.get(address);
  }

  /* The step as part of this page: its addresses are resolved, and its ids gone, which the map has already. */
  function stepFrom(page, address, id) {
    const step = document.importNode(page.getElementById(id), true);
    for (const name of ["href", "src"]) {
      step.querySelectorAll(`[${name}]`).forEach(function (element) {
        element.setAttribute(name, new URL(element.getAttribute(name), address).href);
      });
    }
    [step, ...step.querySelectorAll("[id]")].forEach((element) => element.removeAttribute("id"));
    const old = step.querySelector("h3"), heading = document.createElement("h2");
    heading.append(...old.childNodes);
    old.replaceWith(heading);
    return step;
  }

  function startSteps(chart, dialog) {
    const heads = Array.from(chart.querySelectorAll(".jb-map__step > [data-jb-step]"));
    const body = dialog.querySelector(".jb-dialog__body");
    let shown = null;

    function open(link) {
      const url = new URL(link.href);
      const address = url.origin + url.pathname;
      return fetchPage(address).then(function (page) {
        shown = heads.find((head) => head.dataset.jbStep === link.dataset.jbStep);
        const step = stepFrom(page, address, link.dataset.jbStep);
        body.replaceChildren(step);
        dialog.querySelector(".jb-dialog__answer").replaceChildren(...step.querySelectorAll(":scope > .jb-answer"));
        dialog.setAttribute("aria-label", step.querySelector("h2").textContent.trim());
        dialog.querySelector(".jb-dialog__stage").href = link.href;
        dialog.querySelectorAll("[data-jb-turn]").forEach(function (button) {
          button.disabled = !beside(button);
        });
        dialog.scrollTop = 0;
        if (!dialog.open) dialog.showModal();
      }).catch(function () {
        window.location.assign(link.href);
      });
    }

    function beside(button) {
      return heads[heads.indexOf(shown) + Number(button.dataset.jbTurn)];
    }

    chart.addEventListener("click", function (event) {
      const link = event.target.closest("[data-jb-step]");
      const isPlain = event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
      if (!link || !isPlain || !window.location.protocol.startsWith("http")) return;
      event.preventDefault();
      event.stopPropagation(); // else the theme's instant navigation would follow the link as well
      open(link);
    });
    dialog.addEventListener("click", function (event) {
      const button = event.target.closest("[data-jb-turn]");
      if (button) open(beside(button));
      else if (event.target === dialog || event.target.closest("[data-jb-close]")) dialog.close();
    });
    dialog.addEventListener("close", function () {
      shown.focus();
      body.replaceChildren();
    });
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-steps-ready])").forEach(function (chart) {
      chart.dataset.jbStepsReady = "yes";
      startSteps(chart, chart.querySelector("[data-jb-dialog]"));
    });
  });
})();
