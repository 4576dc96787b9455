/* The order of a list: by a key of its rows, `-key` for the greatest first. A head with data-jb-sort becomes a
   button; a select of the list's form holds the choice, and offers the same where the heads are hidden. */
(function () {
  "use strict";

  const bare = (choice) => choice.replace(/^-/, "");
  const turned = (choice) => (choice.startsWith("-") ? bare(choice) : `-${choice}`);

  function comparison(head) {
    if (head.hasAttribute("data-jb-number")) return (a, b) => a - b;
    return new Intl.Collator(document.documentElement.lang || undefined, { numeric: true }).compare;
  }

  /* Rows without a value come last both ways, and equal ones stay in their order. */
  function sorted(entries, head, choice) {
    const compare = comparison(head);
    const sign = choice.startsWith("-") ? -1 : 1;
    const valueOf = (item) => item.row.getAttribute(`data-by-${bare(choice)}`) || "";
    const keyed = entries.map((item) => [valueOf(item), item]);
    return keyed.sort(function ([a], [b]) {
      if (!a || !b) return !a - !b;
      return sign * compare(a, b);
    }).map(([, item]) => item);
  }

  function offer(select, head) {
    const name = bare(head.dataset.jbSort);
    const column = head.textContent.trim();
    select.add(new Option(select.dataset.jbUp.replace("{column}", column), name));
    select.add(new Option(select.dataset.jbDown.replace("{column}", column), `-${name}`));
  }

  function press(select, head) {
    const first = head.dataset.jbSort;
    select.value = select.value === first ? turned(first) : first;
    select.dispatchEvent(new Event("input", { bubbles: true }));
  }

  function makeButton(select, head) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "jb-order";
    button.append(...head.childNodes);
    button.addEventListener("click", () => press(select, head));
    head.append(button);
  }

  function mark(head, choice) {
    if (bare(head.dataset.jbSort) !== bare(choice)) head.removeAttribute("aria-sort");
    else head.setAttribute("aria-sort", choice.startsWith("-") ? "descending" : "ascending");
  }

  /* Prepare a list, and return the function that puts its entries and their rows into the order that is chosen. */
  window.journeybook.sorting = function (form, table, entries) {
    const select = form.elements.sort;
    const heads = Array.from(table.querySelectorAll("th[data-jb-sort]"));
    const asListed = Array.from(entries);
    let current = "";
    heads.forEach((head) => offer(select, head));
    heads.forEach((head) => makeButton(select, head));
    return function () {
      const choice = select.value;
      if (choice === current) return; // moving rows costs the most of all that a list does
      current = choice;
      const head = heads.find((item) => bare(item.dataset.jbSort) === bare(choice));
      heads.forEach((item) => mark(item, choice));
      entries.splice(0, entries.length, ...(head ? sorted(asListed, head, choice) : asListed));
      table.tBodies[0].append(...entries.map((item) => item.row));
    };
  };
})();
