/* The lists of the page: rows that are filtered by facets, sorted by headings, and shown a few at a time. */

const FACETS = 8;     // values of a facet that are shown at first

/* Codes of countries are given their names. */
const regions = new Intl.DisplayNames("en", { type: "region" });
const nameOf = (code) => { try { return regions.of(code); } catch { return code; } };
for (const cell of all(".country")) cell.textContent = nameOf(cell.textContent);

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
const hasFacet = (list, facet) => rowsOf(list).some((row) => Object.hasOwn(row.dataset, facet));  // an address may be typed
const fitsFacets = (row, chosen, except) =>
  [...chosen].every(([facet, value]) => facet === except || valuesOf(row, facet).includes(value));

let query = "";
const texts = new WeakMap();
const textOf = (row) => texts.get(row) ?? texts.set(row, row.textContent.toLowerCase()).get(row);
const wordsOf = () => query.toLowerCase().split(/\s+/).filter(Boolean);
const isSearched = (list) => ["sources", "texts", "works"].includes(list.name);

const fitsWords = (list, row) => !isSearched(list) || wordsOf().every((word) => textOf(row).includes(word));

function show(list) {
  const fits = (row) => fitsWords(list, row) && fitsFacets(row, list.chosen);
  let kept = 0;
  for (const row of rowsOf(list)) {
    row.hidden = !fits(row);
    row.classList.toggle("later", !row.hidden && ++kept > list.shown);
  }
  list.kept = kept;
  list.element.classList.add("ready");
  if (isSearched(list)) list.element.closest("section")?.classList.toggle("empty", !kept && wordsOf().length > 0);
  showMore(list, kept);
  showFacets(list);
  const details = list.element.closest("details");
  if (details && list.chosen.size) details.open = kept > 0;
}

function showMore(list, kept) {
  list.more?.remove();
  const packed = list.element.querySelector(":scope > script.packed");
  const isThrough = !packed || (isSearched(list) && wordsOf().length > 0);  // packed pages with hits are unpacked by the search
  if (kept <= list.shown && isThrough) return;
  const further = make("button", { type: "button", textContent: packed ? "Show more" : `Show ${say(list.shown)} more` });
  further.addEventListener("click", () => widen(list, list.shown * 2));
  const whole = make("button", { type: "button", textContent: packed ? `Show all ${list.noun}` : `Show all ${say(kept)} ${list.noun}` });
  whole.addEventListener("click", () => widen(list, Infinity));
  list.more = make("p", { className: "more" }, ...(packed || kept > 2 * list.shown ? [further] : []), whole);
  list.more.dataset.onPaper = packed ? `There are more ${list.noun}, which are printed once all are shown.` : "";
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
    const counted = fitsWords(list, row) && fitsFacets(row, list.chosen, facet);
    for (const value of valuesOf(row, facet)) counts.set(value, (counts.get(value) ?? 0) + counted);
  }
  const chosen = list.chosen.get(facet);
  if (counts.size < 2) return null;
  const values = [...counts].filter(([value, count]) => count || value === chosen).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
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
