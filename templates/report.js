/* The card of a citation, what is saved as a file, the colours, and the start. */

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
