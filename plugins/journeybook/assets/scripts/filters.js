/* Lists, without a server: filters are matched against data-<name> of the rows. Choices, the order and how many rows
   are shown live in the address, so that a link shows the same view. Of a long list the screen shows the beginning;
   paper and what is taken away have every row that the filters leave. */
(function () {
  "use strict";

  const STEP = 50; // rows that are shown, and added at a time
  const AT_ONCE = 16; // rows that come up before the browser paints: what a window holds
  const lists = [];
  const narrow = window.matchMedia("(max-width: 44em)");

  function fold(text) {
    // without accents and soft hyphens
    return text.toLowerCase().normalize("NFKD").replace(/[\u00ad\u0300-\u036f]/g, "").replace(/ß/g, "ss");
  }

  /* What a list knows of a row, so that a thousand of them need not be asked again. */
  function entry(row) {
    return {
      row,
      facets: { ...row.dataset },
      text: "",
      isLeft: true,
      isShown: !row.hidden,
      group: row.parentNode,
    };
  }

  function textOf(item) {
    if (!item.text) item.text = fold(`${item.row.textContent} ${item.facets.words || ""}`);
    return item.text;
  }

  /* What is asked of one field of a form: a function of an entry. */
  function condition([name, value]) {
    if (name !== "text") return (item) => ` ${item.facets[name] || ""} `.includes(` ${value} `);
    const words = fold(value).split(/\s+/); // not "q", for which Material opens its own search
    return (item) => words.every((word) => textOf(item).includes(word));
  }

  function choicesOf(form) {
    return Object.fromEntries(new FormData(form));
  }

  /* The choices that narrow a list; some selects stand for a value as long as nothing is chosen. */
  function conditionsOf(form, { sort, ...choices }) {
    const scopes = Array.from(form.querySelectorAll("select[data-jb-default]"));
    const scope = scopes.map((select) => [select.name, choices[select.name] || select.dataset.jbDefault]);
    const others = Object.entries(choices).filter(([name, value]) => value && !form.elements[name].dataset.jbDefault);
    return [scope.map(condition), others.map(condition)];
  }

  function number(value) {
    return value.toLocaleString(document.documentElement.lang || undefined);
  }

  function told(form, shown, all) {
    const { jbCount, jbNone, jbSorted } = form.querySelector("output").dataset;
    if (!shown) return jbNone;
    const count = jbCount.replace("{shown}", number(shown)).replace("{all}", number(all));
    const order = form.elements.sort;
    if (!order || !order.value) return count;
    return `${count}, ${jbSorted.replace("{order}", order.selectedOptions[0].text)}`;
  }

  /* Tell on the fold how many filters narrow the list; an order leaves every row. On paper tell which. */
  function count(form, { sort, ...choices }) {
    const summary = form.querySelector("summary");
    const active = Object.keys(choices).filter((name) => choices[name]);
    const { jbPlain, jbCount } = summary.dataset;
    summary.textContent = active.length ? jbCount.replace("{count}", active.length) : jbPlain;
    form.querySelector(".jb-filters__chosen").textContent = active.map(function (name) {
      const field = form.elements[name];
      const value = field.options ? field.selectedOptions[0].text : field.value;
      return `${field.labels[0].querySelector("span").textContent}: ${value}`;
    }).join(" · ");
  }

  /* The rows of a list, without the heads of its groups. */
  function rowsOf(body) {
    return Array.from(body.rows).filter((row) => !row.querySelector("th[scope=rowgroup]"));
  }

  /* Changes nothing that is as it should be, for each change costs the browser some work. */
  function show(item, isShown) {
    if (item.isShown !== isShown) item.row.hidden = !isShown;
    item.isShown = isShown;
  }

  function apply(list) {
    const { form, table } = list;
    const choices = choicesOf(form);
    const [scope, others] = conditionsOf(form, choices);
    let all = 0;
    let left = 0;
    list.entries.forEach(function (item) {
      const isInScope = scope.every((holds) => holds(item));
      item.isLeft = isInScope && others.every((holds) => holds(item));
      all += isInScope;
      left += item.isLeft;
      item.isWanted = item.isLeft && left <= list.most;
    });
    settle(list);
    count(form, choices);
    form.classList.toggle("is-empty", !left);
    table.closest(".jb-scroll").hidden = !left;
    form.querySelector("output").textContent = told(form, left, all);
    offerMore(list, left);
  }

  /* Show what is wanted: the first rows at once, the others after each painted frame. */
  function settle(list) {
    window.cancelAnimationFrame(list.frame);
    let room = AT_ONCE;
    list.entries.forEach(function (item) {
      if (item.isWanted && !item.isShown) room -= 1;
      if (!item.isWanted || room >= 0) show(item, item.isWanted);
    });
    showGroups(list.table, list.entries);
    if (room < 0) list.frame = window.requestAnimationFrame(() => window.setTimeout(() => settle(list)));
  }

  /* A group of which nothing is shown has no head either. */
  function showGroups(table, entries) {
    const shown = new Set(entries.filter((item) => item.isShown).map((item) => item.group));
    if (table.tBodies.length > 1) Array.from(table.tBodies).forEach((body) => { body.hidden = !shown.has(body); });
  }

  /* Paper has every row that the filters leave. */
  function unroll(isOnPaper) {
    lists.filter((list) => list.table.isConnected).forEach(function (list) {
      if (!isOnPaper) return settle(list);
      list.entries.forEach((item) => show(item, item.isLeft));
      return showGroups(list.table, list.entries);
    });
  }

  function offerMore(list, left) {
    const rest = left - list.most;
    list.more.hidden = rest <= 0;
    if (rest <= 0) return;
    const [some, all] = list.more.querySelectorAll("button");
    some.textContent = list.words[0].replace("{count}", number(Math.min(STEP, rest)));
    some.hidden = rest <= STEP;
    all.textContent = list.words[1].replace("{count}", number(left));
  }

  function grow(list, most) {
    list.most = most;
    window.journeybook.setParameter("rows", most > STEP ? String(most) : "");
    apply(list);
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
    return Math.max(STEP, parseInt(wanted.get("rows"), 10) || 0);
  }

  /* A link to a row shows it, wherever in the list it stands. */
  function reach(list) {
    const row = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (!row || !list.table.contains(row) || !list.entries.some((item) => item.isLeft && item.row.hidden)) return;
    grow(list, Infinity);
    row.scrollIntoView();
  }

  /* Where there is room for all of them, nothing is folded, and nothing opens or closes. */
  function unfold() {
    document.querySelectorAll(".jb-filters__fold").forEach((details) => { details.open = !narrow.matches; });
  }

  function listen(list, order) {
    const { form, table, more } = list;
    function update() {
      list.most = STEP;
      window.journeybook.setParameter("rows", "");
      order();
      apply(list);
      remember(form);
    }
    const [some, all] = more.querySelectorAll("button");
    some.addEventListener("click", () => grow(list, list.most + STEP));
    all.addEventListener("click", () => grow(list, Infinity));
    form.addEventListener("input", update);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => window.setTimeout(update));
    form.querySelector("[data-jb-print]").addEventListener("click", () => window.print());
    form.querySelector("[data-jb-csv]").addEventListener("click", () => window.journeybook.takeAway(list));
  }

  function start(form) {
    const table = document.getElementById(form.dataset.jbFilter);
    if (!table || form.dataset.jbReady) return;
    form.dataset.jbReady = "yes";
    const more = document.getElementById(`${table.id}_more`);
    const list = { form, table, more, most: STEP };
    list.words = Array.from(more.querySelectorAll("button"), (button) => button.textContent);
    table.closest(".jb-scroll").after(more);
    list.entries = Array.from(table.tBodies).flatMap(rowsOf).map(entry);
    const order = form.elements.sort ? window.journeybook.sorting(form, table, list.entries) : () => {};
    list.most = recall(form);
    form.querySelector("details").open = !narrow.matches;
    form.hidden = false;
    order();
    apply(list);
    listen(list, order);
    reach(list);
    lists.push(list);
  }

  narrow.addEventListener("change", unfold);
  window.addEventListener("beforeprint", () => unroll(true));
  window.addEventListener("afterprint", () => unroll(false));
  window.journeybook.onPage(function () {
    document.querySelectorAll("form[data-jb-filter]").forEach(start);
  });
})();
