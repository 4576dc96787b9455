/* A link to another page leads to its beginning, or to the place that it names.
 *
 * Material writes into the history how far a page was scrolled, a tenth of a second later. If the reader has clicked
 * meanwhile, it writes that down for the next page, and goes as far down there, whatever the link says
 * (bundle.js: `history.state !== null || !url.hash ? window.scrollTo(…)`). */
(function () {
  "use strict";

  const SETTLING = 1500; // milliseconds
  let followed = null;

  document.addEventListener("click", function (event) {
    const link = event.target instanceof Element && event.target.closest("a[href]");
    followed = link && link.pathname !== window.location.pathname ? link : null;
  }, true);

  window.addEventListener("popstate", function () { followed = null; });

  window.journeybook.onPage(function () {
    const link = followed;
    followed = null;
    if (!link || link.pathname !== window.location.pathname || link.hash !== window.location.hash) return;
    window.requestAnimationFrame(function () { // Material goes where it goes just now
      const place = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!place) return window.scrollTo(0, 0);
      place.scrollIntoView();
      stay(place, performance.now() + SETTLING);
    });
  });

  /* What lies above a place gets its height when it is laid out, and on a slow computer Material goes elsewhere later:
   * back to the place, until the reader does something. */
  function stay(place, end) {
    const waiting = new AbortController();
    ["wheel", "touchstart", "pointerdown", "keydown", "popstate"].forEach(function (name) {
      window.addEventListener(name, function () { waiting.abort(); }, {signal: waiting.signal, passive: true});
    });
    (function look() {
      if (waiting.signal.aborted || !place.isConnected || performance.now() > end) return waiting.abort();
      const box = place.getBoundingClientRect();
      if (box.bottom < 0 || box.top > window.innerHeight) place.scrollIntoView();
      window.requestAnimationFrame(look);
    })();
  }
})();
