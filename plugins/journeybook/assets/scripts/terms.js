/* Shows beside a word of the organisation's own what it means: under the mouse, the keyboard or the finger.
   Without this script the word is a link to the glossary, and a screen reader says the meaning with it. */
(function () {
  "use strict";

  const GAP = 6;
  let shown = null;

  const termAt = (event) => (event.target instanceof Element ? event.target.closest(".jb-term") : null);
  const tipOf = (term) => document.getElementById(term.getAttribute("aria-describedby"));

  function hide() {
    if (shown) shown.tip.hidden = true;
    shown = null;
  }

  function show(term) {
    const tip = tipOf(term);
    if (!tip || term.closest("dialog") || (shown && shown.term === term)) return;
    hide();
    tip.hidden = false;
    shown = { term, tip };
    const word = term.getClientRects()[0];
    const room = document.documentElement;
    const below = word.bottom + GAP + tip.offsetHeight <= room.clientHeight;
    const left = Math.min(word.left, room.clientWidth - tip.offsetWidth - GAP);
    tip.style.left = `${Math.max(GAP, left)}px`;
    tip.style.top = `${below ? word.bottom + GAP : Math.max(GAP, word.top - GAP - tip.offsetHeight)}px`;
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    const term = termAt(event);
    if (term) show(term);
    else if (shown && !shown.tip.contains(event.target) && document.activeElement !== shown.term) hide();
  });

  document.addEventListener("focusin", function (event) {
    const term = termAt(event);
    if (term && term.matches(":focus-visible")) show(term);
    else hide();
  });

  /* The first tap shows the meaning, the second one follows the link. */
  document.addEventListener("click", function (event) {
    const term = termAt(event);
    if (!term) hide();
    else if (event.pointerType === "touch" && !(shown && shown.term === term)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      show(term);
    } else hide();
  }, true);

  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape" || !shown) return;
    event.stopImmediatePropagation();
    hide();
  }, true);

  document.addEventListener("scroll", hide, { capture: true, passive: true });
})();
