// Focus, scrolling, printing, leaving, and the address of the page. False means that the browser refused.

/**
 * Moves focus to an element, and scrolls only if its top is out of sight.
 *
 * @param {HTMLElement} element
 */
export const focus = (element) => {
  // Measured first: Firefox does not focus a legend that has not been laid out.
  const { top } = element.getBoundingClientRect();
  // The title of the next statement is the same element: without this, screen readers would not hear of it.
  if (element.matches(":focus")) element.blur();
  element.focus({ preventScroll: true });
  if (top < 0 || top > innerHeight - 48) element.scrollIntoView({ block: "start" });
};

/** @param {() => void} action */
const attempt = (action) => {
  try {
    action();
    return true;
  } catch {
    return false;
  }
};

/**
 * Keeps focus in the quiz while the screen that has it is replaced: meanwhile keys would go to the page around.
 *
 * @param {Element} element Any part of the screen.
 */
export const hold = (element) => {
  const root = /** @type {HTMLElement} */ (element.closest(".exhale")?.parentNode);
  const { activeElement } = /** @type {Document | ShadowRoot} */ (root.getRootNode());
  if (!root.contains(activeElement)) return;
  root.tabIndex = -1;
  root.style.outline = "0";
  root.focus({ preventScroll: true });
  root.addEventListener("blur", () => root.removeAttribute("tabindex"), { once: true });
};

/**
 * Goes to another page, so that Back does not lead here any more.
 *
 * @param {string} href
 */
export const leave = (href) => attempt(() => location.replace(href));

export const print = () => attempt(() => window.print());

export const href = () => location.href;
