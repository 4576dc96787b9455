/* A region is a stop of the tab key only while it scrolls. Without a script each of ours is one always. */
(function () {
  "use strict";

  const REGIONS = ".jb-scroll, .jb-diagram, .md-typeset__scrollwrap";

  // What a browser works out only near the view has no size until then.
  function isSkipped(element) {
    return element.checkVisibility() && !element.checkVisibility({contentVisibilityAuto: true});
  }

  function update(region) {
    if (Array.from(region.children).some(isSkipped)) return;
    const scrolls = region.scrollWidth > region.clientWidth || region.scrollHeight > region.clientHeight;
    if (scrolls) region.tabIndex = 0;
    else region.removeAttribute("tabindex");
  }

  const sizes = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) { update(entry.target.closest(REGIONS)); });
  });

  window.journeybook.onPage(function () {
    sizes.disconnect();
    window.requestAnimationFrame(function () { // Material lays its frames around tables just now
      document.querySelectorAll(REGIONS).forEach(function (region) {
        sizes.observe(region);
        Array.from(region.children).forEach(function (child) { sizes.observe(child); });
      });
    });
  });
})();
