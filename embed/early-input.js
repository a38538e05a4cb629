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

/** How long to wait for the end of a tap or of a key, in milliseconds: its end may never be seen. */
const LONGEST_PRESS = 3000;

/**
 * The element of the quiz in `root` that stands for an element of the first screen: the one with the same part, or else the same
 * tag, at the same index among those.
 *
 * @param {HTMLElement} root
 * @param {HTMLElement} firstScreen
 * @param {Element} element
 */
const twin = (root, firstScreen, element) => {
  const part = element.getAttribute("part");
  const kind = part ? `[part="${part}"]` : element.localName;
  const index = [...firstScreen.querySelectorAll(kind)].indexOf(element);
  return /** @type {HTMLElement | undefined} */ (root.querySelectorAll(kind)[index]);
};

/**
 * Records clicks and keys on the first screen.
 *
 * @param {HTMLElement} firstScreen
 * @param {boolean} persists Whether a choice outlives a reload.
 */
export const recordEarlyInput = (firstScreen, persists) => {
  const radios = () => /** @type {NodeListOf<HTMLInputElement>} */ (firstScreen.querySelectorAll("input"));
  const checked = () => /** @type {HTMLInputElement | null} */ (firstScreen.querySelector(":checked"));
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
  /** The end of the last press. */
  let released = Promise.resolve();
  /** @param {Event & { key?: string }} event */
  const onPress = (event) => {
    key = event.key;
    released = new Promise((resolve) => {
      const over = new AbortController();
      const end = () => {
        over.abort();
        setTimeout(resolve); // the click of a tap comes right after its end
      };
      for (const type of ["pointerup", "pointercancel", "keyup"])
        addEventListener(type, end, { signal: over.signal, capture: true });
      setTimeout(end, LONGEST_PRESS);
    });
  };
  firstScreen.onkeydown = firstScreen.onpointerdown = onPress;
  firstScreen.onclick = ({ target }) => {
    const control = /** @type {HTMLInputElement | HTMLButtonElement} */ (target);
    if (control.type === "button") button = control;
    if (control.type !== "radio") return;
    button = null;
    store(control.value);
  };
  /**
   * Ends the record. Returns what brings the quiz in `root` to the same state, once it is on the page in place of the first screen.
   *
   * @param {HTMLElement} root
   */
  const stop = (root) => {
    tryStorage((storage) => storage.removeItem(KEY));
    // The browser may have restored a choice since.
    const radio = checked();
    // Don't auto-advance after a keyboard selection or a button press.
    const stays = button || key || radio?.matches(":focus-visible");
    const { activeElement } = /** @type {ShadowRoot} */ (firstScreen.getRootNode());
    const focused = activeElement && twin(root, firstScreen, activeElement);
    const unfolded = [...firstScreen.querySelectorAll("details[open]")].map((details) => twin(root, firstScreen, details));
    const [newRadio, newButton] = [radio, button].map((control) => control && twin(root, firstScreen, control));
    return () => {
      for (const details of unfolded) /** @type {HTMLDetailsElement | undefined} */ (details)?.toggleAttribute("open", true);
      focused?.focus({ preventScroll: true });
      /** @param {"keydown" | "keyup"} type */
      const press = (type) => newRadio?.dispatchEvent(new KeyboardEvent(type, { key: "ArrowDown", bubbles: true }));
      if (stays) press("keydown");
      newRadio?.click();
      press("keyup");
      newButton?.click();
    };
  };
  /** Resolves once no key or pointer is down. */
  const untilReleased = async () => {
    for (let before; before !== released;) await (before = released);
  };
  return { untilReleased, stop };
};
