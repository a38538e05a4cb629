/**
 * Dispatches an event of the quiz to the page it is on.
 *
 * @param {Element} from
 * @param {import("../../embed/iframe-parent.js").EventType} name The name of the event without `exhale-`.
 * @param {string} json The detail, or empty.
 * @param {string} link The link to the result that the event is about, or empty.
 * @returns {boolean} False if the page has prevented the default: it does the rest itself.
 */
export const tell = (from, name, json, link) => {
  const detail = json ? JSON.parse(json) : null;
  if (name === "complete") detail.shareUrl = link || null;
  if (name === "share") detail.url = link;
  return from.dispatchEvent(new CustomEvent(`exhale-${name}`, { bubbles: true, composed: true, cancelable: true, detail }));
};
