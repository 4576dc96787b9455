/* Names on each hit what it is, shows one line of its text, and has the page mark the words that were found. It
 * looks at what the worker of the search sends to the page. */
(function () {
  "use strict";

  const RESULT = 3, BEFORE = 30, AFTER = 130;

  function withoutTags(text) {
    return text.replace(/<(?!\/?mark>)[^>]*>/g, " ").replace(/\s+/g, " ").trim();
  }

  /* The piece of a text around the first found word, which is marked. */
  function oneLine(text) {
    const blocks = text.split(/<\/(?:p|li|pre)>/).map(withoutTags).filter(Boolean);
    const line = blocks.find((block) => block.includes("<mark>")) || blocks[0] || "";
    const from = line.lastIndexOf(" ", Math.max(0, line.indexOf("<mark>") - BEFORE)) + 1;
    const to = line.indexOf(" ", from + AFTER);
    const piece = to < 0 ? line.slice(from) : `${line.slice(0, to).slice(from)} …`;
    const open = piece.split("<mark>").length > piece.split("</mark>").length ? "</mark>" : "";
    return `${from ? "… " : ""}${piece}${open}`;
  }

  /* The words that the page marks when it is opened: those found, however they were typed. */
  function termsOf(hit) {
    const marked = Array.from(`${hit.title} ${hit.text}`.matchAll(/<mark>([^<]*)<\/mark>/g), ([, word]) => [word.toLowerCase(), true]);
    return Object.fromEntries([...Object.entries(hit.terms).filter(([, isFound]) => !isFound), ...marked]);
  }

  function finished(hit) {
    const kind = hit.kind ? ` <small class="jb-hit-kind">${hit.kind}</small>` : "";
    return { ...hit, terms: termsOf(hit), title: hit.title + kind, text: hit.text && `<p>${oneLine(hit.text)}</p>` };
  }

  /* The search that is built into MkDocs shows plain text. */
  function finishedPlain(hit) {
    return { ...hit, title: hit.kind ? `${hit.title} (${hit.kind})` : hit.title, summary: oneLine(hit.text) };
  }

  const send = self.postMessage.bind(self);
  self.postMessage = function (message, ...others) {
    if (message.type === RESULT) {
      const items = message.data.items.map((group) => group.map(finished));
      return send({ ...message, data: { ...message.data, items } }, ...others);
    }
    return send(message.results ? { ...message, results: message.results.map(finishedPlain) } : message, ...others);
  };
})();
