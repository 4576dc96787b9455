/* Marks the found words that a page may part. Material marks those that the address names by `h`, but as they stand
 * there: without the soft hyphens that long words have on a page. */
(function () {
  "use strict";

  const HYPHEN = "\u00ad";

  function pattern(words) {
    const parted = words.map((word) => Array.from(word, (sign) => sign.replace(/[^\p{L}\p{N}]/u, "\\$&")).join(`${HYPHEN}?`));
    return new RegExp(parted.join("|"), "gi");
  }

  function mark(node, found) {
    Array.from(node.data.matchAll(found)).reverse().filter(([text]) => text.includes(HYPHEN)).forEach((match) => {
      const range = document.createRange(), marked = document.createElement("mark");
      marked.dataset.mdHighlight = "";
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      range.surroundContents(marked);
    });
  }

  window.journeybook.onPage(function () {
    const words = (new URLSearchParams(window.location.search).get("h") || "").split(/\s+/).filter(Boolean);
    const page = document.querySelector(".jb-page:not([data-jb-marked])");
    if (!words.length || !page) return;
    page.dataset.jbMarked = "";
    const texts = document.createNodeIterator(page, NodeFilter.SHOW_TEXT), found = pattern(words), nodes = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      if (node.data.includes(HYPHEN) && !node.parentElement.closest("svg")) nodes.push(node);
    }
    nodes.forEach((node) => mark(node, found));
  });
})();
