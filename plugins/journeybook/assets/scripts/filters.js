/* Filters of tables, without a server: choices are matched against data-<name> of the rows.
   Choices and the order live in the address, so that a link shows the same view. */
(function () {
  "use strict";

  const narrow = window.matchMedia("(max-width: 44em)");

  function fold(text) {
    // without accents and soft hyphens
    return text.toLowerCase().normalize("NFKD").replace(/[\u00ad\u0300-\u036f]/g, "").replace(/ß/g, "ss");
  }

  function matches(row, choices) {
    return Object.entries(choices).every(function ([name, value]) {
      if (!value) return true;
      if (name === "text") { // not "q", for which Material opens its own search
        const text = fold(row.textContent + " " + (row.dataset.words || ""));
        return fold(value).split(/\s+/).every((word) => text.includes(word));
      }
      return (row.dataset[name] || "").split(" ").includes(value);
    });
  }

  function choicesOf(form) {
    return Object.fromEntries(new FormData(form));
  }

  function told(form, shown, all) {
    const { jbCount, jbNone, jbSorted } = form.querySelector("output").dataset;
    if (!shown) return jbNone;
    const count = jbCount.replace("{shown}", shown).replace("{all}", all);
    const order = form.elements.sort;
    if (!order || !order.value) return count;
    return `${count}, ${jbSorted.replace("{order}", order.selectedOptions[0].text)}`;
  }

  /* Tell on the fold how many filters narrow the list; an order leaves every row. */
  function count(form, choices) {
    const summary = form.querySelector("summary");
    const active = Object.values(choices).filter(Boolean).length;
    const { jbPlain, jbCount } = summary.dataset;
    summary.textContent = active ? jbCount.replace("{count}", active) : jbPlain;
  }

  /* The rows of a list, without the heads of its groups. */
  function rowsOf(body) {
    return Array.from(body.rows).filter((row) => !row.querySelector("th[scope=rowgroup]"));
  }

  function apply(form, table, rows) {
    const { sort, ...choices } = choicesOf(form);
    let shown = 0;
    rows.forEach(function (row) {
      row.hidden = !matches(row, choices);
      if (!row.hidden) shown += 1;
    });
    count(form, choices);
    form.classList.toggle("is-empty", !shown);
    table.parentNode.hidden = !shown;
    Array.from(table.tBodies).forEach(function (body) {
      body.hidden = rowsOf(body).every((row) => row.hidden);
    });
    form.querySelector("output").textContent = told(form, shown, rows.length);
  }

  function remember(form) {
    Object.entries(choicesOf(form)).forEach(([name, value]) => window.journeybook.setParameter(name, value));
  }

  function recall(form) {
    const wanted = new URL(window.location.href).searchParams;
    Array.from(form.elements).forEach(function (element) {
      const value = element.name && wanted.get(element.name);
      const options = element.options && Array.from(element.options);
      if (value && (!options || options.some((option) => option.value === value))) element.value = value;
    });
  }

  /* Where there is room for all of them, nothing is folded, and nothing opens or closes. */
  function unfold() {
    document.querySelectorAll(".jb-filters__fold").forEach((details) => { details.open = !narrow.matches; });
  }

  function start(form) {
    const table = document.getElementById(form.dataset.jbFilter);
    if (!table || form.dataset.jbReady) return;
    form.dataset.jbReady = "yes";
    const rows = Array.from(table.tBodies).flatMap(rowsOf);
    const order = form.elements.sort ? window.journeybook.sorting(form, table) : () => {};
    function show() {
      order(rows);
      apply(form, table, rows);
    }
    function update() {
      show();
      remember(form);
    }
    recall(form);
    form.querySelector("details").open = !narrow.matches;
    form.hidden = false;
    show();
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => window.setTimeout(update));
  }

  narrow.addEventListener("change", unfold);
  window.journeybook.onPage(function () {
    document.querySelectorAll("form[data-jb-filter]").forEach(start);
  });
})();
