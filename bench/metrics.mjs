// What is read off a visit, and how it is written. docs/performance.md says what each means.

import { quantile } from "./statistics.mjs";

const grouped = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");
const whole = (value) => grouped(value);
const megabytes = (value) => (value / 1e6).toFixed(1);

/** `of` takes one round of one contestant: its two visits. It gives nothing where the contestant has no such thing. */
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
  readable: { name: "first statement readable, ms", of: ({ hurried }) => hurried?.readable, write: whole },
  effect: { name: "first answer takes effect, ms", of: ({ hurried }) => hurried?.effect, write: whole },
  kept: { name: "first answer kept, ms", of: ({ hurried }) => hurried?.kept ?? undefined, write: whole },
  latency: { name: "answer to next statement, median, ms", of: ({ hurried }) => share(hurried, 0.5), write: whole },
  latency95: { name: "answer to next statement, p95, ms", of: ({ hurried }) => share(hurried, 0.95), write: whole },
  toResult: { name: "last answer to result, ms", of: ({ hurried }) => hurried?.toResult, write: whole },
  mainThread: { name: "main thread while loading, ms", of: ({ untouched }) => untouched.mainThread, write: whole },
  blocking: { name: "total blocking, ms", of: ({ untouched }) => untouched.blocking, write: whole },
  shift: { name: "layout shift while loading", of: ({ untouched }) => untouched.shift, write: (value) => value.toFixed(3) },
  heap: { name: "JavaScript heap, MB", of: ({ untouched }) => untouched.heap, write: megabytes },
  wasm: { name: "WebAssembly memory, MB", of: ({ untouched }) => untouched.wasm, write: megabytes },
  memory: { name: "both, MB", of: ({ untouched }) => untouched.heap + untouched.wasm, write: megabytes },
};

const share = (hurried, q) => (hurried?.latencies ? quantile(hurried.latencies, q) : undefined);

/** One value a round, or nothing where the contestant has no such thing. */
export const values = (metric, rounds) => {
  const found = rounds.map(METRICS[metric].of);
  return found.includes(undefined) ? null : found;
};
