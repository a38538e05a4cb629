// Lighthouse on our page with its defaults: mobile, and its own simulated slow connection.

import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { median } from "./statistics.mjs";

/** @import { Report } from "lighthouse" */

/**
 * An audit that did not pass.
 *
 * @typedef {object} Failed
 * @property {string} category
 * @property {string} says
 * @property {string} displayValue
 * @property {number} weight
 * @property {number} times In how many runs.
 */

/** @typedef {{ name: string, unit: string, value: number }} Measured The median of a metric. */

/**
 * @typedef {object} Summary
 * @property {string} version
 * @property {number} runs
 * @property {Record<string, number>} scores 0–100, by category.
 * @property {Measured[]} metrics
 * @property {Failed[]} failed
 */

const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
];

/**
 * The medians of some runs, and every audit that did not pass in one of them.
 *
 * @param {string} url
 * @param {number} runs At least 1.
 * @returns {Promise<Summary>}
 */
export const audit = async (url, runs) => {
  /** @type {Report[]} */
  const reports = [];
  for (let run = 1; run <= runs; run += 1) {
    const browser = await launch();
    try {
      const { lhr } = await lighthouse(url, { port: browser.port, logLevel: "error", output: "json" });
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      reports.push(lhr);
    } finally {
      await browser.close();
    }
    process.stderr.write(`Lighthouse ${run} of ${runs}\n`);
  }
  const { categories, audits, lighthouseVersion: version } = /** @type {Report} */ (reports[0]);
  /** @type {Record<string, number>} */
  const scores = {};
  /** @type {Map<string, Failed>} */
  const failed = new Map();
  for (const [id, { title }] of Object.entries(categories)) {
    scores[title] = Math.round(100 * median(reports.map((lhr) => lhr.categories[id]?.score ?? NaN)));
    for (const lhr of reports) {
      for (const { id: name, weight } of lhr.categories[id]?.auditRefs ?? []) {
        const { score = null, title: says = name, displayValue = "" } = lhr.audits[name] ?? {};
        if (score === null || score >= 1) continue;
        const key = `${title}/${name}`;
        const known = failed.get(key) ?? { category: title, says, displayValue, weight, times: 0 };
        failed.set(key, { ...known, times: known.times + 1 });
      }
    }
  }
  const metrics = METRICS.map((id) => ({
    name: audits[id]?.title ?? id,
    unit: audits[id]?.numericUnit ?? "",
    value: median(reports.map((lhr) => lhr.audits[id]?.numericValue ?? NaN)),
  }));
  return { version, runs, scores, metrics, failed: [...failed.values()] };
};
