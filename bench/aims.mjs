// What the quiz is meant to reach, and whether it does. An aim counts as met where the whole interval lies within it, and as
// missed where the whole interval lies beyond it; between the two the runs do not say.

import { values } from "./metrics.mjs";
import { interval, ratio } from "./statistics.mjs";

const within = ({ low, high }, most) =>
  high <= most ? "met" : low > most ? "**missed**" : "not decided: the interval holds the aim";
const times = ({ median, low, high }) => `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
const of = (runs, id, metric) => values(metric, runs[id]);
const most = (numbers) => Math.max(...numbers);

const relative = (what, metric, rival, name, aim) => (runs) => {
  const found = ratio(of(runs, "ours", metric), of(runs, rival, metric));
  return [what, `≤ ${aim} × ${name}`, `${times(found)} ×`, within(found, aim)];
};

const AIMS = [
  (runs) => {
    const found = most(runs.ours.map(({ hurried }) => hurried.bodiesToResult));
    return [
      "everything fetched, to the result, without headers",
      "≤ 80,000 bytes",
      found.toLocaleString("en"),
      found <= 80_000 ? "met" : "**missed**",
    ];
  },
  relative("first statement readable", "readable", "static", "page without script", 1.1),
  relative("first answer takes effect", "effect", "static", "page without script", 1.1),
  relative("answer to next statement, p95", "latency95", "preact", "Preact", 1.1),
  relative("main thread while loading", "mainThread", "preact", "Preact", 1.5),
  relative("main thread while loading", "mainThread", "preact-one-file", "Preact, one file", 1.5),
  (runs) => {
    const found = interval(of(runs, "ours", "blocking"));
    const [middle, low, high] = [found.median, found.low, found.high].map(Math.round);
    return ["total blocking while loading", "≤ 100 ms", `${middle} (${low}–${high}) ms`, within(found, 100)];
  },
  (runs, origins) => {
    const far = runs["embed-below"].map(({ untouched }) => untouched);
    const bytes = most(
      far.map(({ urls }) => urls.filter(({ url }) => url.startsWith(origins.ours)).reduce((sum, { body }) => sum + body, 0)),
    );
    return [
      "a page whose reader has not come near the quiz pays, without headers",
      "≤ 4,000 bytes",
      bytes.toLocaleString("en"),
      bytes <= 4000 ? "met" : "**missed**",
    ];
  },
  (runs) => {
    const far = runs["embed-below"].map(({ untouched }) => untouched);
    const [tasks, shift] = [most(far.map(({ longTasks }) => longTasks)), most(far.map(({ shift }) => shift))];
    const found = `${tasks} tasks over 50 ms, layout shift ${shift.toFixed(3)}, at most`;
    return ["and", "no long task, no layout shift", found, tasks === 0 && shift === 0 ? "met" : "**missed**"];
  },
  (runs) => {
    const found = most([...of(runs, "ours", "requestsAfter"), ...of(runs, "embed", "requestsAfter")]);
    return ["requests after loading, over a whole run", "0", `${found} at most`, found === 0 ? "met" : "**missed**"];
  },
  (_runs, _origins, { scoring }) => {
    if (!scoring) return ["full sheets scored a second, native, one core", "≥ 1,000,000", "not measured in this run", "–"];
    return [
      "full sheets scored a second, native, one core",
      "≥ 1,000,000",
      Math.round(scoring).toLocaleString("en"),
      scoring >= 1e6 ? "met" : "**missed**",
    ];
  },
  (_runs, _origins, { lighthouse }) => {
    if (!lighthouse) return ["Lighthouse, mobile, median", "100 in all four", "not measured in this run", "–"];
    const scores = Object.values(lighthouse.scores);
    return [
      "Lighthouse, mobile, median",
      "100 in all four",
      scores.join(", "),
      scores.every((score) => score === 100) ? "met" : "**missed**",
    ];
  },
];

/** Rows: what, the aim, what was found, and whether that is within it. */
export const aims = (runs, origins, besides) => AIMS.map((aim) => aim(runs, origins, besides));
