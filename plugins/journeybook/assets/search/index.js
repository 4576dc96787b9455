/* Teaches lunr, which both searches of MkDocs use, to find what readers mean by a word, and to put first what they
 * look for. It is read after lunr, in the same place. Its own index, its scores and its documents stay. */
(function () {
  "use strict";

  const lunr = self.lunr, words = self.journeybookWords;
  const SEPARATOR = /(?:[\s„“”"«»‹›()[\]{}<>/\\|…!?;=*+·•→]|&(?:amp|lt|gt|quot|#\w+);|[.,:](?!\d))+/;
  const USUAL = ["[\\s\\-]+", "[\\s\\-]+"].map((text) => new RegExp(text).source);
  const BOOSTS = { title: 12, called: 12, kindred: 12, tags: 4, text: 1, place: 0.5 };
  const MATERIALS = { title: 1e3, text: 1, tags: 1e6 };
  const ENOUGH = 3;
  const LETTER = /[\p{L}\p{N}]/u, AROUND = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

  /* Texts have the same words again and again. */
  function once(make) {
    const known = new Map();
    return function (word) {
      if (!known.has(word)) known.set(word, make(word));
      return known.get(word);
    };
  }

  const isStopWord = once(function (word) {
    const filters = Object.keys(lunr).map((name) => name.length === 2 && lunr[name].stopWordFilter).filter(Boolean);
    if (lunr.multiLanguage || !filters.length) filters.push(lunr.stopWordFilter);
    const umlauts = word.replace(/ae/g, "ä").replace(/oe/g, "ö").replace(/ue/g, "ü");
    return filters.some((filter) => !filter(word) || !filter(umlauts));
  });

  /* What remains of a word of a text, if anything does. */
  const rest = once((word) => (LETTER.test(word) && !isStopWord(word) ? word.replace(AROUND, "") : ""));

  function kept(token) {
    const word = rest(token.str);
    if (!word) return null;
    token.str = word;
    return token;
  }
  lunr.Pipeline.registerFunction(kept, "journeybook");

  /* The page that an entry stands on, which comes first of its entries. */
  function pageOf(builder, entry) {
    const address = entry.location.split("#")[0];
    if (!builder.ownPages.has(address)) builder.ownPages.set(address, entry);
    return builder.ownPages.get(address);
  }

  /* Index all words as they are written, once the theme has set up everything else. */
  function prepare(builder) {
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    builder.pipeline.add(kept);
    builder.ownPages = new Map();
    builder.sizes = new Map();
    // Material marks what was found in a field that an entry has by the same name.
    builder.field("called", { extractor: (entry) => unmarked((entry.names || []).join(" ")) });
    builder.field("kindred", { extractor: (entry) => unmarked(entry.kind || "") });
    builder.field("place", { extractor: (entry) => unmarked(placeOf(pageOf(builder, entry), entry)) });
    Object.entries(builder._fields).forEach(([name, field]) => {
      if (field.boost === undefined || field.boost === MATERIALS[name]) field.boost = BOOSTS[name] || 1;
    });
    if (USUAL.includes(lunr.tokenizer.separator.source)) lunr.tokenizer.separator = SEPARATOR;
    lunr.QueryLexer.termSeparator = /\s+/;
  }

  /* Material's tokenizer notes where it finds words. */
  function unmarked(text) {
    if (lunr.tokenizer.table) lunr.tokenizer.table = [];
    return text;
  }

  function placeOf(page, entry) {
    return page === entry ? "" : page.title;
  }

  /* How many words a name has, beside those that say nothing. */
  function sizeOf(name) {
    return name.toLowerCase().split(lunr.tokenizer.separator).filter(rest).length;
  }

  const add = lunr.Builder.prototype.add, build = lunr.Builder.prototype.build;

  lunr.Builder.prototype.add = function (entry, attributes) {
    if (!this.ownPages) prepare(this);
    this.sizes.set(entry.location, { title: sizeOf(entry.title), called: Math.min(...(entry.names || []).map(sizeOf)) });
    return add.call(this, entry, { boost: entry.boost, ...attributes });
  };

  lunr.Builder.prototype.build = function () {
    const index = build.call(this);
    if (!this.ownPages) return index;
    const form = words.forms(), terms = Object.keys(index.invertedIndex).map(form);
    const stems = new Set(terms.flatMap((one) => [one, ...one.pieces]).flatMap((one) => one.stems));
    index.asked = {
      form,
      terms,
      sizes: this.sizes,
      count: this.documentCount,
      isWord: (text) => text.length > 2 && form(text).stems.some((stem) => stems.has(stem)),
      isBeginning: (text) => terms.some((one) => one.spelled.startsWith(text)),
      found: new Map(),
    };
    return index;
  };

  /* The words of the index that stand for an asked word, each with how far it does. */
  function meant(asked, word) {
    if (!asked.found.has(word)) {
      const form = asked.form(word), found = new Map();
      asked.terms.forEach((one) => {
        const likeness = words.likeness(one, form, asked.isWord);
        if (likeness) found.set(one.term, likeness);
      });
      asked.found.set(word, found);
    }
    return asked.found.get(word);
  }

  function isKnown(found) {
    return Array.from(found.values()).some((likeness) => likeness >= words.SAME);
  }

  /* What stands for "check" and for "out" where both are typed: what begins with one, and Checkout. */
  function joinNeighbours(asked, typed, wanted) {
    typed.slice(1).forEach((word, i) => {
      meant(asked, typed[i] + word).forEach((likeness, term) => {
        if (likeness < words.SAME) return;
        [typed[i], word].forEach((one) => { if (wanted.has(one)) wanted.get(one).set(term, 1); });
      });
    });
  }

  /* Each asked word with the words of the index that stand for it. */
  function wantedOf(asked, typed) {
    const some = typed.filter((word) => !isStopWord(word)), wanted = new Map();
    (some.length ? some : typed).forEach((word) => {
      const found = meant(asked, word), parts = isKnown(found) ? [] : words.parted(asked.form(word), asked.isWord, asked.isBeginning);
      const pieces = asked.form(word).pieces.map((piece) => piece.term);
      // One letter among words is no beginning of others.
      wanted.set(word, new Map(Array.from(found).filter(([, likeness]) => !word[1] ? likeness >= words.SAME || !typed[1] : true)));
      if (isKnown(found)) return;
      (parts.length ? parts : pieces).forEach((part) => wanted.set(`${word} ${part}`, new Map(meant(asked, part))));
      if (parts.length || pieces.length) if (!found.size) wanted.delete(word);
    });
    joinNeighbours(asked, typed, wanted);
    return wanted;
  }

  /* All words that stand for one are as rare as they are together, so that the rarest does not come first. */
  function clausesOf(index, wanted) {
    const clauses = new Map();
    const usesOf = (term) => index.fields.reduce((sum, name) => sum + Object.keys(index.invertedIndex[term][name]).length, 0);
    const rarity = (uses) => Math.log(1 + Math.abs((index.asked.count - uses + 0.5) / (uses + 0.5)));
    wanted.forEach((found) => {
      const uses = new Map(Array.from(found.keys(), (term) => [term, usesOf(term)]));
      const all = rarity(Math.min(index.asked.count / 2, Array.from(uses.values()).reduce((a, b) => a + b, 0)));
      found.forEach((likeness, term) => {
        clauses.set(term, (clauses.get(term) || 0) + likeness * all / rarity(uses.get(term)));
      });
    });
    return clauses;
  }

  /* What a hit has of the asked words, and how much of one of its names they are. */
  function judge(index, hit, wanted) {
    const metadata = hit.matchData.metadata, terms = Object.keys(metadata), sizes = index.asked.sizes.get(hit.ref);
    const having = (some) => Array.from(wanted).filter(([, found]) => some.some((term) => found.has(term)));
    const covered = having(terms);
    const closeness = Math.max(...Object.entries(sizes).map(([field, size]) => {
      const within = terms.filter((term) => metadata[term][field]).length;
      const named = having(terms.filter((term) => metadata[term][field] || metadata[term].kindred)).length;
      return within ? within / Math.max(within, size) * named / wanted.size : 0;
    }));
    const isOwn = terms.some((term) => Object.keys(metadata[term]).some((field) => field !== "place"));
    return { hit, covered, isOwn, score: hit.score * (1 + 2 * closeness ** 2) * (covered.length / wanted.size) ** 3 };
  }

  /* Material tells a word as missing unless a found one begins with it. */
  function named(judged, typed) {
    const metadata = Object.create(null), found = { ...judged.hit.matchData.metadata };
    judged.covered.forEach(([key, terms]) => {
      const [word] = key.split(" ");
      metadata[word] = {};
      Object.keys(found).filter((term) => terms.has(term)).forEach((term) => {
        metadata[term.startsWith(word) ? term : `${word} ${term}`] = found[term];
        delete found[term];
      });
    });
    typed.filter(isStopWord).forEach((word) => { metadata[word] = metadata[word] || {}; });
    judged.hit.matchData.metadata = metadata;
    return Object.assign(judged.hit, { score: judged.score });
  }

  /* Those that have all words; if they are few, those that have most of them as well. None has only its page's. */
  function chosen(judged, wanted, needed) {
    const allowed = judged.filter(({ covered, isOwn }) => isOwn && needed.every((word) => covered.some(([key]) => key.split(" ")[0] === word)));
    const whole = allowed.filter(({ covered }) => covered.length === wanted.size);
    return whole.length >= ENOUGH ? whole : allowed.filter(({ covered }) => covered.length * 2 >= wanted.size);
  }

  const search = lunr.Index.prototype.search, { REQUIRED, PROHIBITED } = lunr.Query.presence;

  lunr.Index.prototype.search = function (text) {
    const query = new lunr.Query(this.fields);
    new lunr.QueryParser(text, query).parse();
    const clauses = query.clauses.map((clause) => ({ ...clause, word: clause.term.replace(/\*$/, "") }));
    const isPlain = (clause) => !clause.editDistance && !clause.word.includes("*") && clause.fields.length === this.fields.length;
    const asked = clauses.filter((clause) => clause.presence !== PROHIBITED), typed = asked.map((clause) => clause.word);
    if (!this.asked || !typed.length || !clauses.every(isPlain)) return search.call(this, text);

    const wanted = wantedOf(this.asked, typed), needed = asked.filter((clause) => clause.presence === REQUIRED);
    const hits = this.query((own) => {
      clausesOf(this, wanted).forEach((boost, term) => own.clause({ term, boost, usePipeline: false }));
      clauses.filter((clause) => clause.presence === PROHIBITED).forEach(({ word, presence }) => {
        meant(this.asked, word).forEach((likeness, term) => {
          if (likeness >= words.SAME) own.clause({ term, presence, usePipeline: false });
        });
      });
    });
    const judged = hits.map((hit) => judge(this, hit, wanted));
    return chosen(judged, wanted, needed.map((clause) => clause.word))
      .map((one) => named(one, typed)).sort((a, b) => b.score - a.score);
  };
})();
