/* A page on paper: while it is printed, its foot says where it is from, and its map lies in sheets; then everything
   is as it was. Browsers wait for none of this, so it does not wait for anything either. */
(function () {
  "use strict";

  const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
  const root = document.documentElement;

  /* The footer: where the page stands, or its title where that address is only this computer's. */
  function address() {
    const canonical = document.querySelector("link[rel=canonical]");
    const url = new URL(canonical ? canonical.href : window.location.href);
    if (!/^https?:$/.test(url.protocol) || LOCAL.test(url.hostname)) return document.title;
    try {
      return decodeURI(url.origin + url.pathname);
    } catch { // a percent sign that stands for itself
      return url.origin + url.pathname;
    }
  }

  function quoted(text) {
    return '"' + text.replace(/["\\]/g, "\\$&").replace(/\s+/g, " ") + '"';
  }

  function foot(page) {
    root.style.setProperty("--jb-foot-address", quoted(address()));
    root.style.setProperty("--jb-foot-day", quoted(page.dataset.jbDay || ""));
  }

  function unfoot() {
    root.style.removeProperty("--jb-foot-address");
    root.style.removeProperty("--jb-foot-day");
    if (!root.getAttribute("style")) root.removeAttribute("style");
  }

  function restore() {
    document.querySelectorAll(".jb-sheet").forEach((made) => made.remove());
    unfoot();
  }

  window.addEventListener("beforeprint", function () {
    restore(); // some browsers announce a print twice
    const page = document.querySelector(".jb-page");
    if (!page) return;
    foot(page);
    page.querySelectorAll(".jb-map").forEach((map) => window.journeybook.laySheets(map, page.dataset.jbSheet));
  });
  window.addEventListener("afterprint", restore);
})();
