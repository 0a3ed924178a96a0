// SPDX-License-Identifier: MIT
// What a page does not need but is pleasanter with: the view kept in the address, notes and
// readings opened where they stand.
"use strict";
(() => {
  const views = [...document.querySelectorAll('input[name="view"]')];
  const address = new URL(location.href);
  const first = views.find((input) => input.defaultChecked);

  const wanted = views.find((input) => input.value === address.searchParams.get("view"));
  if (wanted) wanted.checked = true;
  for (const input of views) {
    input.addEventListener("change", () => {
      const next = new URL(location.href);
      if (input === first) next.searchParams.delete("view");
      else next.searchParams.set("view", input.value);
      history.replaceState(null, "", next);
    });
  }

  let opener = null;
  let card = null;
  const close = () => {
    if (!card) return;
    card.remove();
    card = null;
    if (opener) opener.setAttribute("aria-expanded", "false");
    if (opener) opener.focus();
    opener = null;
  };
  const open = (link, source) => {
    close();
    opener = link;
    card = document.createElement("aside");
    card.className = "popover";
    card.tabIndex = -1;
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", link.textContent.replace(/[[\]]/g, "").trim());
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "×";
    button.setAttribute("aria-label", "Close");
    button.addEventListener("click", close);
    const content = document.createElement("div");
    for (const node of source.childNodes) content.append(node.cloneNode(true));
    for (const copy of content.querySelectorAll("[id]")) copy.removeAttribute("id");
    for (const back of content.querySelectorAll(".back")) back.remove();
    card.append(button, content);
    link.setAttribute("aria-expanded", "true");
    document.body.append(card);
    card.focus();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('.mark a[role="doc-noteref"]');
    if (!link) {
      if (card && !card.contains(event.target)) close();
      return;
    }
    const source = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (opener === link) close();
    else open(link, source);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
})();
