"use strict";
/* The page is complete without this script. It adds search, filters, sorting, the card of a citation, and what is saved as a file. */
document.documentElement.classList.add("scripted");
document.addEventListener("DOMContentLoaded", () => {
  const FEW = 5;        // texts that are opened when a search finds no more than these
  const FACETS = 8;     // values of a facet that are shown at first
  const BATCH = 40;     // packed parts that are read at once for a search
  const PAUSE = 150;    // milliseconds after the last key until a search begins
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const make = (tag, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const say = (count) => count.toLocaleString("en");

  /* Codes of countries are given their names. */
  const regions = new Intl.DisplayNames("en", { type: "region" });
  const nameOf = (code) => { try { return regions.of(code); } catch { return code; } };
  for (const cell of all(".country")) cell.textContent = nameOf(cell.textContent);

  /* Packed parts: in a large report they are unpacked when they are wanted. */
  async function inflate(script) {
    const bytes = Uint8Array.from(atob(script.textContent), (letter) => letter.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  }
  const under = new Map();
  function unpackOne(script) {
    if (!under.has(script)) {
      under.set(script, inflate(script).then((html) => {
        const box = make("template", { innerHTML: html });
        for (const row of box.content.children) row.classList.toggle("later", row.classList.contains("row"));  // until show() says
        script.replaceWith(box.content);
      }));
    }
    return under.get(script);
  }
  const unpack = (root) => Promise.all(all("script.packed", root).map(unpackOne));

  /* Lists: what is searched for, by which values they are filtered, how they are sorted, how many rows are shown. */
  const lists = all("[data-list]").map((element) => ({
    element,
    name: element.dataset.list,
    noun: element.dataset.noun,
    limit: Number(element.dataset.limit),
    shown: Number(element.dataset.limit),
    facets: (element.dataset.facets ?? "").split(/\s+(?=[a-z]+:)/).filter(Boolean).map((pair) => pair.split(":")),
    chosen: new Map(),
    sort: "",
    boxes: null,
    more: null,
  }));
  const named = (name) => lists.filter((list) => list.name === name);
  const rowsOf = (list) => [...list.element.getElementsByClassName("row")];
  const valuesOf = (row, facet) => (row.dataset[facet] ?? "").split("|").filter(Boolean);
  const fitsFacets = (row, chosen, except) =>
    [...chosen].every(([facet, value]) => facet === except || valuesOf(row, facet).includes(value));

  let query = "";
  const texts = new WeakMap();
  const textOf = (row) => texts.get(row) ?? texts.set(row, row.textContent.toLowerCase()).get(row);
  const wordsOf = () => query.toLowerCase().split(/\s+/).filter(Boolean);
  const isSearched = (list) => ["sources", "texts", "works"].includes(list.name);

  function show(list) {
    const words = isSearched(list) ? wordsOf() : [];
    const fits = (row) => words.every((word) => textOf(row).includes(word)) && fitsFacets(row, list.chosen);
    let kept = 0;
    for (const row of rowsOf(list)) {
      row.hidden = !fits(row);
      row.classList.toggle("later", !row.hidden && ++kept > list.shown);
    }
    list.kept = kept;
    list.element.classList.add("ready");
    showMore(list, kept);
    showFacets(list);
    const details = list.element.closest("details");
    if (details && list.chosen.size) details.open = kept > 0;
  }

  function showMore(list, kept) {
    list.more?.remove();
    const packed = list.element.querySelector(":scope > script.packed");
    if (kept <= list.shown && !packed) return;
    const further = make("button", { type: "button", textContent: `Show ${packed ? "more" : say(Math.min(kept - list.shown, list.shown))}` });
    further.addEventListener("click", () => widen(list, list.shown * 2));
    const whole = make("button", { type: "button", textContent: packed ? `Show all ${list.noun}` : `Show all ${say(kept)} ${list.noun}` });
    whole.addEventListener("click", () => widen(list, Infinity));
    list.more = make("p", { className: "more" }, further, whole);
    (list.element.tagName === "TBODY" ? list.element.parentElement : list.element).after(list.more);
  }
  async function widen(list, rows) {
    list.shown = rows;
    if (rowsOf(list).length < rows) await unpackRows(list);
    show(list);
  }
  const unpackRows = (list) => Promise.all(all(":scope > script.packed", list.element).map(unpackOne));

  /* Facets: the values of the rows with their numbers, each of which filters. They count what the other facets leave. */
  function showFacets(list) {
    if (!list.facets.length) return;
    if (!list.boxes) {
      list.boxes = make("dl", { className: "facets" });
      (list.element.tagName === "TBODY" ? list.element.parentElement : list.element).before(list.boxes);
    }
    const isPacked = list.element.querySelector(":scope > script.packed");
    const rows = rowsOf(list);
    const focus = list.boxes.contains(document.activeElement) ? document.activeElement.dataset.value : null;
    list.boxes.replaceChildren(...(isPacked ? [wholeFirst(list)] : list.facets.map(([facet, label]) => facetLine(list, rows, facet, label)).filter(Boolean)));
    if (focus) all("button", list.boxes).find((button) => button.dataset.value === focus)?.focus();
  }
  function wholeFirst(list) {
    const button = make("button", { type: "button", textContent: `Unpack all ${list.noun} to filter them` });
    button.addEventListener("click", () => unpackRows(list).then(() => show(list)));
    return make("div", {}, make("dt", { textContent: "Filter" }), make("dd", {}, button));
  }
  function facetLine(list, rows, facet, label) {
    const counts = new Map();
    for (const row of rows) {
      const counted = fitsFacets(row, list.chosen, facet);
      for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + counted);
    }
    const chosen = list.chosen.get(facet);
    if (counts.size < 2) return null;
    const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const buttons = values.map(([value, count], index) => {
      const name = facet === "country" ? nameOf(value) : value;
      const button = make("button", { type: "button" }, `${name} `, make("span", { textContent: say(count) }));
      button.dataset.value = `${facet}:${value}`;
      button.setAttribute("aria-pressed", value === chosen);
      button.classList.toggle("later", index >= FACETS && value !== chosen);
      button.addEventListener("click", () => choose(list.name, facet, value === chosen ? "" : value));
      return button;
    });
    if (values.length > FACETS) {
      const more = make("button", { type: "button", textContent: "more" });
      more.setAttribute("aria-label", `more of ${label}`);
      more.addEventListener("click", () => { buttons.forEach((button) => button.classList.remove("later")); more.remove(); });
      buttons.push(more);
    }
    return make("div", {}, make("dt", { textContent: label }), make("dd", {}, ...buttons));
  }
  async function choose(name, facet, value) {
    for (const list of named(name)) {
      if (value) list.chosen.set(facet, value); else list.chosen.delete(facet);
      await unpackRows(list);
      list.shown = list.limit;
      show(list);
    }
    remember();
  }

  /* Search: a row stays when it has every word. What is packed is read after what is not. */
  const input = make("input", { type: "search", placeholder: "Search  ( / )", autocomplete: "off" });
  input.setAttribute("aria-label", "Search sources, works and texts");
  const found = make("p", { className: "found" });
  found.setAttribute("role", "status");
  async function search() {
    const asked = (query = input.value);
    const words = wordsOf();
    document.body.classList.toggle("searching", words.length > 0);
    lists.filter(isSearched).forEach((list) => { list.shown = list.limit; show(list); });
    remember();
    found.setAttribute("aria-busy", words.length > 0);
    tell("");
    if (!words.length) return;
    scrollTo(0, 0);
    await readPacked(() => asked === query);
    if (asked !== query) return;
    lists.filter(isSearched).forEach(show);
    found.setAttribute("aria-busy", false);
    tell("");
    const kept = rowsOf(named("texts")[0] ?? { element: document.body }).filter((row) => !row.hidden);
    if (kept.length <= FEW) for (const row of kept) openFold(row);
  }
  function tell(more) {
    found.textContent = wordsOf().length ? lists.filter(isSearched).map((list) => `${say(list.kept)} ${list.kept === 1 ? list.noun.slice(0, -1) : list.noun}`).join(", ") + more : "";
  }
  async function readPacked(isWanted) {
    await Promise.all(lists.filter(isSearched).map(unpackFitting));
    const packed = all(".fold script.packed").filter((script) => !script.isRead);
    for (let at = 0; at < packed.length && isWanted(); at += BATCH) {
      tell(` · reading ${say(packed.length - at)} more`);
      await Promise.all(packed.slice(at, at + BATCH).map(async (script) => {
        const text = (await inflate(script)).replace(/<[^>]*>/g, "").toLowerCase();
        const row = script.closest(".row");
        texts.set(row, `${row.rows[0].textContent.toLowerCase()} ${text}`);
        script.isRead = true;
      }));
    }
  }
  /* Of the packed rows those pages that have every word somewhere are unpacked. */
  function unpackFitting(list) {
    const words = wordsOf();
    return Promise.all(all(":scope > script.packed", list.element).map(async (script) => {
      const text = (await inflate(script)).toLowerCase();
      if (words.every((word) => text.includes(word))) await unpackOne(script);
    }));
  }
  function openFold(row) {
    const details = row.querySelector("details");
    if (details) details.open = true;
  }
  let waiting = 0;
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, PAUSE); });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input") && !event.ctrlKey && !event.metaKey) { event.preventDefault(); input.focus(); }
    if (event.key === "Escape" && event.target === input) { input.value = ""; search(); input.blur(); }
    if (event.key === "Escape") hideCard();
  });

  /* Sorting: each heading of a table becomes a button. */
  const collator = new Intl.Collator("en", { numeric: true });
  const keyOf = (row, column) => {
    const cell = (row.rows?.[0] ?? row).cells[column];
    return cell.dataset.key ?? cell.textContent.replaceAll(",", "").trim();
  };
  function sort(list, sorted) {
    const down = sorted.startsWith("-");
    const headings = all("thead th", list.element);
    const heading = headings.find((one) => one.textContent === sorted.replace(/^-/, ""));
    if (!heading) return;
    list.sort = sorted;
    headings.forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keyed = rowsOf(list).map((row) => [keyOf(row, heading.cellIndex), row]);
    keyed.sort((a, b) => !a[0] - !b[0] || (down ? -1 : 1) * collator.compare(a[0], b[0]));
    list.element.append(...keyed.map(([, row]) => row));
    show(list);
  }
  for (const list of lists.filter((one) => one.element.matches("table"))) {
    for (const heading of all("thead th", list.element)) {
      const button = make("button", { type: "button" }, ...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => {
        const now = heading.getAttribute("aria-sort");
        const down = now ? now === "ascending" : heading.matches(".n, [data-descending]");
        sort(list, (down ? "-" : "") + heading.textContent);
        remember();
      });
    }
  }

  /* The address keeps the state: #sources?q=ice&sources.kind=News+agency&sources.sort=-Share */
  function remember() {
    const state = new URLSearchParams();
    if (query) state.set("q", query);
    for (const list of lists) {
      for (const [facet, value] of list.chosen) state.set(`${list.name}.${facet}`, value);
      if (list.sort) state.set(`${list.name}.sort`, list.sort);
    }
    const anchor = location.hash.slice(1).split("?")[0];
    const text = state.toString();
    history.replaceState(null, "", text ? `#${anchor}?${text}` : `#${anchor}`);
  }
  async function recall(text) {
    const state = new URLSearchParams(text);
    for (const list of lists) {
      list.chosen.clear();
      for (const [key, value] of state) {
        const [name, facet] = key.split(".");
        if (name === list.name && facet && facet !== "sort") list.chosen.set(facet, value);
      }
      if (list.chosen.size) await unpackRows(list);
      if (state.get(`${list.name}.sort`)) sort(list, state.get(`${list.name}.sort`));
      show(list);
    }
    if ((state.get("q") ?? "") !== query) { input.value = state.get("q") ?? ""; await search(); }
  }
  addEventListener("hashchange", async () => {
    const [, text] = location.hash.split("?");
    if (text === undefined) { await reveal(); remember(); } else { await recall(text); await reveal(); }
  });

  /* A link into a folded, filtered or packed part opens it. */
  const decoded = () => { try { return decodeURIComponent(location.hash.slice(1).split("?")[0]); } catch { return ""; } };
  async function reveal() {
    const id = decoded();
    if (!id) return;
    let target = document.getElementById(id) ?? (await fetchTarget(id));
    if (!target) return;
    const row = target.closest(".row");
    const list = row && lists.find((one) => one.element.contains(row));
    if (document.body.classList.contains("searching") && !target.getClientRects().length && !row) { input.value = ""; await search(); }
    if (row?.hidden) { input.value = query = ""; document.body.classList.remove("searching"); list.chosen.clear(); lists.forEach(show); tell(""); }
    row?.classList.remove("later");  // shown by itself, after the rows that are
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    if (target.matches("tbody.row")) { await unpack(target); openFold(target); }
    target.scrollIntoView();
    if (!target.matches("a, button, [tabindex]")) target.tabIndex = -1;
    target.focus({ preventScroll: true });
    mark(target);
  }
  /* What is unpacked after the address was read is no :target for the style. */
  function mark(target) {
    all(".arrived").forEach((other) => other.classList.remove("arrived"));
    target.classList.add("arrived");
  }
  async function fetchTarget(id) {
    const text = /^[cnk](.*)\.\d+$/.exec(id);
    const source = /^(s-.*):/.exec(id);
    const row = text ? document.getElementById(`t-${text[1]}`) : source ? document.getElementById(source[1]) : null;
    if (row) await unpack(row);
    else if (id.startsWith("w-")) await Promise.all(named("works").map(unpackRows));
    named("works").forEach(show);
    return document.getElementById(id);
  }
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link) return;
    const [name, facet, ...value] = (link.dataset.filter ?? "").split(":");
    if (name) {
      event.preventDefault();
      history.pushState(null, "", link.hash);
      named(name).forEach((list) => list.chosen.clear());
      choose(name, facet, value.join(":")).then(reveal);
    } else if (link.hash.slice(1) === decoded() && link.hash) {
      event.preventDefault();
      reveal();
    }
  });
  document.addEventListener("toggle", (event) => { if (event.target.open) unpack(event.target); }, true);

  /* The card of a citation: its work, as the list of works has it. */
  const card = make("div", { className: "card", id: "card", hidden: true });
  card.setAttribute("role", "tooltip");
  let over = null;
  function showCard(link) {
    if (link === over) return;
    hideCard();
    if (link.title) { link.dataset.hint = link.title; link.removeAttribute("title"); }
    const work = document.getElementById(decodeURIComponent(link.hash.slice(1)))?.querySelector("p");
    const [label, ...remarks] = (link.dataset.hint ?? "").split("; ");
    const line = work ? work.cloneNode(true) : make("p", { textContent: label });
    card.replaceChildren(line, remarks.join(" · "));
    card.hidden = false;
    const box = link.getClientRects()[0];
    const below = box.bottom + card.offsetHeight + 12 < innerHeight;
    card.style.left = `${Math.max(16, Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 16)) + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 6 : box.top - card.offsetHeight - 6) + scrollY}px`;
    link.setAttribute("aria-describedby", "card");
    over = link;
  }
  function hideCard() {
    over?.removeAttribute("aria-describedby");
    over = null;
    card.hidden = true;
  }
  for (const [begin, end] of [["pointerover", "pointerout"], ["focusin", "focusout"]]) {
    document.addEventListener(begin, (event) => { const link = event.target.closest?.(".text mark a"); if (link) showCard(link); });
    document.addEventListener(end, (event) => { if (event.target.closest?.(".text mark a")) hideCard(); });
  }

  /* Save, print, colours. */
  for (const button of all("[data-from]")) {
    button.addEventListener("click", async () => {
      const text = await inflate(document.getElementById(button.dataset.from));
      const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: button.dataset.media })), download: button.dataset.file });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    });
  }
  const THEMES = { "": "Colours: as the system", light: "Colours: light", dark: "Colours: dark" };
  const themeButton = document.querySelector("[data-do='theme']");
  const kept = { get: () => { try { return localStorage.getItem("cites-theme") ?? ""; } catch { return ""; } },
    set: (theme) => { try { localStorage.setItem("cites-theme", theme); } catch { /* kept for this visit only */ } } };
  function paint(theme) {
    if (theme) document.documentElement.dataset.theme = theme; else delete document.documentElement.dataset.theme;
    if (themeButton) themeButton.textContent = THEMES[theme];
  }
  let theme = kept.get() in THEMES ? kept.get() : "";
  paint(theme);
  themeButton?.addEventListener("click", () => {
    const order = Object.keys(THEMES);
    theme = order[(order.indexOf(theme) + 1) % order.length];
    kept.set(theme);
    paint(theme);
  });
  document.querySelector("[data-do='print']")?.addEventListener("click", () => print());
  all(".tools").forEach((tools) => { tools.hidden = false; });

  /* The bar says which part is read. */
  const watch = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const link = document.querySelector(`nav a[href="#${entry.target.id}"]`);
      if (entry.isIntersecting) { all("nav a[aria-current]").forEach((other) => other.removeAttribute("aria-current")); link?.setAttribute("aria-current", "true"); }
    }
  }, { rootMargin: "-25% 0px -70% 0px" });
  all("header[id], section[id]").forEach((part) => watch.observe(part));

  document.querySelector("nav").append(input);
  document.body.append(found, card);
  const [, state] = location.hash.split("?");
  if (state) recall(state).then(reveal); else { lists.forEach(show); reveal(); }
});
