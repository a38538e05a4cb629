// The list of stored data below the quiz on our own page: every byte of it, and a button that deletes it.

const section = document.getElementById("kept");
if (section) {
  const list = /** @type {HTMLElement} */ (section.querySelector("pre"));
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
    list.textContent =
      entries()
        .map(([store, key]) => `${key}: ${store[key]}`)
        .join("\n") || emptyText;
  };
  section.ontoggle = show;
  /** @type {HTMLElement} */ (section.querySelector("button")).onclick = () => {
    for (const [store, key] of entries()) store.removeItem(key);
    // The quiz treats it as if another tab had deleted the data, and says so.
    dispatchEvent(new StorageEvent("storage", { key: null }));
    show();
  };
}
