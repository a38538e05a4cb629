// What runs in the page that is measured, before its own scripts. Each function is sent there as text: it can use nothing but its
// argument. Times are in milliseconds since the navigation began.

/** @import { Contestant } from "./contestants.mjs" */

/** @typedef {{ x: number, y: number }} Point In CSS pixels of the viewport. */

/**
 * @typedef {object} Seen
 * @property {number} blocking The total blocking time.
 * @property {number} longTasks How many tasks took over 50 ms.
 * @property {number} shift The layout shift.
 * @property {number} wasm The size of the memories of WebAssembly, in bytes.
 * @property {number | null} firstPaint
 * @property {number} largestPaint When the largest part of what is in sight was painted.
 */

/**
 * @typedef {object} Times Null for what has not happened.
 * @property {number | null} readable The first statement is visible.
 * @property {number | null} answerable A finger can tap an option.
 * @property {number | null} effect The first answer takes effect.
 * @property {number | null} kept The first answer is stored.
 * @property {number | null} moved The second statement is visible.
 */

/** @typedef {{ what: "statement" | "pause" | "result", latency: number }} Following What follows an answer. */

/** Observes only: long tasks, layout shifts, and the memories of WebAssembly. None of it runs while the page loads. */
export const listen = () => {
  if (window !== top) return;
  /** @type {number[]} */
  const longTasks = [];
  let shift = 0;
  let largestPaint = NaN;
  /**
   * @param {string} type
   * @param {(entry: PerformanceEntry & { value?: number, hadRecentInput?: boolean }) => void} callback
   */
  const observe = (type, callback) =>
    new PerformanceObserver((list) => list.getEntries().forEach(callback)).observe({ type, buffered: true });
  observe("longtask", (entry) => longTasks.push(entry.duration));
  observe("largest-contentful-paint", ({ startTime }) => (largestPaint = startTime));
  observe("layout-shift", (entry) => {
    if (!entry.hadRecentInput) shift += entry.value ?? 0;
  });

  /** @type {Set<WebAssembly.Memory>} */
  const memories = new Set();
  /** @param {WebAssembly.Instance} instance */
  const noteMemories = (instance) => {
    for (const value of Object.values(instance.exports)) if (value instanceof WebAssembly.Memory) memories.add(value);
  };
  for (const name of ["instantiate", "instantiateStreaming"]) {
    /** @type {(...args: unknown[]) => Promise<WebAssembly.Instance | WebAssembly.WebAssemblyInstantiatedSource>} */
    const original = Reflect.get(WebAssembly, name);
    Reflect.set(WebAssembly, name, async (/** @type {unknown[]} */ ...args) => {
      const made = await original.apply(WebAssembly, args);
      noteMemories("instance" in made ? made.instance : made);
      return made;
    });
  }
  for (const name of ["Instance", "Memory"]) {
    /** @type {Function} */
    const original = Reflect.get(WebAssembly, name);
    const noting = new Proxy(original, {
      construct(target, args) {
        const made = Reflect.construct(target, args);
        if (made instanceof WebAssembly.Memory) memories.add(made);
        else noteMemories(made);
        return made;
      },
    });
    Reflect.set(WebAssembly, name, noting);
  }
  globalThis.benchSeen = () => ({
    blocking: longTasks.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
    longTasks: longTasks.length,
    shift,
    largestPaint,
    wasm: [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    firstPaint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
  });
};

/**
 * Answers the first statement as soon as a finger could, and then one after another. The taps come from outside, as real input:
 * `benchTap` is called with their place.
 *
 * @param {Contestant & { items: string[] }} settings
 */
export const hurry = ({ host, statement, option, radio, pause, result, items, isStatic }) => {
  if (window !== top) return;
  /** @type {Times} */
  const times = { readable: null, answerable: null, effect: null, kept: null, moved: null };
  const root = () => (host ? document.querySelector(host)?.shadowRoot : document);
  /** @param {string | undefined} selector */
  const find = (selector) => {
    const element = selector ? root()?.querySelector(selector) : null;
    return element?.checkVisibility() && element.getBoundingClientRect().height > 0 ? element : null;
  };
  /** @param {number} n The number of a statement, from 1. */
  const shows = (n) => {
    const item = items[n - 1];
    return item !== undefined && (find(statement)?.textContent.includes(item) ?? false);
  };

  /**
   * The middle of an element, if a tap there would hit it and nothing else.
   *
   * @param {Element} element
   * @returns {Point | null}
   */
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
  /** @param {Element} element */
  const bringIn = (element) => {
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: "center", behavior: "instant" });
  };

  /** @typedef {(now: number) => void} FrameCallback */
  const channel = new MessageChannel();
  /** @type {FrameCallback[]} */
  const later = [];
  channel.port1.onmessage = () => {
    const now = performance.now();
    for (const callback of later.splice(0)) callback(now);
  };
  /**
   * Calls back with the time when the current frame has been laid out and handed on.
   *
   * @param {FrameCallback} callback
   */
  const afterFrame = (callback) => {
    later.push(callback);
    if (later.length === 1) channel.port2.postMessage(0);
  };
  /** @param {keyof Times} name */
  const mark = (name) => {
    if (times[name] !== null) return;
    times[name] = NaN; // the frame is on its way
    afterFrame((now) => (times[name] = now));
  };

  /** @type {number | null} */
  let lifted = null;
  addEventListener("pointerup", (event) => (lifted = event.timeStamp), true);
  let clicked = false;
  addEventListener("click", () => (clicked = true), true);

  const { setItem } = Storage.prototype;
  /**
   * An answer is kept once it is written to the storage of the browser.
   *
   * @param {string} key
   * @param {string} value
   */
  Storage.prototype.setItem = function (key, value) {
    setItem.call(this, key, value);
    if (lifted !== null) times.kept ??= performance.now();
  };

  /** @type {number | null} */
  let tapped = null;
  const first = () => {
    if (times.readable === null && shows(1)) mark("readable");
    if (times.effect === null) {
      const isMoved = shows(2);
      const control = /** @type {HTMLInputElement | null | undefined} */ (radio && root()?.querySelector(radio));
      const isChosen = lifted !== null && control?.checked;
      if (isMoved || isChosen) mark("effect");
    }
    if (shows(2)) mark("moved");
    // Nobody taps what is not painted yet; Chromium would drop the tap.
    const isPainted = performance.getEntriesByName("first-contentful-paint").length > 0;
    const target = isPainted && times.effect === null && shows(1) ? find(option) : null;
    if (target) bringIn(target);
    const at = target && place(target);
    if (at) {
      times.answerable ??= performance.now();
      // Not before the last tap has arrived, so that none is left for the second statement.
      const waited = performance.now() - (tapped ?? -Infinity);
      if (((tapped === null || clicked) && waited >= 50) || waited >= 1000) {
        tapped = performance.now();
        clicked = false;
        globalThis.benchTap(JSON.stringify(at));
      }
    }
    const { readable, effect, kept, moved } = times;
    const done = isStatic ? [readable, effect] : [readable, effect, kept, moved];
    if (done.every((time) => time !== null && time > 0)) globalThis.benchTap("done");
    else requestAnimationFrame(first);
  };
  requestAnimationFrame(first);

  /**
   * @param {number} count
   * @returns {Promise<void>}
   */
  const frames = (count) =>
    new Promise((resolve) => {
      const next = () => (count-- > 0 ? requestAnimationFrame(next) : resolve());
      next();
    });
  /**
   * @template T
   * @param {() => T | false | null} what
   * @returns {Promise<[T, number]>} What it found, and when.
   */
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
  let isPaused = false;
  globalThis.benchAim = async (index) => {
    isPaused = index === null;
    const target = index === null ? find(pause) : root()?.querySelectorAll(option ?? "")[index];
    if (!target) return null;
    bringIn(target);
    // Not while it still moves: the tap would miss it.
    const top = () => target.getBoundingClientRect().top;
    for (let before = NaN; before !== top(); await frames(2)) before = top();
    lifted = null;
    return place(target);
  };
  globalThis.benchFollows = async (next) => {
    /** @returns {Following["what"] | null} */
    const following = () => {
      if (lifted === null) return null;
      if (shows(next)) return "statement";
      if (!isPaused && find(pause)) return "pause";
      return find(result) ? "result" : null;
    };
    const [what, now] = await until(following);
    return { what, latency: now - (lifted ?? NaN) };
  };
};
