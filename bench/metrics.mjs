// The metrics of a visit, and how they are written. docs/performance.md explains each.

import { quantile } from "./statistics.mjs";

/** @import { Visits } from "./visits.mjs" */

/**
 * @typedef {object} Metric
 * @property {string} name
 * @property {(visits: Visits) => number | undefined} of Its value in one round; undefined where the contestant has no such thing.
 * @property {(value: number) => string} write
 */

/** @param {number} value */
const whole = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
/** @param {number} value */
const megabytes = (value) => (value / 1e6).toFixed(1);

/** @type {Record<string, Metric>} */
export const METRICS = {
  bytesLoaded: { name: "bytes, loaded", of: ({ untouched }) => untouched.bytes, write: whole },
  requestsLoaded: { name: "requests, loaded", of: ({ untouched }) => untouched.requests, write: whole },
  bytesToEffect: {
    name: "bytes before the first answer takes effect",
    of: ({ hurried }) => hurried?.bytesToEffect,
    write: whole,
  },
  requestsToEffect: { name: "requests before it", of: ({ hurried }) => hurried?.requestsToEffect, write: whole },
  bytesToResult: { name: "bytes, to the result", of: ({ hurried }) => hurried?.bytesToResult, write: whole },
  requestsAfter: { name: "requests after loading, to the result", of: ({ hurried }) => hurried?.requestsAfter, write: whole },
  firstPaint: { name: "first paint, ms", of: ({ untouched }) => untouched.firstPaint, write: whole },
  largestPaint: { name: "largest paint, ms", of: ({ untouched }) => untouched.largestPaint, write: whole },
  readable: { name: "first statement readable, ms", of: ({ hurried }) => hurried?.readable, write: whole },
  effect: { name: "first answer takes effect, ms", of: ({ hurried }) => hurried?.effect ?? undefined, write: whole },
  kept: { name: "first answer kept, ms", of: ({ hurried }) => hurried?.kept ?? undefined, write: whole },
  latency: { name: "answer to next statement, median, ms", of: ({ hurried }) => share(hurried?.latencies, 0.5), write: whole },
  latency95: { name: "answer to next statement, p95, ms", of: ({ hurried }) => share(hurried?.latencies, 0.95), write: whole },
  toResult: { name: "last answer to result, ms", of: ({ hurried }) => hurried?.toResult, write: whole },
  busy: { name: "main thread for an answer, ms", of: ({ hurried }) => hurried?.busy, write: whole },
  layouts: { name: "layouts for an answer", of: ({ hurried }) => hurried?.layouts, write: (value) => value.toFixed(1) },
  styles: {
    name: "computations of styles for an answer",
    of: ({ hurried }) => hurried?.styles,
    write: (value) => value.toFixed(1),
  },
  readableAgain: { name: "second visit: first statement readable, ms", of: ({ again }) => again?.readable, write: whole },
  effectAgain: {
    name: "second visit: first answer takes effect, ms",
    of: ({ again }) => again?.effect ?? undefined,
    write: whole,
  },
  mainThread: { name: "main thread while loading, ms", of: ({ untouched }) => untouched.mainThread, write: whole },
  blocking: { name: "total blocking, ms", of: ({ untouched }) => untouched.blocking, write: whole },
  shift: { name: "layout shift while loading", of: ({ untouched }) => untouched.shift, write: (value) => value.toFixed(3) },
  heap: { name: "JavaScript heap, MB", of: ({ untouched }) => untouched.heap, write: megabytes },
  wasm: { name: "WebAssembly memory, MB", of: ({ untouched }) => untouched.wasm, write: megabytes },
  memory: { name: "both, MB", of: ({ untouched }) => untouched.heap + untouched.wasm, write: megabytes },
};

/**
 * @param {number[] | undefined} latencies
 * @param {number} q
 */
const share = (latencies, q) => (latencies ? quantile(latencies, q) : undefined);

/**
 * One value a round; null where the contestant has no such thing.
 *
 * @param {string} metric A name in `METRICS`.
 * @param {Visits[] | undefined} rounds
 */
export const values = (metric, rounds = []) => {
  const found = rounds.flatMap((visits) => METRICS[metric]?.of(visits) ?? []);
  return found.length === rounds.length ? found : null;
};
