// SPDX-License-Identifier: MIT
// What a page does not need but is pleasanter with: the view kept in the address and the reader's
// place kept in the view, readings opened where they stand, notes beside the text.
"use strict";
(() => {
  const root = document.documentElement;
  const close = document.currentScript.dataset.close;
  const text = document.querySelector(".document");
  const bar = document.querySelector(".toolbar");
  const outline = document.querySelector(".outline");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const linked = ({ hash }) => {
    try {
      return document.getElementById(decodeURIComponent(hash.slice(1)));
    } catch {
      return null; // an address that somebody mistyped
    }
  };
  const make = (tag, attributes, ...parts) => {
    const made = document.createElement(tag);
    for (const name in attributes) made.setAttribute(name, attributes[name]);
    made.append(...parts);
    return made;
  };
  root.classList.add("scripted");

  // Views.

  const views = all('input[name="view"]');
  const first = views.find((input) => input.defaultChecked);
  const asked = () => {
    const view = new URL(location.href).searchParams.get("view");
    return views.find(({ value }) => value === view) ?? first;
  };
  let isKept = false;
  const top = () => (bar ? bar.getBoundingClientRect().height : 0) + 1;

  // What stands at the top of the window, to be kept there: the first passage that begins near
  // it; within a long one the very letter, where the browser can say so; else that passage.
  const blocks = "p, li, dl, h3, h4, h5, h6, .tei-l, .tei-ab, .tei-head";
  const place = () => {
    const { top: begin, left, width } = text.getBoundingClientRect();
    const y = top();
    if (begin > y) return [];
    const shown = all(blocks, text).filter((block) => block.getClientRects().length);
    const next = shown.find((block) => block.getBoundingClientRect().top >= y);
    if (next?.getBoundingClientRect().top < y + (innerHeight - y) / 3) return [next];
    const x = left + Math.min(width / 2, 40);
    const { offsetNode: node, offset } = document.caretPositionFromPoint?.(x, y + 4) ?? {};
    const letter = document.createRange();
    if (node?.nodeType === Node.TEXT_NODE && text.contains(node)) {
      letter.setStart(node, Math.min(offset, node.length - 1));
      letter.setEnd(node, letter.startOffset + 1);
    }
    return [letter, shown.findLast((block) => block.getBoundingClientRect().top < y), next];
  };
  const show = (view) => {
    const kept = place().filter((part) => part?.getClientRects().length);
    const before = kept.map((part) => part.getBoundingClientRect().top);
    root.dataset.view = view;
    const seen = kept.findIndex((part) => part.getClientRects().length);
    if (seen >= 0) {
      const moved = kept[seen].getBoundingClientRect().top - before[seen];
      scrollBy({ top: moved, behavior: "instant" });
    }
    layOut();
  };
  const choose = (input) => {
    input.checked = true;
    closeCard();
    show(input.value);
    const next = new URL(location.href);
    if (input === first) next.searchParams.delete("view");
    else next.searchParams.set("view", input.value);
    try {
      history.replaceState(history.state, "", next);
      isKept = true;
    } catch {
      // Some browsers keep the address of a file as it is.
    }
  };
  for (const input of views) input.addEventListener("change", () => choose(input));
  addEventListener("popstate", () => {
    if (isKept && asked().value !== root.dataset.view) choose(asked());
  });

  // What opens where it stands.

  let card = null;
  let opener = null;
  const closeCard = (refocus = false) => {
    if (!card) return;
    const [closed, link] = [card, opener];
    card = opener = null;
    closed.remove();
    link.setAttribute("aria-expanded", "false");
    if (refocus) link.focus({ preventScroll: true });
  };
  const openCard = (link, source) => {
    closeCard();
    opener = link;
    const content = make("span", { class: "content" });
    for (const node of source.childNodes) content.append(node.cloneNode(true));
    for (const copy of all("[id]", content)) copy.removeAttribute("id");
    for (const back of all(".back", content)) back.remove();
    const button = make("button", { type: "button", "aria-label": close }, "×");
    button.addEventListener("click", () => closeCard(true));
    const name = link.textContent.replace(/[[\]]/g, "").trim();
    const said = { class: "card gen", tabindex: -1, role: "dialog", "aria-label": name };
    card = make("span", said, button, content);
    link.closest(".mark").after(card);
    link.setAttribute("aria-expanded", "true");
    if (card.showPopover) {
      card.popover = "manual";
      card.showPopover();
    }
    const column = text.getBoundingClientRect();
    const mark = link.getBoundingClientRect();
    const width = Math.min(column.width, 26 * parseFloat(getComputedStyle(root).fontSize));
    card.style.width = `${width}px`;
    const left = Math.min(Math.max(mark.left - width / 2, column.left), column.right - width);
    const { height } = card.getBoundingClientRect();
    const below = mark.bottom + 8 + height < innerHeight || mark.top - 8 - height < top();
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${(below ? mark.bottom + 8 : mark.top - 8 - height) + scrollY}px`;
    card.focus({ preventScroll: true });
    if (below) card.scrollIntoView({ block: "nearest" });
  };

  // Notes beside the text.

  const wide = matchMedia("screen and (min-width: 68em)");
  const article = document.querySelector(".page-document .edition");
  const notes = article && text ? all(".notes > ol > li", article) : [];
  const numbers = new Map(notes.map((note) => [note, document.getElementById(`back:${note.id}`)]));
  const gap = 14;
  let active = null;
  let beside = false;

  // Each note at the height of its number. A long one that would push the next away from its place
  // is cut short until it is asked for; the one that is asked for stands whole and at its number,
  // and the others make way.
  const layOut = () => {
    beside = wide.matches && notes.length > 0;
    root.classList.toggle("beside", beside);
    for (const note of notes) {
      note.style.top = note.style.maxHeight = "";
      note.classList.remove("cut");
    }
    if (article) article.style.minHeight = "";
    if (!beside) return;
    const from = article.getBoundingClientRect().top;
    const start = text.getBoundingClientRect().top - from;
    const least = 6.6 * parseFloat(getComputedStyle(root).fontSize);
    const whole = notes.map((note) => note.offsetHeight);
    const wanted = notes.map((note) => {
      let at = numbers.get(note);
      while (at && !at.getClientRects().length) at = at.parentElement; // in a reading not shown
      return at ? at.getBoundingClientRect().top - from - 2 : start;
    });
    const chosen = notes.indexOf(active);
    const tops = [];
    const heights = [];
    const below = (n) => (n ? tops[n - 1] + heights[n - 1] + gap : start);
    notes.forEach((note, n) => {
      tops[n] = n === chosen ? wanted[n] : Math.max(wanted[n], below(n));
      const room = n + 1 < notes.length ? wanted[n + 1] - tops[n] - gap : Infinity;
      heights[n] = n === chosen ? whole[n] : Math.min(whole[n], Math.max(least, room));
    });
    for (let n = chosen - 1; n >= 0; n--) {
      tops[n] = Math.min(tops[n], Math.max(tops[n + 1] - gap - heights[n], wanted[n]));
      heights[n] = Math.min(heights[n], Math.max(least, tops[n + 1] - gap - tops[n]));
      tops[n] = Math.min(tops[n], tops[n + 1] - gap - heights[n]);
    }
    for (let n = 0; n < notes.length; n++) tops[n] = Math.max(tops[n], below(n));
    notes.forEach((note, n) => {
      note.style.top = `${tops[n]}px`;
      if (heights[n] < whole[n]) {
        note.style.maxHeight = `${heights[n]}px`;
        note.classList.add("cut");
      }
    });
    article.style.minHeight = `${tops.at(-1) + heights.at(-1) + gap}px`;
  };
  const activate = (note, focus) => {
    if (note === active && !focus) return;
    for (const other of notes) other.classList.toggle("active", other === note);
    active = note;
    layOut();
    if (note && focus) note.focus({ preventScroll: true });
  };
  for (const note of notes) {
    note.tabIndex = -1;
    note.addEventListener("focusin", () => beside && activate(note));
    // A search found something in what was cut short.
    note.addEventListener("scroll", () => {
      activate(note);
      note.scrollIntoView({ block: "nearest", behavior: "instant" });
    });
    const number = numbers.get(note);
    for (const [one, other] of [[note, number], [number, note]]) {
      one?.addEventListener("pointerenter", () => other?.classList.add("lit"));
      one?.addEventListener("pointerleave", () => other?.classList.remove("lit"));
    }
  }
  wide.addEventListener("change", layOut);
  const resized = new ResizeObserver(layOut);
  for (const part of article ? [text, article.firstElementChild] : []) resized.observe(part);

  // Clicks, keys, addresses.

  for (const link of all('.document .mark a[href^="#reading:"]')) {
    link.setAttribute("role", "button");
    link.setAttribute("aria-expanded", "false");
  }
  const follow = (link) => {
    const source = linked(link);
    if (!source) return false;
    if (beside && numbers.has(source)) activate(source, true);
    else if (opener === link) closeCard(true);
    else openCard(link, source);
    return true;
  };
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) return;
    const pair = event.target.closest("a, .card") ? null : event.target.closest(".tei-choice");
    const link = event.target.closest("a") ?? pair?.nextElementSibling?.querySelector("a");
    if (card && !card.contains(event.target) && link !== opener) closeCard();
    if (outline?.open && (link || !outline.contains(event.target))) outline.open = false;
    if (link?.matches(".document .mark > a")) {
      if (!card?.contains(link) && follow(link)) event.preventDefault();
    } else if (link?.matches(".beside .notes .back") && linked(link)?.matches(".document a")) {
      event.preventDefault();
      activate(null);
      linked(link).focus({ preventScroll: true });
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === " " && event.target.matches?.(".mark a[role=button]")) {
      event.preventDefault();
      follow(event.target);
    }
    if (event.key !== "Escape") return;
    if (outline?.open) {
      outline.open = false;
      outline.firstElementChild.focus();
      return;
    }
    if (card) closeCard(true);
    else if (active) {
      const number = numbers.get(active);
      if (active.contains(document.activeElement)) number?.focus({ preventScroll: true });
      activate(null);
    }
  });
  addEventListener("resize", () => closeCard());

  // The passage of the address: in the view that has it, with its note beside it.
  const arrive = () => {
    const target = location.hash && linked(location);
    if (!target) return;
    const side = target.closest(".v-reading, .v-diplomatic");
    if (side && views[0] && !target.getClientRects().length)
      choose(views.find(({ value }) => side.classList.contains(`v-${value}`)));
    const isNote = numbers.has(target);
    activate(isNote ? target : null);
    target.scrollIntoView({ block: isNote ? "center" : "start", behavior: "instant" });
  };
  addEventListener("hashchange", arrive);

  // What is printed is whole.
  const folded = all("details.key");
  addEventListener("beforeprint", () => folded.forEach((part) => (part.open = true)));

  if (first) root.dataset.view = asked().value;
  const settle = () => {
    // A reload brings back the choice of before it, without telling.
    for (const input of views) input.checked = input.value === root.dataset.view;
    layOut();
    arrive();
  };
  settle();
  addEventListener("load", settle);
})();
