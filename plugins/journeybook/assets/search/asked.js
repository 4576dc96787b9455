/* Lets the index of the search wait until a reader opens the search, or follows what it has found: it is the
 * heaviest file of a first visit. Stands in the place of Material's own request for it, which it is given. */
(function (request) {
  "use strict";

  const toggle = document.querySelector("[data-md-toggle=search]");
  const isFollowed = new URLSearchParams(window.location.search).has("h");
  return new Promise(function (found) {
    function ask() { request().subscribe(found); }
    if (!toggle || toggle.checked || isFollowed) ask();
    else toggle.addEventListener("change", ask, { once: true });
  });
})
