// What somebody does on a first screen that stands there before the quiz does. It is done again once the quiz is there.

/** Where the choice is kept until then, so that it outlives a reload: in this tab only. */
const KEY = "exhale.early";

/** Asks the tab's storage, where there is any. */
const kept = (method, value) => {
  try {
    return sessionStorage[method](KEY, value);
  } catch {}
};

/** Notes what is done in `root`. Call what this returns right before the quiz takes over, and what that returns right after. */
export const watch = (root, keeps) => {
  let button = null;
  const note = (choice) => keeps && kept("setItem", choice);
  // Chosen before this script ran, or in this tab before it was loaded again.
  const choice = root.querySelector(":checked")?.value ?? kept("getItem");
  if (choice) note(choice);
  for (const radio of root.querySelectorAll("input")) radio.checked = radio.value === choice;
  // With a key, which `:focus-visible` does not tell in WebKit.
  let key;
  root.onkeydown = root.onpointerdown = (event) => {
    key = event.key;
  };
  root.onclick = ({ target }) => {
    const { type, value } = target;
    if (type === "button") button = target;
    if (type !== "radio") return;
    button = null;
    note(value);
  };
  return () => {
    root.onclick = null;
    kept("removeItem");
    // The browser may have restored one since.
    const radio = root.querySelector(":checked");
    // A choice with the keyboard does not move on, nor one after which a button was pressed.
    const stays = button || key || radio?.matches(":focus-visible");
    return () => {
      // It may have been drawn anew.
      const now = radio && root.querySelector(`input[value="${radio.value}"]`);
      const press = (kind) => now?.dispatchEvent(new KeyboardEvent(kind, { key: "ArrowDown", bubbles: true }));
      if (stays) press("keydown");
      now?.click();
      press("keyup");
      button?.click();
    };
  };
};
