// SPDX-License-Identifier: MIT
// The control at a citable unit opens a dialogue that copies its citation or its address. Without
// this script the control is a link to the unit.
(() => {
  // An old citation of a passage that is elsewhere now, and whole, goes on to it.
  const gone = [...document.querySelectorAll("[data-moved]")].find(
    ({ id }) => new URL(`#${id}`, location).hash === location.hash,
  );
  const ways = gone?.querySelectorAll("a") ?? [];
  if (ways.length === 1) location.replace(ways[0].href);

  const dialogue = document.getElementById("page:cite");
  if (!dialogue || !dialogue.showModal) return;
  const heading = dialogue.querySelector(".cite-heading");
  const words = dialogue.querySelector(".cite-words");
  const link = dialogue.querySelector(".cite-link");
  const status = dialogue.querySelector(".cite-status");

  document.addEventListener("click", (event) => {
    const control = event.target.closest("a.cite");
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    const { cite, url } = control.dataset;
    const address = /^https?:/.test(url) ? url : control.href;
    heading.textContent = heading.dataset.words.replace("{passage}", cite);
    dialogue.setAttribute("aria-label", heading.textContent);
    words.textContent = dialogue.dataset.before + cite + dialogue.dataset.between + address + dialogue.dataset.after;
    link.textContent = address;
    status.textContent = "";
    dialogue.showModal();
  });

  // Where the page may not write to the clipboard (a file, an old browser), the words are selected.
  const copied = async (element) => {
    try {
      await navigator.clipboard.writeText(element.textContent);
      return true;
    } catch {
      getSelection().selectAllChildren(element);
      return document.execCommand("copy");
    }
  };
  dialogue.addEventListener("click", async (event) => {
    const button = event.target.closest("button[data-copy]");
    if (button) {
      const done = await copied(dialogue.querySelector(`.${button.dataset.copy}`));
      status.textContent = done ? status.dataset.copied : status.dataset.byHand;
    } else if (event.target === dialogue || event.target.closest(".cite-close")) {
      dialogue.close();
    }
  });
})();
