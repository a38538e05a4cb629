// Tells the page on which the quiz stands. False if the page has said that it does the rest itself.
export const tell = (from, name, json, link) => {
  const detail = json ? JSON.parse(json) : null;
  if (name === "complete") detail.shareUrl = link || null;
  if (name === "share") detail.url = link;
  return from.dispatchEvent(new CustomEvent(`exhale-${name}`, { bubbles: true, composed: true, cancelable: true, detail }));
};
