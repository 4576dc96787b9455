/* The map on paper: while a page is printed, a long map stands cut into sheets of whole stages, each with
   the lane names, the stage heads and its part of the curve; then everything is as it was. Browsers wait for
   none of this, so it does not wait for anything either. */
(function () {
  "use strict";

  const MOST = 13; // columns that a sheet of A4 holds in legible type
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

  /* Stages that no sheet holds are cut between steps, into parts of about the same length. */
  function blocks(table) {
    return Array.from(table.querySelectorAll("th.jb-map__stage")).flatMap(function (stage) {
      const parts = Math.ceil(stage.colSpan / MOST);
      return Array.from({ length: parts }, (_, part) =>
        Math.floor(((part + 1) * stage.colSpan) / parts) - Math.floor((part * stage.colSpan) / parts));
    });
  }

  /* The columns of each sheet as [from, to): the next stage goes onto the same sheet as long as it fits. */
  function packed(sizes, most) {
    return sizes.reduce(function (sheets, size) {
      const last = sheets[sheets.length - 1];
      if (last && last[1] - last[0] + size <= most) last[1] += size;
      else sheets.push([last ? last[1] : 0, (last ? last[1] : 0) + size]);
      return sheets;
    }, []);
  }

  /* As few sheets as possible, and of these the ones that are most alike. */
  function sheetsOf(table) {
    const sizes = blocks(table);
    let best = packed(sizes, MOST);
    for (let most = MOST - 1; most > 0; most -= 1) {
      const next = packed(sizes, most);
      if (next.length > best.length) break;
      best = next;
    }
    return best;
  }

  /* Keep the part of each span that lies on the sheet; the first one holds the names and always stays. */
  function slice(spans, key, [from, to]) {
    let start = 0;
    Array.from(spans).slice(1).forEach(function (span) {
      const end = start + span[key], kept = Math.min(end, to) - Math.max(start, from);
      if (kept <= 0) span.remove();
      else if (kept < span[key]) {
        span.classList.toggle("jb-sheet__continued", start < from);
        span.classList.toggle("jb-sheet__continues", end > to);
        span[key] = kept;
      }
      start = end;
    });
  }

  /* The curve's picture, and what lies over it in percent of its width. */
  function clip(cell, columns, [from, to]) {
    const picture = cell.querySelector("svg[viewBox]");
    if (picture) {
      const box = picture.viewBox.baseVal, width = box.width / columns;
      picture.setAttribute("viewBox", [box.x + from * width, box.y, (to - from) * width, box.height].join(" "));
    }
    cell.querySelectorAll('[style*="left:"]').forEach(function (item) {
      const column = (parseFloat(item.style.left) * columns) / 100;
      if (column < from || column >= to) item.remove();
      else item.style.left = (100 * (column - from)) / (to - from) + "%";
    });
  }

  /* What stands over the curve in a grid of one cell for each column. */
  function pick(cell, [from, to]) {
    Array.from(cell.children).forEach(function (item, column) {
      if (column < from || column >= to) item.remove();
    });
  }

  function sheet(map, columns, range, name, all) {
    const made = map.cloneNode(true), table = made.querySelector("table");
    [made, ...made.querySelectorAll("[id]")].forEach((element) => element.removeAttribute("id"));
    made.querySelectorAll("img").forEach((image) => image.removeAttribute("loading"));
    made.classList.add("jb-sheet");
    table.style.setProperty("--jb-across", Math.max(...all.map(([from, to]) => to - from)));
    table.style.setProperty("--jb-columns", range[1] - range[0]);
    table.querySelector(".jb-map__corner").dataset.jbSheet = name;
    slice(table.querySelectorAll("colgroup"), "span", range);
    Array.from(table.rows).forEach((row) => slice(row.cells, "colSpan", range));
    table.querySelectorAll(".jb-curve").forEach((cell) => clip(cell, columns, range));
    table.querySelectorAll(".jb-curve__signs").forEach((cell) => pick(cell, range));
    return made;
  }

  function cut(page, map) {
    const table = map.querySelector("table"), all = sheetsOf(table);
    if (all.length < 2) return;
    const columns = all[all.length - 1][1];
    map.after(...all.map(function (range, at) {
      const name = page.dataset.jbSheet.replace("{number}", at + 1).replace("{count}", all.length);
      return sheet(map, columns, range, name, all);
    }));
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
    page.querySelectorAll(".jb-map").forEach((map) => cut(page, map));
  });
  window.addEventListener("afterprint", restore);
})();
