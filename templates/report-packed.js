"use strict";
/* The page is complete without its script, which stands in files by what they add; in the page they are one, in the order of html.py. */

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const say = (count) => count.toLocaleString("en");

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
