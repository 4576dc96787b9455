/* Tells how far two words are the same to a reader: spelling, singular and plural, and parts of compounds.
 *
 * A form is a word with all that it is compared by. How alike two forms are is a number from 0 to 1. */
self.journeybookWords = (function () {
  "use strict";

  const SPELLED_OUT = { "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "oe" };
  const ACCENTS = /[\u0300-\u036f]/g, NO_LETTERS = /[^\p{L}\p{N}]/gu;
  const EXACT = 1, SPELLING = 0.95, ENDING = 0.85, PIECE = 0.75, PREFIX = 0.45, TAIL = 0.35, HEAD = 0.25;
  const IRREGULAR = {
    children: "child", people: "person", men: "man", women: "woman", feet: "foot", teeth: "tooth", mice: "mouse",
    shelves: "shelf", halves: "half", lives: "life", knives: "knife", leaves: "leaf", thieves: "thief",
  };

  /* "Rück-Gabe" is rueckgabe, "Anna’s" annas, "Café" cafe. */
  function spelled(word) {
    const small = word.toLowerCase().normalize("NFC").replace(/[äöüßæœø]/g, (sign) => SPELLED_OUT[sign]);
    return small.normalize("NFD").replace(ACCENTS, "").replace(NO_LETTERS, "");
  }

  /* "Rückgabe" is ruckgabe: what remains to those who leave the dots of umlauts out. */
  function bare(word) {
    return word.toLowerCase().replace(/ß/g, "ss").normalize("NFD").replace(ACCENTS, "").replace(NO_LETTERS, "");
  }

  function snowball(stemmer, word) {
    return stemmer(new self.lunr.Token(word, {})).toString();
  }

  /* Snowball leaves most plurals in -s as they are, and the endings of Konto, Firma, Museum. */
  function germanStem(word) {
    const umlauts = spelled(word).replace(/ae/g, "ä").replace(/oe/g, "ö").replace(/([^aeiouäöq]|^)ue/g, "$1ü");
    const singular = umlauts.replace(/([^s]{3})s$/, "$1");
    const stem = snowball(self.lunr.de.stemmer, singular);
    return stem.replace(/(..)nn$/, "$1n").replace(/(.i)ss$/, "$1").replace(/(...?)s$/, "$1").replace(/(...)(?:a|o|um|us)$/, "$1");
  }

  /* Porter's stem; the spellings of both sides of the Atlantic are one. */
  function englishStem(word) {
    const small = spelled(word), one = IRREGULAR[small] || small;
    const american = one.replace(/our/g, "or").replace(/ogue(s?)$/, "og$1").replace(/tre(s?)$/, "ter$1");
    return snowball(self.lunr.stemmer, american.replace(/is(e[ds]?|ing|ations?)$/, "iz$1"));
  }

  function stemmers() {
    const others = Object.keys(self.lunr).filter((name) => name.length === 2 && self.lunr[name].stemmer && name !== "de");
    const found = others.map((name) => (word) => snowball(self.lunr[name].stemmer, bare(word)));
    if (self.lunr.de) found.push(germanStem);
    if (self.lunr.multiLanguage || !found.length) found.push(englishStem);
    return found;
  }

  /* Makes the function that gives a word its form, in the languages that the search has loaded. */
  function forms() {
    const stem = stemmers(), known = new Map();
    function make(word) {
      const pieces = word.split(/[-‐‑–]+/).filter(Boolean);
      return {
        term: word,
        spelled: spelled(word),
        bare: bare(word),
        stems: stem.map((one) => one(word)),
        pieces: pieces.length > 1 ? pieces.map(form) : [],
      };
    }
    function form(word) {
      if (!known.has(word)) known.set(word, make(word));
      return known.get(word);
    }
    return form;
  }

  function share(a, b) {
    return a.stems.some((stem, i) => stem.length > 1 && stem === b.stems[i]);
  }

  function same(form, asked) {
    if (form.term === asked.term) return EXACT;
    if (form.spelled === asked.spelled) return SPELLING;
    return share(form, asked) || form.bare === asked.spelled ? ENDING : 0;
  }

  /* Fußmessung ends in Messung, Kassenbon in Bon: a short word counts where what is before it is a word as well. */
  function endsIn(form, asked, isWord) {
    return form.stems.some((stem, i) => {
      const tail = [asked.spelled, asked.bare, asked.stems[i]].find((end) => end.length > 2 && (
        form.spelled.endsWith(end) || form.bare.endsWith(end) || stem.endsWith(end)));
      if (!tail) return false;
      const whole = [form.spelled, form.bare, stem].find((text) => text.endsWith(tail));
      const head = whole.slice(0, -tail.length);
      return head.length > 2 && (asked.spelled.length > 4 && tail.length > 3 || isWord(head));
    });
  }

  /* How far a word of the index is what was asked for. */
  function likeness(form, asked, isWord) {
    const whole = same(form, asked);
    if (whole) return whole;
    if (form.pieces.some((piece) => same(piece, asked))) return PIECE;
    if (form.spelled.startsWith(asked.spelled) || form.bare.startsWith(asked.spelled)) return PREFIX;
    if (form.pieces.some((piece) => piece.spelled.startsWith(asked.spelled))) return PREFIX;
    if (asked.spelled.length > 2 && endsIn(form, asked, isWord)) return TAIL;
    return form.stems.some((stem, i) => asked.stems[i].length > 4 && stem.startsWith(asked.stems[i])) ? HEAD : 0;
  }

  /* The words of a compound that is no word of the index itself: Rückgabe and Schein, or the longer if only one is.
   * One alone has to be spelled like a word: "künd" of kündigen has the stem of Kunde and is none. */
  function parted(asked, isWord, isBeginning) {
    const text = asked.spelled, cuts = Array.from({ length: Math.max(0, text.length - 5) }, (_, i) => text.length - 3 - i);
    const pairs = cuts.map((at) => [text.slice(0, at), text.slice(at)]);
    const whole = pairs.find((pair) => pair.every(isWord));
    const parts = whole ? [] : pairs.flat().filter((part) => part.length > 3 && isWord(part) && isBeginning(part));
    return whole || parts.sort((a, b) => b.length - a.length).slice(0, 1);
  }

  return { forms, likeness, parted, spelled, SAME: PIECE };
})();
