/* What the other scripts share, as `journeybook`: running for each page that is shown, and remembering choices. */
(function () {
  "use strict";

  window.journeybook = {
    /* Run a function now, and again whenever the theme's instant navigation has put another page in place. */
    onPage(scan) {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", scan);
      else scan();
      if (window.document$ && window.document$.subscribe) window.document$.subscribe(scan);
    },

    /* Keep a choice in this browser; where it keeps nothing, the choice lasts as long as the page. */
    remember(name, value) {
      kept.set(name, value);
      try {
        window.localStorage.setItem(name, JSON.stringify(value));
      } catch {
        // A browser that may not store, or a full store.
      }
    },

    recall(name, otherwise) {
      if (kept.has(name)) return kept.get(name);
      try {
        return JSON.parse(window.localStorage.getItem(name)) ?? otherwise;
      } catch {
        return otherwise;
      }
    },

    /* Show a choice in the address, so that a link leads to the same view; an empty one leaves it. */
    setParameter(name, value) {
      const url = new URL(window.location.href);
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
      window.history.replaceState(window.history.state, "", url);
    },
  };

  const kept = new Map();
})();
