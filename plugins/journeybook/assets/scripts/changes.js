/* Walks through the changes of a preview, with buttons and with the keys J and K, which can be turned off. Behind the
   last change of a page comes the next page with changes. */
(function () {
  "use strict";

  const KEYS = "journeybook.keys";
  const WAYS = { j: 1, k: -1 };
  let walk = null;

  function isTyping(target) {
    return target.closest("input:not([type=checkbox], [type=radio]), select, textarea, dialog, [contenteditable]");
  }

  function stops() {
    return Array.from(document.querySelectorAll(".jb-page [data-jb-change]")).filter((stop) => stop.checkVisibility());
  }

  function start(bar) {
    const buttons = bar.querySelectorAll("button"), keys = bar.querySelector("input");
    const said = bar.querySelector("output"), following = document.querySelector(".jb-proposal__next a");
    let shown = null;

    function go(way) {
      const all = stops(), at = all.indexOf(shown) + way;
      if (at >= all.length && following) return following.click();
      const place = Math.min(Math.max(at, 0), all.length - 1);
      shown = all[place];
      shown.tabIndex = -1;
      shown.scrollIntoView({ block: "center" });
      shown.focus({ preventScroll: true });
      said.textContent = said.dataset.jbSaid.replace("{at}", place + 1).replace("{count}", all.length);
    }

    buttons.forEach((button, at) => button.addEventListener("click", () => go(at ? 1 : -1)));
    keys.checked = window.journeybook.recall(KEYS, true);
    keys.addEventListener("change", () => window.journeybook.remember(KEYS, keys.checked));
    bar.hidden = !stops().length;
    return { bar, keys, go };
  }

  document.addEventListener("keydown", function (event) {
    const way = WAYS[event.key.toLowerCase()], isPlain = !(event.ctrlKey || event.altKey || event.metaKey);
    if (!walk || !walk.bar.isConnected || !way || !isPlain || !walk.keys.checked || isTyping(event.target)) return;
    walk.go(way);
  });

  window.journeybook.onPage(function () {
    const bar = document.querySelector("[data-jb-walk]");
    if (bar && !(walk && walk.bar === bar)) walk = start(bar);
  });
})();
