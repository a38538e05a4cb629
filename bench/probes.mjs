// What runs inside the page that is measured, before its own scripts. Each function is sent there as text: it can use nothing
// but its argument. Times are milliseconds since the navigation began.

/** Only listens: long tasks, layout shifts, and the memories of WebAssembly. Nothing runs for it while the page loads. */
export const listen = () => {
  if (window !== top) return;
  const seen = { longTasks: [], shift: 0 };
  const observe = (type, then) =>
    new PerformanceObserver((list) => list.getEntries().forEach(then)).observe({ type, buffered: true });
  observe("longtask", (entry) => seen.longTasks.push(entry.duration));
  observe("layout-shift", (entry) => entry.hadRecentInput || (seen.shift += entry.value));

  const memories = new Set();
  const note = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...all) => {
      const made = await original.apply(WebAssembly, all);
      note(made.instance ?? made);
      return made;
    };
  }
  for (const [name, noted] of [
    ["Instance", note],
    ["Memory", (memory) => memories.add(memory)],
  ]) {
    WebAssembly[name] = new Proxy(WebAssembly[name], {
      construct(target, all) {
        const made = new target(...all);
        noted(made);
        return made;
      },
    });
  }
  globalThis.benchSeen = () => ({
    blocking: seen.longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longTasks: seen.longTasks.length,
    shift: seen.shift,
    wasm: [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  });
};

/**
 * Answers the first statement as soon as a finger could, and then one after another. The taps themselves come from outside, as
 * true input: `benchTap` is called with the place.
 */
export const hurry = ({ host, statement, option, radio, pause, result, items, isStatic }) => {
  if (window !== top) return;
  const times = { readable: null, answerable: null, effect: null, kept: null, moved: null };
  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  const stands = (element) => element && element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const find = (selector) => {
    const element = selector && root()?.querySelector(selector);
    return stands(element) ? element : null;
  };
  const shows = (n) => find(statement)?.textContent.includes(items[n - 1]) ?? false;

  /** The middle of an element, if a finger there would touch it and nothing else. */
  const place = (element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    let hit = document.elementFromPoint(x, y);
    while (hit?.shadowRoot) {
      const inner = hit.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === hit) break;
      hit = inner;
    }
    return hit && element.contains(hit) ? { x, y } : null;
  };
  const bringIn = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
  };

  /** Calls back with the time when the frame that is now being made has been laid out and handed on. */
  const channel = new MessageChannel();
  const later = [];
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const then of later.splice(0)) then(now);
  };
  const afterFrame = (then) => {
    later.push(then);
    if (later.length === 1) channel.port2.postMessage(0);
  };
  const mark = (name) => {
    if (times[name] !== null) return;
    times[name] = NaN; // the frame is on its way
    afterFrame((now) => (times[name] = now));
  };

  let lifted = null;
  addEventListener("pointerup", (event) => (lifted = event.timeStamp), true);
  let clicked = false;
  addEventListener("click", () => (clicked = true), true);

  // An answer is kept when it has been written where the browser keeps it.
  const { setItem } = Storage.prototype;
  Storage.prototype.setItem = function (...all) {
    setItem.apply(this, all);
    if (lifted !== null) times.kept ??= performance.now();
  };

  let tapped = null;
  const first = () => {
    if (times.readable === null && shows(1)) mark("readable");
    if (times.effect === null) {
      const isMoved = shows(2);
      const isChosen = lifted !== null && root()?.querySelector(radio)?.checked;
      if (isMoved || isChosen) mark("effect");
    }
    if (shows(2)) mark("moved");
    // Nobody taps what is not painted yet; Chromium would drop it.
    const isPainted = performance.getEntriesByName("first-contentful-paint").length > 0;
    const target = isPainted && times.effect === null && shows(1) ? find(option) : null;
    if (target) bringIn(target);
    const at = target && place(target);
    if (at) {
      times.answerable ??= performance.now();
      // Not before the last tap has arrived, so that none is left over for the second statement.
      const waited = performance.now() - (tapped ?? -Infinity);
      if (((tapped === null || clicked) && waited >= 50) || waited >= 1000) {
        tapped = performance.now();
        clicked = false;
        benchTap(JSON.stringify(at));
      }
    }
    const { readable, effect, kept, moved } = times;
    const done = isStatic ? [readable, effect] : [readable, effect, kept, moved];
    if (done.every((time) => time > 0)) benchTap("done");
    else requestAnimationFrame(first);
  };
  requestAnimationFrame(first);

  const frames = (count) =>
    new Promise((resolve) => {
      const next = () => (count-- > 0 ? requestAnimationFrame(next) : resolve());
      next();
    });
  const until = (what) =>
    new Promise((resolve, reject) => {
      const begun = performance.now();
      const look = () => {
        const found = what();
        if (found) afterFrame((now) => resolve([found, now]));
        else if (performance.now() - begun > 15_000) reject(new Error("nothing has followed the tap for fifteen seconds"));
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });

  globalThis.benchTimes = () => ({ ...times, firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime });
  /** Where to tap for an option of the statement that stands there, or on the way on. */
  let isPaused = false;
  globalThis.benchAim = async (index) => {
    isPaused = index === null;
    const target = index === null ? find(pause) : root().querySelectorAll(option)[index];
    bringIn(target);
    // Not while it still moves: the finger would land beside it.
    const top = () => target.getBoundingClientRect().top;
    for (let before = NaN; before !== top(); await frames(2)) before = top();
    lifted = null;
    return place(target);
  };
  /** From the finger lifted to the frame with what follows: the next statement, a stop on the way, or the result. */
  globalThis.benchFollows = async (next) => {
    const follows = () => (shows(next) && "statement") || (!isPaused && find(pause) && "pause") || (find(result) && "result");
    const [what, now] = await until(() => lifted !== null && follows());
    return { what, latency: now - lifted };
  };
};
