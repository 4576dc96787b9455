/* A link to a place on another page leads there.
 *
 * Material writes into the history how far a page was scrolled, a tenth of a second later. If the reader has clicked
 * meanwhile, it writes that down for the next page, and goes there in place of the place that the link names
 * (bundle.js: `history.state !== null || !url.hash ? window.scrollTo(…)`). */
(function () {
  "use strict";

  let followed = "";

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    followed = link && link.hash && link.pathname !== window.location.pathname ? link.hash : "";
  }, true);

  window.addEventListener("popstate", function () { followed = ""; });

  window.journeybook.onPage(function () {
    const hash = followed;
    followed = "";
    if (!hash || hash !== window.location.hash) return;
    window.requestAnimationFrame(function () { // Material goes where it goes just now
      const place = document.getElementById(decodeURIComponent(hash.slice(1)));
      if (place) place.scrollIntoView();
    });
  });
})();
