// What this browser keeps, on the page about the quiz: every byte of it, and a button that deletes it.

/** A quiz in another tab is told when this is deleted, and then looks for what was set aside: so it goes last. */
const RUN = "exhale.run";

const section = /** @type {HTMLElement} */ (document.getElementById("kept"));
const list = /** @type {HTMLElement} */ (section.querySelector("pre"));
const output = /** @type {HTMLElement} */ (section.querySelector("output"));
const emptyText = list.textContent;

/**
 * Everything that the quiz stores in this browser. In some frames even reading `localStorage` throws.
 *
 * @returns {[store: Storage, key: string][]}
 */
const entries = () => {
  try {
    return [localStorage, sessionStorage].flatMap((store) =>
      Object.keys(store).flatMap((key) => (key.startsWith("exhale.") ? [/** @type {[Storage, string]} */ ([store, key])] : [])),
    );
  } catch {
    return [];
  }
};

const show = () => {
  output.textContent = "";
  list.textContent =
    entries()
      .map(([store, key]) => `${key}: ${store[key]}`)
      .join("\n") || emptyText;
};
section.ontoggle = show;
// Another tab may store something meanwhile; so may this one, between a visit and a return by Back.
addEventListener("storage", show);
addEventListener("pageshow", show);

/** @type {HTMLElement} */ (section.querySelector("button")).onclick = () => {
  const last = (/** @type {string} */ key) => Number(key === RUN);
  for (const [store, key] of entries().sort(([, one], [, other]) => last(one) - last(other))) store.removeItem(key);
  show();
  output.textContent = output.dataset.done ?? "";
};

// Without this script there is nothing to see in it.
section.hidden = false;
