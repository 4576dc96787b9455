/* The window around a map: full width, which the browser remembers, full screen, printing, and where a map that
   is wider than its window is scrolled to. */
(function () {
  "use strict";

  const WIDE = "journeybook.wide";

  function startWidth(chart, button) {
    function apply(isWide) {
      chart.classList.toggle("is-wide", isWide);
      button.setAttribute("aria-pressed", String(isWide));
    }
    apply(window.journeybook.recall(WIDE, chart.classList.contains("is-wide")));
    button.addEventListener("click", function () {
      apply(!chart.classList.contains("is-wide"));
      window.journeybook.remember(WIDE, chart.classList.contains("is-wide"));
    });
  }

  function startScreen(chart, button) {
    button.hidden = !document.fullscreenEnabled;
    button.addEventListener("click", function () {
      if (document.fullscreenElement) document.exitFullscreen();
      else chart.requestFullscreen();
    });
    chart.addEventListener("fullscreenchange", function () {
      button.setAttribute("aria-pressed", String(document.fullscreenElement === chart));
    });
  }

  function startMoving(map, move) {
    const heads = Array.from(map.querySelectorAll(".jb-map__step"));
    const output = move.querySelector("output");
    const [back, on] = move.querySelectorAll("button");

    function inSight() {
      const box = map.getBoundingClientRect();
      const name = map.querySelector("tbody .jb-map__name");
      const left = name && getComputedStyle(name).gridColumnStart !== "1" ? name.getBoundingClientRect().right : box.left;
      return heads.filter(function (head) {
        const { left: start, right: end } = head.getBoundingClientRect();
        const middle = (start + end) / 2;
        return middle > left && middle < box.right;
      });
    }

    function update() {
      const room = map.scrollWidth - map.clientWidth;
      move.hidden = room < 2;
      map.classList.toggle("has-more-after", room - map.scrollLeft > 1);
      if (move.hidden) return;
      const shown = inSight();
      back.disabled = map.scrollLeft < 2;
      on.disabled = room - map.scrollLeft < 2;
      if (!shown.length) return;
      output.textContent = output.dataset.jbText
        .replace("{first}", heads.indexOf(shown[0]) + 1)
        .replace("{last}", heads.indexOf(shown[shown.length - 1]) + 1)
        .replace("{all}", heads.length);
    }

    move.addEventListener("click", function (event) {
      const way = Number(event.target.dataset.jbMove);
      if (way) map.scrollBy({ left: way * Math.max(heads[0].offsetWidth, map.clientWidth * 0.7), behavior: smoothness() });
    });
    map.addEventListener("scroll", update, { passive: true });
    new ResizeObserver(update).observe(map);
    update();
  }

  function smoothness() {
    return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("[data-jb-chart]:not([data-jb-window-ready])").forEach(function (chart) {
      chart.dataset.jbWindowReady = "yes";
      const tools = chart.querySelector("[data-jb-tools]");
      startWidth(chart, tools.querySelector("[data-jb-wide]"));
      startScreen(chart, tools.querySelector("[data-jb-screen]"));
      startMoving(chart.querySelector(".jb-map"), tools.querySelector(".jb-tools__move"));
      tools.querySelector("[data-jb-print]").addEventListener("click", () => window.print());
    });
  });
})();
