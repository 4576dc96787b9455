/* A list as CSV, for spreadsheets: the rows that the filters leave, in their order. It is made here, so it works from
   a disk and without a request. Where numbers have a comma for the point, columns are parted by semicolons, as Excel
   expects it there; the mark at its beginning tells Excel that it is UTF-8. */
(function () {
  "use strict";

  const NUMBER = /^[+-]?\d+([.,]\d+)?$/;
  const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
  const APART = /^(BR|DD|DIV|LI|P|SMALL|TR)$/;

  /* The words of a cell, as they are read out; parts that stand below each other are parted by semicolons. */
  function pieces(node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    if (node.dataset && node.dataset.jbValue !== undefined) return node.dataset.jbValue;
    if (node.tagName === "TIME" && node.dateTime) return node.dateTime;
    const words = Array.from(node.childNodes, pieces).join("");
    return APART.test(node.tagName) ? `\n${words}\n` : words;
  }

  function textOf(cell) {
    const lines = pieces(cell).replace(/\u00ad/g, "").split("\n");
    return lines.map((line) => line.replace(/\s+/g, " ").trim()).filter(Boolean).join("; ");
  }

  /* A spreadsheet would work out what begins like a formula, whoever wrote it. */
  function harmless(text) {
    return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  }

  function line(values, separator) {
    return values.map((value) => `"${harmless(value).replace(/"/g, '""')}"`).join(separator);
  }

  function groupOf(body) {
    const head = body.querySelector("th[scope=rowgroup]");
    return head ? [textOf(head.querySelector("a") || head)] : [];
  }

  function linesOf(table, entries) {
    const heads = Array.from(table.tHead.rows[0].cells, textOf);
    const isGrouped = Array.from(table.tBodies).some((body) => groupOf(body).length);
    const left = entries.filter((item) => item.isLeft);
    const rows = left.map(({ row, group }) => [...groupOf(group), ...Array.from(row.cells, textOf)]);
    return [isGrouped ? [table.dataset.jbGroups || "", ...heads] : heads, ...rows];
  }

  window.journeybook.takeAway = function ({ form, table, entries }) {
    const language = document.documentElement.lang || undefined;
    const separator = (0.5).toLocaleString(language).includes(",") ? ";" : ",";
    const text = linesOf(table, entries).map((values) => line(values, separator)).join("\r\n");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text, "\r\n"], { type: "text/csv;charset=utf-8" }));
    link.download = form.querySelector("[data-jb-csv]").dataset.jbCsv;
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };
})();
