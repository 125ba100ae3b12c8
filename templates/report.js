"use strict";
/* The page is complete without this script. It adds search, sorting, quotations under the sources, and the names of countries. */
document.documentElement.classList.add("scripted");
document.addEventListener("DOMContentLoaded", () => {
  const LONG = { TABLE: 30, UL: 100 };   // rows that are shown at first; report.css hides the others
  const FEW = 5;          // texts that are opened when a search finds no more than these
  const QUOTES = 200;     // sentences that are shown under one source
  const PAUSE = 150;      // milliseconds after the last key until a search begins
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const rowsOf = (list) => [...list.getElementsByClassName("row")];

  /* A link into a folded part opens it. */
  function reveal() {
    let target = null;
    try { target = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
    if (!target) return;
    if (!target.getClientRects().length) clearSearch();
    const row = target.closest(".row");
    if (row && getComputedStyle(row).display === "none") showAll(row.parentElement);
    for (let part = target; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    const own = target.matches("tbody.row") && target.querySelector("details");
    if (own) own.open = true;
    target.scrollIntoView();
  }

  /* Search: a row stays when it has every word; of a text only the sentences that have them, unless its own line has. */
  const input = Object.assign(document.createElement("input"), { type: "search", placeholder: "Search  ( / )", autocomplete: "off" });
  input.setAttribute("aria-label", "Search sources, texts and works");
  const found = Object.assign(document.createElement("p"), { className: "found" });
  found.setAttribute("role", "status");
  const cache = new WeakMap();
  const textOf = (element) => {
    if (!cache.has(element)) cache.set(element, element.textContent.toLowerCase());
    return cache.get(element);
  };
  function search() {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    const fits = (element) => words.every((word) => textOf(element).includes(word));
    const report = [];
    for (const list of all("[data-search]")) {
      const rows = rowsOf(list);
      let kept = 0;
      for (const row of rows) {
        row.hidden = !fits(row);
        kept += !row.hidden;
        const whole = !row.hidden && row.firstElementChild && fits(row.firstElementChild);
        for (const sentence of row.querySelector(".passages")?.children ?? []) sentence.hidden = !whole && !fits(sentence);
      }
      if (words.length) showAll(list);
      report.push(`${kept} of ${rows.length} ${list.dataset.search}`);
    }
    found.textContent = words.length ? report.join(", ") : "";
    document.body.classList.toggle("searching", words.length > 0);
    const texts = document.querySelectorAll("#texts .row:not([hidden]) details");
    if (words.length && texts.length <= FEW) texts.forEach((text) => { text.open = true; });
    if (words.length) scrollTo(0, 0);
  }
  function clearSearch() {
    if (input.value) { input.value = ""; search(); }
  }
  let waiting = 0;
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, PAUSE); });
  addEventListener("keydown", (event) => {
    if (event.key === "/" && !event.target.matches("input")) { event.preventDefault(); input.focus(); }
    if (event.key === "Escape" && event.target === input) { clearSearch(); input.blur(); }
  });

  /* Sorting: each heading of a table becomes a button. */
  const collator = new Intl.Collator("en", { numeric: true });
  const keyOf = (row, column) => {
    const cell = row.rows[0].cells[column];
    return cell.dataset.key ?? cell.textContent.replaceAll(",", "");
  };
  function sortBy(table, heading) {
    const down = heading.getAttribute("aria-sort")
      ? heading.getAttribute("aria-sort") === "ascending"
      : heading.matches(".n, [data-descending]");
    all("thead th", table).forEach((other) => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", down ? "descending" : "ascending");
    const keyed = rowsOf(table).map((row) => [keyOf(row, heading.cellIndex), row]);
    keyed.sort((a, b) => (down ? -1 : 1) * collator.compare(a[0], b[0]));
    table.append(...keyed.map(([, row]) => row));
  }
  for (const table of all("table[data-sort]")) {
    for (const heading of all("thead th", table)) {
      const button = Object.assign(document.createElement("button"), { type: "button" });
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener("click", () => sortBy(table, heading));
    }
  }

  /* Long lists show their first rows, and the rest when asked. */
  for (const list of all(".paged")) {
    const rows = rowsOf(list).length;
    if (rows <= LONG[list.tagName]) { list.classList.remove("paged"); continue; }
    const more = Object.assign(document.createElement("button"), { type: "button", className: "more" });
    more.textContent = `Show all ${rows.toLocaleString("en")} ${list.dataset.search}`;
    more.addEventListener("click", () => showAll(list));
    list.after(more);
  }
  function showAll(list) {
    if (!list?.classList.contains("paged")) return;
    list.classList.remove("paged");
    list.nextElementSibling.remove();
  }

  /* A source that is opened quotes the sentences that rest on it. */
  document.addEventListener("toggle", (event) => {
    const list = event.target.open && event.target.querySelector(":scope > .cited:not(.quoted)");
    if (!list) return;
    list.classList.add("quoted");
    for (const link of all(".at a", list).slice(0, QUOTES)) {
      const pointer = document.getElementById(link.hash.slice(1));
      const sentence = pointer?.closest("li").querySelector(".quote")?.cloneNode(true);
      if (!sentence) continue;
      const marked = all("p:not(.quote)", pointer.parentElement).filter((other) => !other.querySelector("span"));
      all("mark", sentence).forEach((mark, index) => marked[index] === pointer || mark.replaceWith(...mark.childNodes));
      const quote = document.createElement("blockquote");
      const place = link.cloneNode(true);
      place.className = "at";
      sentence.append(" ", place);
      quote.append(sentence);
      link.closest("li").append(quote);
    }
  }, true);

  /* Codes of countries are given their names. */
  const names = new Intl.DisplayNames("en", { type: "region" });
  for (const cell of all(".country")) {
    try { cell.textContent = names.of(cell.textContent); } catch { /* not a code: stays as it is */ }
  }

  const nav = document.querySelector("nav");
  nav.append(input);
  document.body.append(found);
  addEventListener("hashchange", reveal);
  reveal();
});
