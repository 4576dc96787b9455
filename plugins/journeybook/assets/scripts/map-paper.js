/* A map on a projector and on paper: presenting hides the site around it, printing asks what of the page is wanted. */
(function () {
  "use strict";

  function startPresenting(chart, button) {
    function show(isOn) {
      chart.classList.toggle("is-presented", isOn);
      button.setAttribute("aria-pressed", String(isOn));
      if (isOn && chart.requestFullscreen) chart.requestFullscreen().catch(function () {}); // it fills the window alone
      if (!isOn && document.fullscreenElement) document.exitFullscreen();
    }
    button.addEventListener("click", () => show(!chart.classList.contains("is-presented")));
    chart.addEventListener("fullscreenchange", function () {
      if (!document.fullscreenElement) show(false);
    });
    chart.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || event.target.closest("dialog")) return; // that of a dialog closes it alone
      if (!chart.classList.contains("is-presented")) return;
      show(false);
      button.focus();
    });
  }

  function startMenus(chart) {
    document.addEventListener("click", function (event) {
      chart.querySelectorAll(".jb-menu[open]").forEach(function (menu) {
        if (!menu.contains(event.target)) menu.open = false;
      });
    });
    chart.addEventListener("keydown", function (event) {
      const menu = event.key === "Escape" && event.target.closest(".jb-menu[open]");
      if (!menu) return;
      event.stopPropagation();
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  }

  window.addEventListener("afterprint", () => document.documentElement.removeAttribute("data-jb-only-map"));

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-paper-ready])").forEach(function (chart) {
      chart.dataset.jbPaperReady = "yes";
      startPresenting(chart, chart.querySelector("[data-jb-present]"));
      startMenus(chart);
      chart.querySelectorAll("[data-jb-print]").forEach(function (button) {
        button.addEventListener("click", function () {
          button.closest("details").open = false;
          if (button.dataset.jbPrint) document.documentElement.setAttribute("data-jb-only-map", button.dataset.jbPrint);
          window.print();
        });
      });
    });
  });
})();
