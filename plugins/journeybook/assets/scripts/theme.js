/* What Material's own frame leaves without a name: its search, and the switches beside sections with a page. */
(function () {
  "use strict";

  function nameSearch() {
    const search = document.querySelector(".md-search[role=dialog]:not([aria-label])");
    const field = search && search.querySelector("input");
    if (field) search.setAttribute("aria-label", field.getAttribute("aria-label") || field.placeholder);
  }

  function nameSwitch(label) {
    const title = label.closest(".md-nav__item").querySelector(".md-nav__title");
    if (label.textContent.trim() || !title) return;
    const name = document.createElement("span");
    name.className = "jb-hidden";
    name.textContent = title.textContent.trim();
    label.append(name);
  }

  window.journeybook.onPage(function () {
    nameSearch();
    document.querySelectorAll(".md-nav__item--nested label.md-nav__link").forEach(nameSwitch);
  });
})();
