// A shadow root for the quiz in another Yew app, so that neither side's styles reach the other.

// One for all on the page. A strict policy lets it pass, where it stops a <style>.
let sheet;

// The shortcuts of the app are not meant by whoever types in the quiz.
const keep = (event) => {
  const leaves = event.ctrlKey || event.altKey || event.metaKey || event.key === "Tab" || event.key === "Escape";
  if (!leaves) event.stopPropagation();
};

export const attach = (host, css) => {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet];
  const mount = document.createElement("div");
  for (const kind of ["keydown", "keyup", "keypress"]) mount.addEventListener(kind, keep);
  root.append(mount);
  return mount;
};

export const detail = (event) => JSON.stringify(event.detail);
