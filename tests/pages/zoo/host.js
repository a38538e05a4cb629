// What a host page notices of the quiz and of the browser. A file of its own: a page with a strict policy has no inline script.
window.host = {
  /** The quiz's events: [name, id of the element, detail]. */
  events: [],
  /** Keys that reached the page's own hotkeys. */
  keys: [],
  /** Words of console.warn. */
  warnings: [],
  /** Errors that nobody caught. */
  errors: [],
  /** What the page's policy refused. */
  refused: [],
  /** Sum of all layout shifts. */
  shift: 0,
  /** Length in ms of each task over 50 ms. */
  tasks: [],
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
document.addEventListener("securitypolicyviolation", (event) => host.refused.push(`${event.violatedDirective} ${event.blockedURI}`));

const warn = console.warn;
console.warn = (...words) => {
  host.warnings.push(words.join(" "));
  warn.apply(console, words);
};

const watch = (type, note) => {
  if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
  new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
};
watch("layout-shift", (entry) => (host.shift += entry.value));
watch("longtask", (entry) => host.tasks.push(entry.duration));
