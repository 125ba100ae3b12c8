/* What is searched for, and where in the page one is: both stand in the address. */

const FEW = 5;        // texts that are opened when a search finds no more than these
const BATCH = 40;     // packed parts that are read at once for a search
const PAUSE = 150;    // milliseconds after the last key until a search begins

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
  const none = found.getAttribute("aria-busy") !== "true" && lists.filter(isSearched).every((list) => !list.kept);
  found.classList.toggle("none", none && wordsOf().length > 0);
  found.textContent = none && wordsOf().length ? `Nothing here has “${query.trim()}”.` : wordsOf().length ? lists.filter(isSearched).map((list) => `${say(list.kept)} ${list.kept === 1 ? list.noun.slice(0, -1) : list.noun}`).join(", ") + more : "";
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
      if (name === list.name && hasFacet(list, facet)) list.chosen.set(facet, value);
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
