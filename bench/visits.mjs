// One visit to one contestant, as on a slow phone. Two kinds: `untouched`, where nobody does anything and nothing but
// listening runs in the page; and `hurried`, where somebody answers as soon as it can be done, to the end.

import { plain } from "./content.mjs";
import { hurry, listen } from "./probes.mjs";

/** The phone: Lighthouse's "slow 4G", and a processor four times slower than this machine's. */
export const PHONE = {
  downBitsPerSecond: 1_600_000,
  upBitsPerSecond: 750_000,
  latency: 150,
  cpu: 4,
  width: 390,
  height: 844,
  density: 2,
};

/** A page is quiet when nothing is under way and its main thread did less than this in the time between two looks, in ms. */
const LOOK_EVERY = 500;
const QUIET_BELOW = 25;
const PATIENCE = 60_000;
/** A person takes some time to read; and a second tap within a quarter of a second is none. In ms. */
const PAUSE = 300;

const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A tab that is a phone with a slow connection, and a record of what it fetches. */
const phone = async (browser) => {
  const tab = await browser.tab();
  const requests = new Map();
  const clock = {};
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
    if (request) clock.failure = `${request.url} could not be fetched: ${errorText}`;
  });
  tab.on("Page.loadEventFired", () => (clock.loaded = true));
  for (const domain of ["Network", "Page", "Performance"]) await tab.send(`${domain}.enable`);
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

  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await tab.send("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  const metrics = async () => {
    const { metrics } = await tab.send("Performance.getMetrics");
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const inject = (probe, settings = {}) =>
    tab.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${probe})(${JSON.stringify(settings)})` });
  const open = async (url) => {
    const { errorText } = await tab.send("Page.navigate", { url });
    if (errorText) throw new Error(`${url} could not be opened: ${errorText}`);
  };
  const quiet = async (ready) => {
    const begun = Date.now();
    let busy = Infinity;
    for (;;) {
      await sleep(LOOK_EVERY);
      if (clock.failure) throw new Error(clock.failure);
      if (Date.now() - begun > PATIENCE) throw new Error("the page was not quiet within a minute");
      const { TaskDuration } = await metrics();
      const idle = TaskDuration - busy < QUIET_BELOW / 1000;
      busy = TaskDuration;
      if (idle && clock.loaded && [...requests.values()].every(({ isDone }) => isDone) && (await evaluate(ready))) return;
    }
  };
  const tap = async ({ x, y }) => {
    await tab.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
    await tab.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  /** Requests and bytes, all or those until a moment of the visit, in ms since the navigation. */
  const fetched = async (moment = Infinity) => {
    const until = (await metrics()).NavigationStart + moment / 1000;
    const begun = [...requests.values()].filter((request) => request.begun <= until);
    const bytes = ({ ended, bytes, arrived }) =>
      ended <= until ? bytes : arrived.filter(([at]) => at <= until).reduce((sum, [, length]) => sum + length, 0);
    const sum = (size) => begun.reduce((sum, request) => sum + size(request), 0);
    return { requests: begun.length, bytes: sum(bytes), bodies: sum(({ bytes, head }) => bytes - head) };
  };
  return { ...tab, requests, evaluate, metrics, inject, open, quiet, tap, fetched };
};

/** Nobody touches the page. What loading it costs, until it is quiet. */
export const untouched = async (browser, { ready }, url) => {
  const tab = await phone(browser);
  try {
    await tab.inject(listen);
    const before = await tab.metrics();
    await tab.open(url);
    await tab.quiet(`(${ready}) && benchSeen().firstPaint !== null`);
    const after = await tab.metrics();
    const seen = await tab.evaluate("benchSeen()");
    const { requests, bytes } = await tab.fetched();
    const urls = [...tab.requests.values()].map(({ url, bytes, head }) => ({ url, bytes, body: bytes - head }));
    await tab.send("HeapProfiler.enable");
    await tab.send("HeapProfiler.collectGarbage");
    const { usedSize } = await tab.send("Runtime.getHeapUsage");
    return {
      firstPaint: seen.firstPaint,
      mainThread: (after.TaskDuration - before.TaskDuration) * 1000,
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

/** Somebody answers the first statement at once, and then all others. */
export const hurried = async (browser, contestant, url) => {
  const tab = await phone(browser);
  try {
    await tab.send("Runtime.enable");
    await tab.send("Runtime.addBinding", { name: "benchTap" });
    let done;
    const answered = new Promise((resolve, reject) => {
      done = resolve;
      setTimeout(() => reject(new Error("the first answer had no effect within a minute")), PATIENCE).unref();
    });
    answered.catch(() => {}); // it is waited for below, if nothing else fails before
    tab.on("Runtime.bindingCalled", ({ payload }) => (payload === "done" ? done() : tab.tap(JSON.parse(payload))));
    await tab.inject(hurry, { ...contestant, items: plain.items });
    await tab.open(url);
    await answered;
    const times = await tab.evaluate("benchTimes()");
    // What is laid out before the style sheets are there is not painted yet.
    const readable = Math.max(times.readable, times.firstPaint);
    await tab.quiet(contestant.ready);
    const { requests, bytes } = await tab.fetched(times.effect);
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
    const { data } = await tab.send("Page.captureScreenshot").catch(() => ({}));
    throw Object.assign(error, { screenshot: data });
  } finally {
    await tab.close();
  }
};

/** The second to the last statement. */
const answerAll = async (tab) => {
  const total = plain.items.length;
  const before = tab.requests.size;
  const latencies = [];
  let toResult = null;
  for (let n = 2; n <= total; n += 1) {
    await sleep(PAUSE);
    let { what, latency } = await follow(tab, (n * 2) % plain.options.length, n + 1);
    if (what === "pause") {
      await sleep(PAUSE);
      ({ what } = await follow(tab, null, n + 1));
    } else if (what === "statement" && n !== 10) {
      // After the tenth ours stops to ask: that answer counts for nobody.
      latencies.push(latency);
    }
    if (n === total) toResult = latency;
    if (what !== (n === total ? "result" : "statement")) throw new Error(`after statement ${n} came ${what}`);
  }
  const { bytes, bodies } = await tab.fetched();
  return { latencies, toResult, requestsAfter: tab.requests.size - before, bytesToResult: bytes, bodiesToResult: bodies };
};

const follow = async (tab, option, next) => {
  const at = await tab.evaluate(`benchAim(${option})`);
  if (!at) throw new Error(`before statement ${next}: the answer cannot be tapped`);
  const [follows] = await Promise.all([tab.evaluate(`benchFollows(${next})`), tab.tap(at)]);
  return follows;
};
