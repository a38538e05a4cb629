// Tells the page on which the quiz stands. False if the page has said that it does the rest itself.
export const tell = (from, name, detail) =>
  from.dispatchEvent(
    new CustomEvent(`exhale-${name}`, {
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: detail ? JSON.parse(detail) : null,
    }),
  );
