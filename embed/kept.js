// "What is kept", below the quiz on our own page: every byte of it as it stands, and an end of it.

const part = document.getElementById("kept");
if (part) {
  const list = part.querySelector("pre");
  const nothing = list.textContent;
  /** Everything that the quiz keeps here: where, and under which name. In some frames even looking throws. */
  const ours = () => {
    try {
      return [localStorage, sessionStorage].flatMap((store) =>
        Object.keys(store).flatMap((key) => (key.startsWith("exhale.") ? [[store, key]] : [])),
      );
    } catch {
      return [];
    }
  };
  const show = () => {
    list.textContent =
      ours()
        .map(([store, key]) => `${key}: ${store[key]}`)
        .join("\n") || nothing;
  };
  part.ontoggle = show;
  part.querySelector("button").onclick = () => {
    for (const [store, key] of ours()) store.removeItem(key);
    // The quiz hears of it as if another tab had done it, and says so.
    dispatchEvent(new StorageEvent("storage", { key: null }));
    show();
  };
}
