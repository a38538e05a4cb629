// Lighthouse on our page, as it comes: mobile, its own simulated slow connection.

import lighthouse from "lighthouse";
import { launch } from "./chromium.mjs";
import { median } from "./statistics.mjs";

const METRICS = [
  "first-contentful-paint",
  "largest-contentful-paint",
  "speed-index",
  "total-blocking-time",
  "cumulative-layout-shift",
];

/** The medians of some runs, and every audit that was not passed in one of them. */
export const audit = async (url, runs) => {
  const found = [];
  for (let run = 1; run <= runs; run += 1) {
    const browser = await launch();
    try {
      const { lhr } = await lighthouse(url, { port: browser.port, logLevel: "error", output: "json" });
      if (lhr.runtimeError) throw new Error(`Lighthouse: ${lhr.runtimeError.message}`);
      found.push(lhr);
    } finally {
      await browser.close();
    }
    process.stderr.write(`Lighthouse ${run} of ${runs}\n`);
  }
  const [{ categories, audits, lighthouseVersion: version }] = found;
  const scores = {};
  const failed = new Map();
  for (const [id, { title }] of Object.entries(categories)) {
    scores[title] = Math.round(100 * median(found.map((lhr) => lhr.categories[id].score)));
    for (const lhr of found) {
      for (const { id: audit, weight } of lhr.categories[id].auditRefs) {
        const { score, title: says, displayValue = "" } = lhr.audits[audit];
        if (score === null || score >= 1) continue;
        const key = `${title}/${audit}`;
        const known = failed.get(key) ?? { category: title, audit, says, displayValue, weight, times: 0 };
        failed.set(key, { ...known, times: known.times + 1 });
      }
    }
  }
  const metrics = METRICS.map((id) => ({
    name: audits[id].title,
    unit: audits[id].numericUnit,
    value: median(found.map((lhr) => lhr.audits[id].numericValue)),
  }));
  return { version, runs, scores, metrics, failed: [...failed.values()] };
};
