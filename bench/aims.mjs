// The performance targets of the quiz, and whether it meets them. A target counts as met if the whole interval is within it, and
// as missed if the whole interval is beyond it; otherwise the runs do not decide.

import { values } from "./metrics.mjs";
import { interval, ratio } from "./statistics.mjs";

/** @import { Summary } from "./lighthouse.mjs" */
/** @import { Origins } from "./sites.mjs" */
/** @import { Interval } from "./statistics.mjs" */
/** @import { Visits } from "./visits.mjs" */

/** @typedef {Record<string, Visits[]>} Runs The rounds of each contestant, by its id. */
/**
 * What was measured besides.
 *
 * @typedef {object} Others
 * @property {number | null} scoring Full sheets a second.
 * @property {Summary | null} lighthouse
 */
/** @typedef {[what: string, target: string, found: string, verdict: string]} Row */
/** @typedef {(runs: Runs, origins: Origins, others: Others) => Row} Aim */

/** @param {boolean} isMet */
const verdict = (isMet) => (isMet ? "met" : "**missed**");
/**
 * @param {Interval} found
 * @param {number} most
 */
const within = ({ low, high }, most) =>
  high <= most || low > most ? verdict(high <= most) : "not decided: the interval contains the aim";
/** @param {Interval} found */
const times = ({ median, low, high }) => `${median.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
/**
 * @param {Runs} runs
 * @param {string} id
 * @param {string} metric
 */
const of = (runs, id, metric) => values(metric, runs[id]) ?? [];

/**
 * @param {string} what
 * @param {string} metric
 * @param {string} rival The id of a contestant.
 * @param {string} name
 * @param {number} aim
 * @param {string} [mine] The id of what is compared with it.
 * @returns {Aim}
 */
const relative =
  (what, metric, rival, name, aim, mine = "ours") =>
  (runs) => {
    const found = ratio(of(runs, mine, metric), of(runs, rival, metric));
    return [what, `≤ ${aim} × ${name}`, found ? `${times(found)} ×` : "–", found ? within(found, aim) : "–"];
  };

/** In bytes, without headers: of a whole visit, and of a page whose reader has not come near the quiz. */
const BUDGET = 110_000;
const FAR_BUDGET = 4000;

/** @param {Runs} runs */
const far = (runs) => (runs["embed-below"] ?? []).map(({ untouched }) => untouched);

/** @type {Aim[]} */
const AIMS = [
  (runs) => {
    const found = Math.max(...(runs.ours ?? []).map(({ hurried }) => hurried?.bodiesToResult ?? NaN));
    return [
      "everything fetched, to the result, without headers",
      `≤ ${BUDGET.toLocaleString("en")} bytes`,
      found.toLocaleString("en"),
      verdict(found <= BUDGET),
    ];
  },
  relative("first paint", "firstPaint", "static-one-file", "page without script, one file", 1.1),
  relative("first answer takes effect", "effect", "static-one-file", "page without script, one file", 1.1),
  relative("second visit: first answer takes effect", "effectAgain", "static", "page without script", 1),
  relative("first statement readable", "readable", "static", "page without script", 1.1),
  relative("first answer takes effect", "effect", "static", "page without script", 1.1),
  relative("answer to next statement, median", "latency", "preact", "Preact", 1),
  relative("answer to next statement, p95", "latency95", "preact", "Preact", 1),
  relative("main thread while loading", "mainThread", "preact", "Preact", 1.5),
  relative("main thread while loading", "mainThread", "yew", "a counter in Yew", 1.2),
  (runs) => {
    const found = interval(of(runs, "ours", "blocking"));
    const [middle, low, high] = [found.median, found.low, found.high].map(Math.round);
    return ["total blocking while loading", "0 ms", `${middle} (${low}–${high}) ms`, within(found, 0)];
  },
  relative("in a post: first statement readable", "readable", "ours", "our page", 1.3, "embed"),
  ...[
    ["embed", "at its top"],
    ["embed-middle", "below what is in sight"],
    ["embed-below", "far down"],
  ].flatMap(([id = "", where]) => [
    relative(`in a post, ${where}: largest paint`, "largestPaint", "post", "the post without it", 1.1, id),
    /** @type {Aim} */ (runs) => {
      const most = Math.max(...of(runs, id, "shift"));
      return [`in a post, ${where}: layout shift`, "0.000", `${most.toFixed(3)} at most`, verdict(most === 0)];
    },
  ]),
  (runs, origins) => {
    const ours = origins.ours ?? "";
    const bytes = Math.max(
      ...far(runs).map(({ urls }) => urls.filter(({ url }) => url.startsWith(ours)).reduce((sum, { body }) => sum + body, 0)),
    );
    return [
      "a page whose reader has not come near the quiz pays, without headers",
      `≤ ${FAR_BUDGET.toLocaleString("en")} bytes`,
      bytes.toLocaleString("en"),
      verdict(bytes <= FAR_BUDGET),
    ];
  },
  (runs) => {
    const tasks = Math.max(...far(runs).map(({ longTasks }) => longTasks));
    const layoutShift = Math.max(...far(runs).map(({ shift }) => shift));
    const found = `${tasks} tasks over 50 ms, layout shift ${layoutShift.toFixed(3)}, at most`;
    return ["and", "no long task, no layout shift", found, verdict(tasks === 0 && layoutShift === 0)];
  },
  (runs) => {
    const found = Math.max(...of(runs, "ours", "requestsAfter"), ...of(runs, "embed", "requestsAfter"));
    return ["requests after loading, over a whole run", "0", `${found} at most`, verdict(found === 0)];
  },
  (_runs, _origins, { scoring }) => {
    const what = "full sheets scored a second, native, one core";
    if (!scoring) return [what, "≥ 1,000,000", "not measured in this run", "–"];
    return [what, "≥ 1,000,000", Math.round(scoring).toLocaleString("en"), verdict(scoring >= 1e6)];
  },
  (_runs, _origins, { lighthouse }) => {
    const what = "Lighthouse, mobile, median";
    if (!lighthouse) return [what, "100 in all four", "not measured in this run", "–"];
    const scores = Object.values(lighthouse.scores);
    return [what, "100 in all four", scores.join(", "), verdict(scores.every((score) => score === 100))];
  },
];

/** @type {(runs: Runs, origins: Origins, others: Others) => Row[]} */
export const aims = (runs, origins, others) => AIMS.map((aim) => aim(runs, origins, others));
