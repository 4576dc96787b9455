/* Filters of tables and lists, without a server: choices are matched against data-<name> of the rows.
   Choices live in the address, so that a link shows the same view. */
(function () {
  "use strict";

  function fold(text) {
    return text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/ß/g, "ss");
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

  function apply(form, rows) {
    const choices = choicesOf(form);
    let shown = 0;
    rows.forEach(function (row) {
      row.hidden = !matches(row, choices);
      if (!row.hidden) shown += 1;
    });
    const output = form.querySelector("output");
    const text = shown ? output.dataset.jbCount : output.dataset.jbNone;
    output.textContent = text.replace("{shown}", shown).replace("{all}", rows.length);
  }

  function remember(form) {
    const url = new URL(window.location.href);
    Object.entries(choicesOf(form)).forEach(function ([name, value]) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    });
    window.history.replaceState(window.history.state, "", url);
  }

  function recall(form) {
    const wanted = new URL(window.location.href).searchParams;
    Array.from(form.elements).forEach(function (element) {
      if (element.name && wanted.has(element.name)) element.value = wanted.get(element.name);
    });
  }

  function start(form) {
    const table = document.getElementById(form.dataset.jbFilter);
    if (!table || form.dataset.jbReady) return;
    form.dataset.jbReady = "yes";
    const rows = Array.from(table.tBodies ? table.tBodies[0].rows : table.children);
    recall(form);
    form.hidden = false;
    apply(form, rows);
    function update() {
      apply(form, rows);
      remember(form);
    }
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => window.setTimeout(update));
  }

  window.journeybook.onPage(function () {
    document.querySelectorAll("form[data-jb-filter]").forEach(start);
  });
})();
