// A shadow root for the quiz in another Yew app, so that the styles of neither affect the other.

/**
 * One style sheet for all on the page. A strict CSP allows it, where it blocks a <style>.
 *
 * @type {CSSStyleSheet | undefined}
 */
let sheet;

/**
 * Keys pressed in the quiz must not trigger keyboard shortcuts of the app.
 *
 * @param {KeyboardEvent} event
 */
const onKey = (event) => {
  const leaves = event.ctrlKey || event.altKey || event.metaKey || event.key === "Tab" || event.key === "Escape";
  if (!leaves) event.stopPropagation();
};

/**
 * Attaches a shadow root with a style sheet to `host`, and returns the element in it to mount the quiz into.
 *
 * @param {Element} host
 * @param {string} css
 */
export const attach = (host, css) => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const mount = document.createElement("div");
  for (const type of /** @type {const} */ (["keydown", "keyup", "keypress"])) mount.addEventListener(type, onKey);
  root.append(mount);
  return mount;
};

/** @param {CustomEvent<unknown>} event */
export const detail = (event) => JSON.stringify(event.detail);
