// One visit to one contestant, as on a slow phone. Two kinds: `untouched`, where nobody does anything and the page runs nothing
// for the bench but observers; and `hurried`, where somebody answers as soon as possible, to the end.

import { plain } from "./content.mjs";
import { hurry, listen } from "./probes.mjs";

/** @import { Contestant } from "./contestants.mjs" */
/** @import { Browser, Tab } from "./protocol.d.ts" */
/** @import { Following, Point, Seen, Times } from "./probes.mjs" */

/**
 * Times are in milliseconds since the navigation began, sizes in bytes.
 *
 * @typedef {object} Untouched
 * @property {number} firstPaint
 * @property {number} largestPaint
 * @property {number} mainThread How long the main thread was busy.
 * @property {number} blocking
 * @property {number} longTasks
 * @property {number} shift
 * @property {number} requests
 * @property {number} bytes
 * @property {number} heap
 * @property {number} wasm
 * @property {{ url: string, bytes: number, body: number }[]} urls
 */

/**
 * @typedef {object} FirstAnswer
 * @property {number} readable
 * @property {number | null} answerable
 * @property {number | null} effect
 * @property {number | null} kept
 * @property {number} requestsToEffect
 * @property {number} bytesToEffect
 */

/**
 * @typedef {object} AllAnswers
 * @property {number[]} latencies From an answer to the next statement.
 * @property {number} toResult From the last answer to the result.
 * @property {number} busy How long the main thread was busy for an answer.
 * @property {number} layouts How often it laid out the page for an answer, and computed styles.
 * @property {number} styles
 * @property {number} requestsAfter
 * @property {number} bytesToResult
 * @property {number} bodiesToResult
 */

/** @typedef {FirstAnswer & Partial<AllAnswers>} Hurried */
/** @typedef {Pick<FirstAnswer, "readable" | "effect">} Again */
/** @typedef {{ untouched: Untouched, hurried?: Hurried, again?: Again }} Visits One round of a contestant. */
/** @typedef {Error & { screenshot?: string }} VisitError The screenshot is a PNG, in base64. */

/** Lighthouse's "slow 4G", and a processor four times slower than this one. Latency in milliseconds, sizes in CSS pixels. */
export const PHONE = {
  downBitsPerSecond: 1_600_000,
  upBitsPerSecond: 750_000,
  latency: 150,
  cpu: 4,
  width: 390,
  height: 844,
  density: 2,
};

/** In milliseconds. A page is quiet if nothing is loading and its main thread was hardly busy between two checks. */
const CHECK_EVERY = 500;
const QUIET_BELOW = 25;
const TIMEOUT = 60_000;
/** Time to read; and a second tap within a quarter of a second would be ignored. In milliseconds. */
const PAUSE = 300;

/** @param {number} milliseconds */
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @typedef {object} Request
 * @property {string} url
 * @property {number} begun In seconds, on the clock of `NavigationStart`.
 * @property {number} [ended]
 * @property {[time: number, bytes: number][]} arrived
 * @property {number} head Bytes of headers.
 * @property {number} bytes Of headers and body.
 * @property {boolean} isDone
 */

/**
 * A tab that is a phone with a slow connection, and a record of what it fetches.
 *
 * @param {Browser} browser
 */
const phone = async (browser) => {
  const tab = await browser.tab();
  /** @type {Map<string, Request>} */
  const requests = new Map();
  let isLoaded = false;
  /** @type {string | undefined} */
  let failure;
  tab.on("Network.requestWillBeSent", ({ requestId, request, timestamp }) => {
    if (/^(data|blob):/.test(request.url)) return;
    requests.set(requestId, { url: request.url, begun: timestamp, arrived: [], head: 0, bytes: 0, isDone: false });
  });
  tab.on("Network.responseReceived", ({ requestId, response }) => {
    const request = requests.get(requestId);
    if (request) request.head = response.encodedDataLength;
  });
  tab.on("Network.requestServedFromCache", ({ requestId }) => requests.delete(requestId));
  tab.on("Network.dataReceived", ({ requestId, timestamp, encodedDataLength }) => {
    requests.get(requestId)?.arrived.push([timestamp, encodedDataLength]);
  });
  tab.on("Network.loadingFinished", ({ requestId, timestamp, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) Object.assign(request, { bytes: encodedDataLength, ended: timestamp, isDone: true });
  });
  tab.on("Network.loadingFailed", ({ requestId, errorText }) => {
    const request = requests.get(requestId);
    if (request) failure = `${request.url} could not be fetched: ${errorText}`;
  });
  tab.on("Page.loadEventFired", () => (isLoaded = true));
  for (const command of /** @type {const} */ (["Network.enable", "Page.enable", "Performance.enable"])) await tab.send(command);
  await tab.send("Emulation.setDeviceMetricsOverride", {
    width: PHONE.width,
    height: PHONE.height,
    deviceScaleFactor: PHONE.density,
    mobile: true,
  });
  await tab.send("Emulation.setTouchEmulationEnabled", { enabled: true, maxTouchPoints: 1 });
  await tab.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: PHONE.latency,
    downloadThroughput: PHONE.downBitsPerSecond / 8,
    uploadThroughput: PHONE.upBitsPerSecond / 8,
  });
  await tab.send("Emulation.setCPUThrottlingRate", { rate: PHONE.cpu });

  /**
   * @param {string} expression
   * @returns {Promise<unknown>}
   */
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await tab.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  /**
   * The value of a metric: a count, or in seconds.
   *
   * @param {"NavigationStart" | "TaskDuration" | "LayoutCount" | "RecalcStyleCount"} metric
   */
  const measure = async (metric) => {
    const { metrics } = await tab.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === metric)?.value ?? NaN;
  };
  /**
   * @param {Function} probe
   * @param {object} settings
   */
  const inject = (probe, settings = {}) =>
    tab.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${probe})(${JSON.stringify(settings)})` });
  /** @param {string} url */
  const open = async (url) => {
    const { errorText } = await tab.send("Page.navigate", { url });
    if (errorText) throw new Error(`${url} could not be opened: ${errorText}`);
  };
  /** @param {string} ready An expression. */
  const quiet = async (ready) => {
    const begun = Date.now();
    let busy = Infinity;
    for (;;) {
      await sleep(CHECK_EVERY);
      if (failure) throw new Error(failure);
      if (Date.now() - begun > TIMEOUT) throw new Error("the page was not quiet within a minute");
      const now = await measure("TaskDuration");
      const isIdle = now - busy < QUIET_BELOW / 1000;
      busy = now;
      if (isIdle && isLoaded && [...requests.values()].every(({ isDone }) => isDone) && (await evaluate(ready))) return;
    }
  };
  /** @param {Point} point */
  const tap = async ({ x, y }) => {
    await tab.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await tab.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  /**
   * Requests and bytes: all, or those until a moment of the visit.
   *
   * @param {number} [moment] In milliseconds since the navigation.
   */
  const fetched = async (moment = Infinity) => {
    const until = (await measure("NavigationStart")) + moment / 1000;
    const begun = [...requests.values()].filter((request) => request.begun <= until);
    let bytes = 0;
    let bodies = 0;
    for (const request of begun) {
      const hasEnded = request.ended !== undefined && request.ended <= until;
      const arrived = request.arrived.filter(([at]) => at <= until).reduce((sum, [, length]) => sum + length, 0);
      bytes += hasEnded ? request.bytes : arrived;
      bodies += request.bytes - request.head;
    }
    return { requests: begun.length, bytes, bodies };
  };
  return { ...tab, requests, evaluate, measure, inject, open, quiet, tap, fetched };
};

/** @typedef {Awaited<ReturnType<typeof phone>>} Phone */

/**
 * Nobody touches the page: what it costs to load it, until it is quiet.
 *
 * @param {Browser} browser
 * @param {Pick<Contestant, "ready">} contestant
 * @param {string} page The address.
 * @returns {Promise<Untouched>}
 */
export const untouched = async (browser, { ready }, page) => {
  const tab = await phone(browser);
  try {
    await tab.inject(listen);
    const before = await tab.measure("TaskDuration");
    await tab.open(page);
    await tab.quiet(`(${ready}) && benchSeen().firstPaint !== null`);
    const after = await tab.measure("TaskDuration");
    const seen = /** @type {Seen} */ (await tab.evaluate("benchSeen()"));
    const { requests, bytes } = await tab.fetched();
    const urls = [...tab.requests.values()].map((request) => ({
      url: request.url,
      bytes: request.bytes,
      body: request.bytes - request.head,
    }));
    await tab.send("HeapProfiler.enable");
    await tab.send("HeapProfiler.collectGarbage");
    const { usedSize } = await tab.send("Runtime.getHeapUsage");
    return {
      firstPaint: seen.firstPaint ?? NaN,
      largestPaint: seen.largestPaint,
      mainThread: (after - before) * 1000,
      blocking: seen.blocking,
      longTasks: seen.longTasks,
      shift: seen.shift,
      requests,
      bytes,
      heap: usedSize,
      wasm: seen.wasm,
      urls,
    };
  } finally {
    await tab.close();
  }
};

/**
 * Somebody answers the first statement as soon as possible, and then all others.
 *
 * @param {Browser} browser
 * @param {Contestant} contestant
 * @param {string} url
 * @returns {Promise<Hurried>}
 */
export const hurried = async (browser, contestant, url) => {
  const tab = await phone(browser);
  try {
    const times = await answerFirst(tab, contestant, url);
    // What is laid out before the style sheets are loaded is not painted yet.
    const readable = Math.max(times.readable ?? NaN, times.firstPaint);
    await tab.quiet(contestant.ready);
    const { requests, bytes } = await tab.fetched(times.effect ?? NaN);
    const visit = {
      readable,
      answerable: times.answerable,
      effect: times.effect,
      kept: times.kept,
      requestsToEffect: requests,
      bytesToEffect: bytes,
    };
    return contestant.answers === "all" ? { ...visit, ...(await answerAll(tab)) } : visit;
  } catch (error) {
    const screenshot = await tab.send("Page.captureScreenshot").then(
      ({ data }) => data,
      () => undefined,
    );
    throw Object.assign(/** @type {Error} */ (error), { screenshot });
  } finally {
    await tab.close();
  }
};

/**
 * Somebody comes again, with all of it in the cache of the browser, and answers the first statement as soon as possible.
 *
 * @param {Browser} browser
 * @param {Contestant} contestant
 * @param {string} url
 * @returns {Promise<Again>}
 */
export const again = async (browser, contestant, url) => {
  const tab = await phone(browser);
  try {
    await tab.open(url);
    await tab.quiet(contestant.ready);
    await tab.open("about:blank");
    const times = await answerFirst(tab, contestant, url);
    return { readable: Math.max(times.readable ?? NaN, times.firstPaint), effect: times.effect };
  } finally {
    await tab.close();
  }
};

/**
 * Opens a page, and answers the first statement as soon as that has an effect.
 *
 * @param {Phone} tab
 * @param {Contestant} contestant
 * @param {string} url
 */
const answerFirst = async (tab, contestant, url) => {
  await tab.send("Runtime.enable");
  await tab.send("Runtime.addBinding", { name: "benchTap" });
  /** @type {Promise<void>} */
  const answered = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("the first answer had no effect within a minute")), TIMEOUT).unref();
    tab.on("Runtime.bindingCalled", ({ payload }) => (payload === "done" ? resolve() : tab.tap(JSON.parse(payload))));
  });
  answered.catch(() => {}); // it is awaited below, if nothing else fails before
  await tab.inject(hurry, { ...contestant, items: plain.items });
  await tab.open(url);
  await answered;
  return /** @type {Times & { firstPaint: number }} */ (await tab.evaluate("benchTimes()"));
};

/**
 * The second to the last statement.
 *
 * @param {Phone} tab
 * @returns {Promise<AllAnswers>}
 */
const answerAll = async (tab) => {
  const total = plain.items.length;
  const before = tab.requests.size;
  const measures = /** @type {const} */ (["TaskDuration", "LayoutCount", "RecalcStyleCount"]);
  const measureAll = () => Promise.all(measures.map((metric) => tab.measure(metric)));
  const spent = await measureAll();
  /** @type {number[]} */
  const latencies = [];
  let toResult = NaN;
  for (let n = 2; n <= total; n += 1) {
    await sleep(PAUSE);
    const { what, latency } = await follow(tab, (n * 2) % plain.options.length, n + 1);
    let last = what;
    if (what === "pause") {
      await sleep(PAUSE);
      last = (await follow(tab, null, n + 1)).what;
    } else if (what === "statement" && n !== 10) {
      // Ours pauses after the tenth: that answer counts for no contestant.
      latencies.push(latency);
    }
    if (n === total) toResult = latency;
    if (last !== (n === total ? "result" : "statement")) throw new Error(`after statement ${n} came ${last}`);
  }
  const [busy = NaN, layouts = NaN, styles = NaN] = (await measureAll()).map(
    (now, index) => (now - (spent[index] ?? NaN)) / (total - 1),
  );
  const { bytes, bodies } = await tab.fetched();
  const requestsAfter = tab.requests.size - before;
  return { latencies, toResult, busy: busy * 1000, layouts, styles, requestsAfter, bytesToResult: bytes, bodiesToResult: bodies };
};

/**
 * Taps an option, or to go on, and waits for what follows.
 *
 * @param {Phone} tab
 * @param {number | null} option
 * @param {number} next The number of the next statement, from 1.
 */
const follow = async (tab, option, next) => {
  const at = /** @type {Point | null} */ (await tab.evaluate(`benchAim(${option})`));
  if (!at) throw new Error(`before statement ${next}: the answer cannot be tapped`);
  const [following] = await Promise.all([tab.evaluate(`benchFollows(${next})`), tab.tap(at)]);
  return /** @type {Following} */ (following);
};
