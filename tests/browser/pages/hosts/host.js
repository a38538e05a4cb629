// Records what a host page can observe. Not inline, because strict policies forbid inline scripts.
window.host = {
  /** The quiz's events: [name, id of the element, detail]. */
  events: [],
  /** Key events that reached the page. */
  keys: [],
  /** Messages of console.warn. */
  warnings: [],
  /** Uncaught errors. */
  errors: [],
  /** Violations of the page's policy. */
  refused: [],
  /** Layout shifts with the moved elements, and the lengths of tasks over 50 ms. */
  disturbed: [],
};

for (const name of ["ready", "start", "progress", "complete", "share", "reset", "error"]) {
  document.addEventListener(`exhale-${name}`, (event) => {
    host.events.push([event.type, event.target.id, event.detail ?? null]);
  });
}
for (const type of ["keydown", "keypress", "keyup"]) {
  for (const place of [document, window]) place.addEventListener(type, (event) => host.keys.push(`${type} ${event.key}`));
}
window.addEventListener("error", (event) => host.errors.push(String(event.message)));
window.addEventListener("unhandledrejection", (event) => host.errors.push(String(event.reason)));
document.addEventListener("securitypolicyviolation", (event) =>
  host.refused.push(`${event.violatedDirective} ${event.blockedURI}`),
);

const warn = console.warn;
console.warn = (...words) => {
  host.warnings.push(words.join(" "));
  warn.apply(console, words);
};

const watch = (type, note) => {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
};
const where = ({ x, y, width, height }) => `${x},${y} ${width}x${height}`;
const moved = ({ node, previousRect, currentRect }) => `${node?.nodeName} ${where(previousRect)} -> ${where(currentRect)}`;
watch("layout-shift", ({ value, sources }) => host.disturbed.push(`shift ${value}: ${sources.map(moved).join(", ")}`));
watch("longtask", ({ duration }) => host.disturbed.push(`${duration} ms`));
