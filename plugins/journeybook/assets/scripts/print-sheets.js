/* The sheets of a map, for paper of either size: an overview, and where that has no room for all rows, sheets of
   whole stages to be read. They are copies; which of them are printed, print.css chooses by the paper. */
(function () {
  "use strict";

  const PAPERS = {
    a4: { width: 86, height: 64, whole: 0, columns: 6, digest: false },
    a3: { width: 130, height: 94, whole: 16, columns: 10, digest: true },
  }; // how wide the columns of a map are together and how high a page is, in letters' heights; steps that one sheet
  // holds with all their rows, and those of a sheet to be read; whether rows of more steps are put together by stage
  const MOST = 13; // steps of a stage that one sheet holds at all
  const NARROW = 6; // letters' heights of a stage that has no room for its name or a card
  const LETTER = 0.58; // how wide a letter is, in its height
  const LINE = 1.25, PADDING = 0.6, HEAD = 18; // how high a line is, what a row adds, and the stages and the curve
  const STATES = ["is-reading", "is-part", "is-dense", "is-thin", "is-trust", "is-open", "is-elsewhere", "is-narrow",
    "is-dimmed", "is-unfolded"];

  /* Stages that no sheet holds are cut between steps, into parts of about the same length. */
  function blocks(sizes) {
    return sizes.flatMap(function (size) {
      const parts = Math.ceil(size / MOST);
      return Array.from({ length: parts }, (_, part) =>
        Math.floor(((part + 1) * size) / parts) - Math.floor((part * size) / parts));
    });
  }

  /* The columns of each sheet as [from, to): the next stage goes onto the same sheet as long as it fits. */
  function packed(sizes, fits) {
    return sizes.reduce(function (sheets, size) {
      const last = sheets[sheets.length - 1], from = last ? last[1] : 0;
      if (last && fits(last[0], from + size)) last[1] = from + size;
      else sheets.push([from, from + size]);
      return sheets;
    }, []);
  }

  /* What it says, without the places where it may be hyphenated. */
  function wordsOf(part) {
    return part.textContent.trim().replace(/\u00ad/g, "");
  }

  /* Whether a card is of a stage as a whole, over all its columns. */
  function isWhole(card) {
    return card.matches("[data-jb-whole]");
  }

  function isAt(card, column) {
    return isWhole(card) || Number(card.style.getPropertyValue("--jb-at")) === column;
  }

  /* How high each row is about, by column, in letters' heights: as if all its words stood in columns of a width. */
  function heightsOf(map, width) {
    const lines = (part, columns = 1) => Math.ceil((wordsOf(part).length * LETTER) / (width * columns));
    const rows = Array.from(map.querySelectorAll(".jb-map__steps, .jb-map__changes, .jb-map__details, .jb-bars, .jb-lane"), (row) =>
      Array.from(row.cells).slice(1).flatMap(function (cell) {
        const parts = cell.querySelectorAll("p, li, q, .jb-bar, a.jb-chip");
        const high = Array.from(parts.length ? parts : [cell]).reduce((sum, part) => sum + lines(part, cell.colSpan), 0);
        const least = row.matches(".jb-lane--whole") && high ? 2 : 0; // the row's name says what it is of
        return Array(cell.colSpan).fill(Math.max(high, least));
      }));
    map.querySelectorAll(".jb-slips").forEach(function (row) {
      rows.push(Array.from(row.cells).slice(1).flatMap(function (cell) {
        const cards = Array.from(cell.querySelectorAll(".jb-slip"));
        return Array.from({ length: cell.colSpan }, (_, at) => cards.reduce((sum, card) =>
          sum + (isAt(card, at + 1) ? lines(card, isWhole(card) ? cell.colSpan : 1) + 1 : 0), 0));
      }));
    });
    return rows;
  }

  /* Keep the part of each span that lies on the sheet; the first one is that of the names and always stays. */
  function slice(spans, key, [from, to]) {
    let start = 0;
    Array.from(spans).slice(1).forEach(function (span) {
      const first = start, end = start + span[key];
      const kept = Math.min(end, to) - Math.max(first, from);
      start = end;
      if (kept <= 0) span.remove();
      else if (kept < span[key]) {
        span.classList.toggle("jb-sheet__continued", first < from);
        span.classList.toggle("jb-sheet__continues", end > to);
        span[key] = kept;
        span.querySelectorAll(".jb-tray").forEach((tray) => pick(tray, Math.max(0, from - first), kept));
      }
    });
  }

  /* Of the cards of a stage, those of its steps on the sheet. */
  function pick(tray, before, kept) {
    tray.style.setProperty("--jb-tray", kept);
    tray.querySelectorAll(".jb-slip").forEach(function (card) {
      const at = Number(card.style.getPropertyValue("--jb-at")) - before;
      const span = Number(card.style.getPropertyValue("--jb-span"));
      if (isWhole(card)) card.style.setProperty("--jb-span", kept);
      else if (at < 1 || at > kept) card.remove();
      else {
        card.style.setProperty("--jb-at", at);
        card.style.setProperty("--jb-span", Math.min(span, kept - at + 1));
      }
    });
  }

  function isEmpty(cell) {
    return !cell.textContent.trim() && !cell.querySelector("img, svg");
  }

  /* A copy of a map in no state of the screen. */
  function copied(map, ...classes) {
    const made = map.cloneNode(true);
    [made, ...made.querySelectorAll("*")].forEach(function (element) {
      element.removeAttribute("id");
      element.classList.remove(...STATES);
    });
    made.querySelectorAll("img").forEach((image) => image.removeAttribute("loading"));
    made.querySelectorAll(".jb-stage__turns").forEach((turns) => turns.remove());
    made.querySelector(".jb-map__corner").append(...made.querySelectorAll(".jb-legend"));
    made.classList.add("jb-sheet", ...classes);
    return made;
  }

  /* Whether a touchpoint has a name for which none of its bars has room. */
  function hasLongNames(map, column) {
    const bars = Array.from(map.querySelectorAll(".jb-bar__names"), (names) => ({
      name: wordsOf(names),
      room: names.closest(".jb-bar").style.getPropertyValue("--jb-room") * column - 2.4,
    }));
    const told = new Set(bars.filter(({ name, room }) => name.length * LETTER < room).map(({ name }) => name));
    return bars.some(({ name }) => !told.has(name));
  }

  function overview(map, paper, columns) {
    const { width, whole } = PAPERS[paper];
    const isWhole = columns <= whole;
    const made = copied(map, `jb-sheet--${paper}`, isWhole ? "jb-sheet--whole" : "jb-sheet--overview");
    if (isWhole) made.classList.remove("jb-map--many");
    made.querySelectorAll(".jb-map__stage, .jb-slips > td").forEach(function (cell) {
      cell.classList.toggle("is-narrow", !isWhole && (cell.colSpan * width) / columns < NARROW);
    });
    if (isWhole && hasLongNames(made, width / columns)) made.classList.add("jb-sheet--listed");
    return made;
  }

  function part(map, paper, range) {
    const made = copied(map, `jb-sheet--${paper}`, "jb-sheet--part", "jb-sheet--listed", "is-reading");
    const table = made.querySelector("table");
    slice(table.querySelectorAll("col"), "span", range);
    table.querySelectorAll("colgroup:not(:has(col))").forEach((group) => group.remove()); // it would count as a column
    Array.from(table.rows).forEach((row) => slice(row.cells, "colSpan", range));
    made.querySelectorAll("[data-jb-stage], col").forEach((element) => element.classList.add("is-open"));
    made.querySelectorAll(".jb-lane, .jb-slips, .jb-map__changes, .jb-map__details").forEach(function (row) {
      if (Array.from(row.querySelectorAll("td")).every(isEmpty)) row.remove();
    });
    return made;
  }

  function rangesOf(map, paper, sizes) {
    const { width, height, columns } = PAPERS[paper], phases = map.querySelector(".jb-map__phases") ? LINE + PADDING : 0;
    return packed(blocks(sizes), function (from, to) {
      if (to - from > columns) return false;
      const rows = heightsOf(map, width / (to - from));
      const filled = rows.map((row) => Math.max(...row.slice(from, to))).filter(Boolean);
      return filled.reduce((sum, lines) => sum + lines * LINE + PADDING, HEAD + phases) < height;
    });
  }

  function sheets(map, paper, name) {
    const sizes = Array.from(map.querySelectorAll("th.jb-map__stage"), (stage) => stage.colSpan);
    const columns = sizes.reduce((sum, size) => sum + size, 0);
    const { whole, digest } = PAPERS[paper];
    if (digest && columns > whole) {
      const first = overview(map, paper, columns);
      first.classList.add("jb-sheet--all");
      first.querySelectorAll(".jb-slip").forEach((card) => card.classList.remove("is-minor"));
      first.querySelectorAll(".jb-tray__more").forEach((more) => more.remove());
      return [first, window.journeybook.asDigest(copied(map, `jb-sheet--${paper}`, "jb-sheet--digest"))];
    }
    const parts = columns <= whole ? [] : rangesOf(map, paper, sizes);
    const made = parts.map((range) => part(map, paper, range));
    if (made.length !== 1) made.unshift(overview(map, paper, columns)); // one to be read is an overview itself
    made.forEach(function (sheet, at) {
      const told = made.length > 1 ? name.replace("{number}", at + 1).replace("{count}", made.length) : "";
      sheet.querySelector(".jb-map__corner").dataset.jbSheet = told;
    });
    return made;
  }

  /* Lay the sheets of a map behind it. Its curve is drawn for columns that are alike, which may not be so on screen. */
  window.journeybook.laySheets = function (map, name) {
    const made = Object.keys(PAPERS).flatMap((paper) => sheets(map, paper, name));
    map.after(...made);
    made.forEach(window.journeybook.drawEvenly);
  };
})();
