/* What the other scripts share: `journeybook.onPage` runs a function for the page that is shown,
   now and again whenever the theme's instant navigation has put another one in its place. */
(function () {
  "use strict";

  window.journeybook = {
    onPage(scan) {
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", scan);
      else scan();
      if (window.document$ && window.document$.subscribe) window.document$.subscribe(scan);
    },
  };
})();
