// Records what the user does on a first screen in the markup before the quiz is loaded, and replays it once the quiz is ready.

/** Where an early choice is stored, for this tab only, so that it outlives a reload. */
const KEY = "exhale.early";

/**
 * Uses the session storage, where there is one.
 *
 * @template T
 * @param {(storage: Storage) => T} use
 */
const tryStorage = (use) => {
  try {
    return use(sessionStorage);
  } catch {
    return null;
  }
};

/**
 * Records clicks and keys in `root`. Call what this returns right before the quiz takes over, and what that returns right after.
 *
 * @param {HTMLElement} root
 * @param {boolean} persists Whether a choice outlives a reload.
 */
export const recordEarlyInput = (root, persists) => {
  const radios = () => /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("input"));
  const checked = () => /** @type {HTMLInputElement | null} */ (root.querySelector(":checked"));
  /** @param {string} choice */
  const store = (choice) => persists && tryStorage((storage) => storage.setItem(KEY, choice));
  /** @type {HTMLElement | null} */
  let button = null;
  // Chosen before this script ran, or in this tab before a reload.
  const choice = checked()?.value ?? tryStorage((storage) => storage.getItem(KEY));
  if (choice) store(choice);
  for (const radio of radios()) radio.checked = radio.value === choice;
  /**
   * The key of the last input event, undefined after a pointer. In WebKit `:focus-visible` does not tell.
   *
   * @type {string | undefined}
   */
  let key;
  /** @param {Event & { key?: string }} event */
  const recordKey = (event) => {
    key = event.key;
  };
  root.onkeydown = root.onpointerdown = recordKey;
  root.onclick = ({ target }) => {
    const control = /** @type {HTMLInputElement | HTMLButtonElement} */ (target);
    if (control.type === "button") button = control;
    if (control.type !== "radio") return;
    button = null;
    store(control.value);
  };
  return () => {
    root.onclick = null;
    tryStorage((storage) => storage.removeItem(KEY));
    // The browser may have restored a choice since.
    const radio = checked();
    // Don't auto-advance after a keyboard selection or a button press.
    const stays = button || key || radio?.matches(":focus-visible");
    return () => {
      // The radio may have been drawn anew.
      const current = radio && /** @type {HTMLElement | null} */ (root.querySelector(`input[value="${radio.value}"]`));
      /** @param {"keydown" | "keyup"} type */
      const press = (type) => current?.dispatchEvent(new KeyboardEvent(type, { key: "ArrowDown", bubbles: true }));
      if (stays) press("keydown");
      current?.click();
      press("keyup");
      button?.click();
    };
  };
};
