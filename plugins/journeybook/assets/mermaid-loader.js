/* Draws every [data-jb-diagram] with the Mermaid library that lies beside this file.
 *
 * In: figures as `journeybook.diagrams.block` writes them. Out: the drawing in a shadow root, in the colours of the
 * page. The library is fetched when the first diagram comes near the view; nothing else is fetched at all.
 * Load it as a classic script, anywhere in the page, once for all pages of an instant navigation. */
(function () {
  "use strict";

  const LIBRARY = new URL("mermaid.tiny.js", document.currentScript.src).href;
  const MAX_LENGTH = 50000; // beyond it Mermaid draws a notice instead, and reports no error
  const COPIED_FOR = 3000;
  const PATIENCE = 1000; // a machine that is busy for good has no idle moment
  const FAILED = "failed";
  const SMALLEST = 0.8; // of its own size, at which the text of a drawing is still easy to read
  const LEAST = 0.5; // at which the boxes of one still tell the way: one that would be smaller scrolls
  const LAYERED = /^(?:flowchart|graph|stateDiagram)/;
  const ACROSS = /^(\s*(?:flowchart|graph|direction)[^\S\n]+)(?:LR|RL)\b/m;

  const ACCENT = "var(--md-typeset-a-color, var(--bs-link-color, #4051b5))";
  const PAPER = "var(--md-default-bg-color, var(--bs-body-bg, Canvas))";

  const JOURNEY_STYLE = `
    .label{color:inherit;font-size:12px;line-height:1.2;font-family:inherit}
    div.task,div.journey-section{table-layout:fixed;overflow-wrap:anywhere}
    div.journey-section .label{font-size:13px;font-weight:700}
    text,.legend,text.task,text.journey-section{fill:currentColor;font-family:inherit}
    line{stroke:currentColor}
    marker path{fill:currentColor;fill-opacity:.6}
    line{stroke-width:2px;stroke-opacity:.5}
    line.task-line{stroke-width:1px;stroke-opacity:.4}
    circle[class*=actor-]{transform:translateY(-8px)}
    rect.task,rect.journey-section{stroke:currentColor;stroke-opacity:.4}
    rect.task{fill:${PAPER}}
    rect.journey-section{fill:${ACCENT};fill-opacity:.22}
    .face{fill:#fff8dc;stroke:#888}
    .mouth{stroke:#333}
    .actor-0{fill:#0072b2}.actor-1{fill:#e69f00}.actor-2{fill:#009e73}
    .actor-3{fill:#cc79a7}.actor-4{fill:#56b4e9}.actor-5{fill:#d55e00}`;

  const FLOWCHART_STYLE = `
    .label,.nodeLabel,.edgeLabel,.cluster-label,.label p{color:inherit;fill:currentColor}
    .node rect,.node circle,.node ellipse,.node polygon,.node path{
      fill:${PAPER};stroke:currentColor;stroke-opacity:.55;stroke-width:1px}
    .node.finish rect,.node.finish path{stroke-width:3px}
    .cluster rect{fill:${ACCENT};fill-opacity:.08;stroke:currentColor;stroke-opacity:.25}
    .cluster-label span,.cluster span{color:inherit}
    .cluster-label .nodeLabel{font-weight:700}
    .flowchart-link,.edgePath .path{stroke:currentColor;stroke-opacity:.7}
    .marker,.marker path,.arrowheadPath,.arrowMarkerPath{fill:currentColor;stroke:currentColor}
    .edgeLabel,.edgeLabel p,.labelBkg{background-color:${PAPER}}
    .edgeLabel rect{fill:${PAPER};opacity:1}`;

  // What Mermaid's themes leave illegible on a page's own background; a source with a configuration goes without.
  const KINDS = {
    journey: {
      themeCSS: JOURNEY_STYLE,
      themeVariables: { fontSize: "14px" },
      journey: {
        useMaxWidth: false, width: 128, height: 64, taskMargin: 10, diagramMarginX: 10, leftMargin: 110,
        maxLabelWidth: 260, titleFontSize: "18px", titleColor: "currentColor", titleFontFamily: "inherit",
      },
    },
    flowchart: { themeCSS: FLOWCHART_STYLE, themeVariables: { fontSize: "14px" }, flowchart: { useMaxWidth: false } },
    quadrantChart: {
      themeCSS: `text{fill:currentColor}
        .quadrants rect,.quadrant rect{fill:currentColor;fill-opacity:.06}
        .border line,line{stroke:currentColor;stroke-opacity:.5}
        circle{fill:${ACCENT};stroke:currentColor}`,
    },
    xychart: {
      themeCSS: `.background{fill:none}text{fill:currentColor}path{stroke:currentColor}
        .plot path{stroke:${ACCENT};stroke-width:3}.plot rect{fill:${ACCENT};fill-opacity:.3;stroke:none}`,
    },
    timeline: {
      themeCSS: `text,tspan{fill:currentColor}text[font-size="4ex"]{font-size:18px}
        line{stroke:currentColor!important;stroke-opacity:.4}marker path{fill:currentColor}
        .timeline-node path,.node-bkg{fill:${PAPER};stroke:currentColor;stroke-opacity:.4}`,
      timeline: { useMaxWidth: false },
    },
    pie: {
      themeCSS: ".pieTitleText,.slice,.legend text{fill:currentColor}",
      themeVariables: {
        pieOpacity: "0.45", pieStrokeWidth: "1px", pieOuterStrokeWidth: "1px", pieStrokeColor: "#888888",
        pieOuterStrokeColor: "#888888", pie1: "#0072b2", pie2: "#e69f00", pie3: "#009e73", pie4: "#cc79a7",
        pie5: "#56b4e9", pie6: "#d55e00", pie7: "#f0e442", pie8: "#999999",
      },
    },
  };
  KINDS.graph = KINDS.flowchart;
  KINDS["xychart-beta"] = KINDS.xychart;

  // What a drawing may hold, in SVG and in the HTML of its labels: nothing of it runs or asks for anything by itself.
  const TEXT = "a abbr b br code del div em i ins kbd li mark ol p pre s small span strong sub sup u ul".split(" ");
  const DRAWING = new Set(TEXT.concat(`
    svg g defs symbol use switch title desc style image path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop pattern clipPath mask marker filter feBlend feColorMatrix feComposite
    feDropShadow feFlood feGaussianBlur feMerge feMergeNode feMorphology feOffset foreignObject
    `.trim().split(/\s+/)));
  // Mermaid's own, which no source may set, and what the labels hold.
  const SECURE = [
    "secure", "securityLevel", "startOnLoad", "maxTextSize", "suppressErrorRendering", "maxEdges", "dompurifyConfig",
  ];
  const NEVER = /^on|^(?:xml:base|src|srcset|ping|formaction|action|background|poster|data|is|slot)$/i;
  const LEADS_ASIDE =
    /\\|@import|(?:url|src|image|image-set|cross-fade|element|expression)\s*\((?!\s*["']?#)/i;
  const PIXELS = /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,/;
  const FOLLOWED = ["http:", "https:", "mailto:", "tel:", location.protocol];

  const drawn = new WeakMap(); // figure -> the scheme, "light" or "dark", that it was last drawn in, or FAILED
  const held = new WeakMap(); // figure -> how wide it is while its height is kept
  const paper = matchMedia("print"); // knows of a printout sooner than its events tell
  const queue = [];
  let working = false, printing = false, library = null, observer = null, drawings = 0;

  /* The library sets a global; another Mermaid that a page brings keeps its own. */
  function load() {
    const others = Object.getOwnPropertyDescriptor(window, "mermaid");
    return new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = LIBRARY;
      script.onload = function () {
        const ours = window.mermaid;
        script.remove();
        if (others) Object.defineProperty(window, "mermaid", others);
        else delete window.mermaid;
        ours.startOnLoad = false;
        resolve(ours);
      };
      script.onerror = function () {
        library = null;
        reject(new Error("cannot load " + LIBRARY));
      };
      document.head.appendChild(script);
    });
  }

  function ready() {
    if (!library) library = load();
    return Promise.all([library, document.fonts.ready]).then(function (both) { return both[0]; });
  }

  function figures() {
    return Array.from(document.querySelectorAll("[data-jb-diagram]"));
  }

  function sourceOf(figure) {
    return figure.querySelector(".jb-diagram__source").textContent;
  }

  /* Whether the site's owner answers for the source; the site alone gives this name. */
  function isTrusted(figure) {
    return figure.hasAttribute("data-jb-trusted");
  }

  /* The colour of text tells for every theme; on paper all of them are light. */
  function schemeOf(figure) {
    if (printing) return "light";
    const rgb = getComputedStyle(figure).color.match(/^rgba?\((\d+), (\d+), (\d+)/);
    if (!rgb) return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    return 0.299 * rgb[1] + 0.587 * rgb[2] + 0.114 * rgb[3] > 140 ? "dark" : "light";
  }

  /* The type of diagram, or nothing if the source configures itself. */
  function kindOf(source) {
    const matter = source.match(/^\s*---\n([\s\S]*?)\n\s*---/);
    if (/%%\{/.test(source) || (matter && /^\s*config\s*:/m.test(matter[1]))) return "";
    const body = (matter ? source.slice(matter[0].length) : source).replace(/^\s*%%.*$/gm, "");
    return body.trim().split(/[\s;:]/, 1)[0];
  }

  function configuration(kind, scheme, trusted) {
    const base = {
      startOnLoad: false, securityLevel: "strict", suppressErrorRendering: true, logLevel: "fatal",
      theme: scheme === "dark" ? "dark" : "default", darkMode: scheme === "dark",
    };
    const guard = { dompurifyConfig: { ALLOWED_TAGS: TEXT }, secure: SECURE };
    return Object.assign(base, Object.hasOwn(KINDS, kind) ? KINDS[kind] : {}, trusted ? {} : guard);
  }

  /* Whether an address of an element may stay: links are followed by readers, all else is fetched. */
  function isHarmless(name, address) {
    if (address.startsWith("#")) return true;
    if (name === "image" && PIXELS.test(address)) return true;
    const link = document.createElement("a"); // reads addresses as the browser does, and asks for none
    link.href = address;
    if (name === "a") return FOLLOWED.includes(link.protocol);
    return name === "image" && link.protocol === location.protocol && link.host === location.host;
  }

  /* A drawing of what others wrote, cleaned where nothing runs and nothing is fetched: in a template. */
  function cleaned(svg) {
    const inert = document.createElement("template");
    inert.innerHTML = svg;
    inert.content.querySelectorAll("*").forEach(function (element) {
      const name = element.localName;
      if (!DRAWING.has(name) || (name === "style" && LEADS_ASIDE.test(element.textContent))) return element.remove();
      Array.from(element.attributes).forEach(function (attribute) {
        const stays = attribute.localName === "href" ? isHarmless(name, attribute.value.trim())
          : !NEVER.test(attribute.name) && !LEADS_ASIDE.test(attribute.value);
        if (!stays) element.removeAttributeNode(attribute);
      });
    });
    return inert.content;
  }

  function element(name, part, text) {
    const made = document.createElement(name);
    made.setAttribute("part", part);
    made.textContent = text;
    return made;
  }

  /* Cut off the empty room that journeys and timelines keep below. */
  function crop(svg) {
    const box = svg.getBBox(), edge = 8;
    const width = Math.ceil(box.width + 2 * edge), height = Math.ceil(box.height + 2 * edge);
    svg.setAttribute("viewBox", [box.x - edge, box.y - edge, width, height].join(" "));
    svg.setAttribute("width", width);
    svg.setAttribute("height", height);
  }

  function widthOf(parts) {
    return parts.find((part) => part.localName === "svg").viewBox.baseVal.width;
  }

  /* The source with its layers one below the other, or nothing if they do not lie side by side. */
  function turned(source, kind) {
    return LAYERED.test(kind) && ACROSS.test(source) ? source.replace(ACROSS, "$1TB") : "";
  }

  /* A drawing of layers that has no room side by side has them one below the other. */
  async function renderWithin(mermaid, figure, source, kind) {
    const parts = await render(mermaid, figure, source, kind);
    const other = figure.clientWidth < SMALLEST * widthOf(parts) && turned(source, kind);
    if (!other) return parts;
    const below = await render(mermaid, figure, other, kind);
    return widthOf(below) < widthOf(parts) ? below : parts;
  }

  /* A journey's title and legend as HTML, which wraps, in place of a column that pushes the journey aside. */
  function unpack(svg) {
    const people = new Map(), legend = element("ul", "legend", "");
    svg.querySelectorAll("circle[class^=actor-]:has(title)").forEach(function (dot) {
      people.set(Number(dot.getAttribute("class").slice(6)), dot);
    });
    Array.from(people.keys()).sort(function (a, b) { return a - b; }).forEach(function (number) {
      const dot = people.get(number), name = element("li", "name", dot.querySelector("title").textContent);
      const sample = element("span", "dot", "");
      sample.style.backgroundColor = getComputedStyle(dot).fill;
      name.prepend(sample);
      legend.append(name);
    });
    const title = svg.querySelector(":scope > text:not(.legend)");
    svg.querySelectorAll(":scope > circle, :scope > text").forEach(function (part) { part.remove(); });
    return [title && element("p", "title", title.textContent), svg, people.size && legend].filter(Boolean);
  }

  function finished(bench, kind) {
    const svg = bench.querySelector("svg");
    svg.setAttribute("part", "drawing");
    const parts = kind === "journey" ? unpack(svg) : [svg];
    if (kind === "journey" || kind === "timeline") crop(svg);
    if (LAYERED.test(kind) && Number(svg.getAttribute("width"))) {
      const least = LEAST * svg.viewBox.baseVal.width + "px";
      Object.assign(svg.style, { minWidth: least, maxWidth: "100%", height: "auto" });
    }
    return parts;
  }

  /* Mermaid measures text in the document: out of sight, but as wide as the figure. */
  async function render(mermaid, figure, source, kind) {
    const bench = document.createElement("div");
    bench.className = "jb-diagram__bench";
    bench.setAttribute("aria-hidden", "true");
    const hidden = { position: "absolute", top: "0", visibility: "hidden", height: "0", overflow: "hidden" };
    Object.assign(bench.style, hidden, { width: (figure.clientWidth || 800) + "px" });
    document.body.appendChild(bench);
    try {
      const result = await mermaid.render("jb-drawing-" + ++drawings, source, bench);
      if (isTrusted(figure)) bench.innerHTML = result.svg;
      else bench.replaceChildren(cleaned(result.svg));
      return finished(bench, kind);
    } finally {
      bench.remove();
    }
  }

  /* Whether another height moves what a reader sees: not below the view, nor in what is closed. */
  function isSeen(figure) {
    return (!figure.checkVisibility || figure.checkVisibility()) && figure.getBoundingClientRect().top < innerHeight;
  }

  /* A figure in sight, or above it, keeps the height that it has: nothing moves when it is drawn. */
  function hold(figure) {
    if (paper.matches) return;
    if (!isSeen(figure)) return release(figure);
    const box = figure.getBoundingClientRect();
    figure.style.setProperty("--jb-held", box.height + "px");
    figure.classList.add("jb-diagram--held");
    held.set(figure, box.width);
    unseen.observe(figure);
    widths.observe(figure);
  }

  function release(figure) {
    const drawing = figure.querySelector(".jb-diagram__drawing");
    figure.classList.remove("jb-diagram--held");
    figure.style.removeProperty("--jb-held");
    if (drawing) drawing.shadowRoot.querySelector("svg").setAttribute("part", "drawing");
    held.delete(figure);
    unseen.unobserve(figure);
    widths.unobserve(figure);
  }

  /* What is above the window counts as within it, so that a jump from the page's end to its beginning is told too. */
  const unseen = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) { if (!paper.matches && !isSeen(entry.target)) release(entry.target); });
  }, { rootMargin: "1000000px 0px 0px" });

  /* In a window of another width everything moves anyway. */
  const widths = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) {
      const change = entry.target.getBoundingClientRect().width - held.get(entry.target);
      if (!paper.matches && Math.abs(change) > 1) release(entry.target);
    });
  });

  /* A drawing that is a little too high for its place is made smaller; a higher one scrolls. */
  function fit(figure, host) {
    const over = figure.scrollHeight - figure.clientHeight;
    if (paper.matches || over <= 0 || !held.has(figure)) return;
    const svg = host.shadowRoot.querySelector("svg"), size = svg.getBoundingClientRect();
    const share = Math.max(SMALLEST, (size.height - over) / size.height);
    host.style.setProperty("--jb-fit-width", size.width * share + "px");
    host.style.setProperty("--jb-fit-height", size.height * share + "px");
    svg.setAttribute("part", "drawing fitted");
  }

  function show(figure, parts) {
    hold(figure);
    let host = figure.querySelector(".jb-diagram__drawing");
    if (!host) {
      host = document.createElement("div");
      host.className = "jb-diagram__drawing";
      host.attachShadow({ mode: "open" });
      figure.prepend(host);
    }
    host.shadowRoot.replaceChildren.apply(host.shadowRoot, parts);
    settle(figure, true);
    fit(figure, host);
  }

  function settle(figure, good) {
    figure.classList.remove("jb-diagram--waiting");
    figure.classList.toggle("jb-diagram--drawn", good);
    figure.classList.toggle("jb-diagram--failed", !good);
    figure.querySelector(".jb-diagram__source").hidden = good;
    const note = figure.querySelector(".jb-diagram__note");
    if (note) note.remove();
  }

  function fail(figure, error) {
    console.warn("journeybook: a diagram cannot be drawn:", String((error && error.message) || error));
    hold(figure);
    const host = figure.querySelector(".jb-diagram__drawing");
    if (host) host.remove();
    settle(figure, false);
    if (!figure.dataset.jbFailed) return;
    const note = document.createElement("p");
    note.className = "jb-diagram__note";
    note.textContent = figure.dataset.jbFailed;
    figure.prepend(note);
  }

  function stale(figure) {
    return figure.isConnected && drawn.get(figure) !== FAILED && drawn.get(figure) !== schemeOf(figure);
  }

  async function draw(figure) {
    if (!stale(figure)) return;
    const scheme = schemeOf(figure), source = sourceOf(figure), kind = kindOf(source);
    try {
      if (source.length > MAX_LENGTH) throw new Error("its source is longer than " + MAX_LENGTH + " characters");
      const mermaid = await ready();
      if (!figure.isConnected) return; // the reader has gone to another page
      mermaid.initialize(configuration(kind, scheme, isTrusted(figure)));
      const parts = await renderWithin(mermaid, figure, source, kind);
      if (!figure.isConnected) return;
      show(figure, parts);
      drawn.set(figure, scheme);
    } catch (error) {
      fail(figure, error);
      drawn.set(figure, FAILED);
    }
  }

  /* One after the other: the library keeps its configuration for all diagrams in one place. */
  async function work() {
    if (working) return;
    working = true;
    while (queue.length) await draw(queue.shift());
    working = false;
    if (!library) return;
    if (window.requestIdleCallback) window.requestIdleCallback(drawNext, { timeout: PATIENCE });
    else setTimeout(drawNext);
  }

  function enqueue(list) {
    list.forEach(function (figure) { if (!queue.includes(figure)) queue.push(figure); });
    if (queue.length) work();
  }

  /* Once the library is here, the rest follows while nothing else happens, so that it is there for a printout. */
  function drawNext() {
    enqueue(figures().filter(function (figure) { return !drawn.has(figure); }).slice(0, 1));
  }

  function redraw() {
    enqueue(figures().filter(function (figure) { return drawn.has(figure) && stale(figure); }));
  }

  function print(on) {
    printing = on;
    if (on) enqueue(figures().filter(stale));
    else redraw();
  }

  async function copy(text) {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const field = document.createElement("textarea"); // sites on plain http have no clipboard
    field.value = text;
    document.body.appendChild(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }

  function addBar(figure) {
    const bar = document.createElement("div"), button = document.createElement("button");
    const status = document.createElement("span");
    bar.className = "jb-diagram__bar";
    button.className = "jb-diagram__copy";
    button.type = "button";
    button.textContent = figure.dataset.jbCopy;
    status.className = "jb-diagram__status";
    status.setAttribute("role", "status");
    bar.append(button, status);
    figure.append(bar);
    button.addEventListener("click", async function () {
      try {
        await copy(sourceOf(figure));
      } catch (error) {
        console.warn("journeybook: the source cannot be copied:", String(error));
        return;
      }
      status.textContent = figure.dataset.jbCopied || "";
      setTimeout(function () { status.textContent = ""; }, COPIED_FOR);
    });
  }

  function prepare(figure) {
    if (drawn.has(figure) || figure.classList.contains("jb-diagram--waiting")) return;
    figure.classList.add("jb-diagram--waiting");
    if (figure.dataset.jbCopy) addBar(figure);
  }

  function scan() {
    queue.length = 0;
    if (observer) observer.disconnect();
    observer = new IntersectionObserver(function (entries) {
      enqueue(entries.filter(function (entry) { return entry.isIntersecting; }).map(function (entry) {
        observer.unobserve(entry.target);
        return entry.target;
      }));
    }, { rootMargin: "300px" });
    figures().forEach(function (figure) {
      prepare(figure);
      if (!drawn.has(figure)) observer.observe(figure);
    });
  }

  function start() {
    scan();
    // Not document$ alone: under file:// Material's instant navigation ends it before it says anything.
    if (window.document$ && window.document$.subscribe) window.document$.subscribe(scan);
    const schemes = new MutationObserver(redraw);
    schemes.observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
    schemes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-bs-theme", "class"] });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
    paper.addEventListener("change", function (event) { print(event.matches); });
    window.addEventListener("beforeprint", function () { print(true); });
    window.addEventListener("afterprint", function () { print(false); });
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
