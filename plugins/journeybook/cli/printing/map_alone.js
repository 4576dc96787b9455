/* Leave of a journey's page its title, its facts and its map, unscrolled, in whatever theme. */
() => {
  const KEPT = "h1, .jb-facts, .jb-map", USELESS = ".jb-screen", ROOMY = "8.5em";
  const page = document.querySelector(".jb-page"), map = page.querySelector(".jb-map");

  function prune(element) {
    Array.from(element.children).forEach(function (part) {
      const inside = page.contains(part);
      if (inside && part.matches(KEPT)) return;
      if (part.contains(page) || (inside && part.querySelector(KEPT))) {
        Object.assign(part.style, { display: "block", width: "auto", maxWidth: "none", margin: "0", padding: "0" });
        prune(part);
      } else part.style.setProperty("display", "none", "important");
    });
  }

  prune(document.body);
  Object.assign(document.body.style, { margin: "0", padding: "24px", minHeight: "0" });
  page.querySelectorAll(USELESS).forEach((part) => part.remove());
  map.style.setProperty("--jb-step", ROOMY);
  Object.assign(map.style, { maxHeight: "none", margin: "0", overflow: "visible", border: "0" });
}
