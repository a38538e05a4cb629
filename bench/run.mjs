// Measures our page and our embed beside a page without script, a Preact widget and SurveyJS, in turns, in one run.
//
// BENCH_ROUNDS       how many rounds (15; docs/performance.md is only written with at least as many)
// BENCH_LIGHTHOUSE   how many runs of Lighthouse (5; 0 for none)
// BENCH_DIST         the built site (dist)
// BENCH_BEFORE       the folder of another build of the site, to compare with (none)
// BENCH_SCORING      a criterion result, for the speed of scoring

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, version as chromiumVersion } from "./chromium.mjs";
import { contestants } from "./contestants.mjs";
import { report, write } from "./report.mjs";
import { sites } from "./sites.mjs";
import { again, hurried, PHONE, untouched } from "./visits.mjs";

/** @import { Runs } from "./aims.mjs" */
/** @import { Contestant } from "./contestants.mjs" */
/** @import { Origins } from "./sites.mjs" */
/** @import { VisitError, Visits } from "./visits.mjs" */

const ENOUGH = { rounds: 15, lighthouse: 5 };

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));
/** @param {string} text */
const log = (text) => process.stderr.write(`${text}\n`);

/**
 * A whole number from the environment.
 *
 * @param {string} name
 * @param {number} otherwise
 * @param {number} least
 */
const number = (name, otherwise, least) => {
  const value = Number(process.env[name] || otherwise);
  if (!Number.isInteger(value) || value < least)
    throw new Error(`${name}=${process.env[name]} is not a whole number of at least ${least}`);
  return value;
};

let retries = 0;
/**
 * Repeats a visit that failed, twice at most: a long run should not end for one lost tap.
 *
 * @template T
 * @param {() => Promise<T>} visit
 * @param {Contestant} contestant
 * @param {string} what
 */
const withRetries = async (visit, contestant, what) => {
  for (let left = 2; ; left -= 1) {
    try {
      return await visit();
    } catch (error) {
      const { message, screenshot } = /** @type {VisitError} */ (error);
      const file = path(".out/failed.png");
      if (screenshot) writeFileSync(file, Buffer.from(screenshot, "base64"));
      const text = `${contestant.name}, ${what}: ${message}`;
      if (left === 0) throw new Error(`${text}${screenshot ? ` (see ${file})` : ""}`, { cause: error });
      log(`${text}; once more`);
      retries += 1;
    }
  }
};

/**
 * Visits every contestant, in another order in each round: none always follows the same one.
 *
 * @param {number} index
 * @param {Origins} origins
 * @param {Runs} runs
 */
const round = async (index, origins, runs) => {
  const browser = await launch();
  try {
    // The first page of a browser pays for its start: no contestant should.
    await untouched(browser, { ready: "true" }, `${origins.static}/`);
    const turn = index % contestants.length;
    for (const contestant of [...contestants.slice(turn), ...contestants.slice(0, turn)]) {
      const url = `${origins[contestant.id]}/`;
      /** @type {Visits} */
      const visits = { untouched: await withRetries(() => untouched(browser, contestant, url), contestant, "untouched") };
      if (contestant.answers !== "none")
        visits.hurried = await withRetries(() => hurried(browser, contestant, url), contestant, "answered");
      if (contestant.isVisitedAgain) visits.again = await withRetries(() => again(browser, contestant, url), contestant, "again");
      runs[contestant.id]?.push(visits);
    }
  } finally {
    await browser.close();
  }
};

/**
 * If the connection was not slowed, no measurement means anything: a page and its style sheet take two round trips.
 *
 * @param {Runs} runs
 */
const checkSlowed = (runs) => {
  const soonest = Math.min(...(runs.static ?? []).map((visits) => visits.hurried?.readable ?? NaN));
  if (soonest < 2 * PHONE.latency)
    throw new Error(`the page without script was readable after ${soonest} ms: Chromium did not slow the connection`);
};

const versions = () => {
  const { dependencies } = JSON.parse(readFileSync(path("package.json"), "utf8"));
  const used = ["preact", "survey-core", "survey-js-ui", "esbuild"].map((name) => [name, dependencies[name]]);
  return { Chromium: chromiumVersion(), Node: process.versions.node, ...Object.fromEntries(used) };
};

/**
 * Full sheets scored a second, from criterion, which gives nanoseconds; null where it was not run.
 *
 * @returns {number | null}
 */
const scoring = () => {
  const file = process.env.BENCH_SCORING;
  return file && existsSync(file) ? 1e9 / JSON.parse(readFileSync(file, "utf8")).median.point_estimate : null;
};

const main = async () => {
  const rounds = number("BENCH_ROUNDS", ENOUGH.rounds, 1);
  const lighthouseRuns = number("BENCH_LIGHTHOUSE", ENOUGH.lighthouse, 0);
  const dist = resolve(process.env.BENCH_DIST || path("../dist"));
  if (!chromiumVersion()) throw new Error("'chromium' is missing: put it on PATH (apt-get install chromium) and run this again");
  if (!existsSync(dist)) throw new Error(`${dist} is not there: run make build, or say where the built site is with BENCH_DIST`);
  const [load = 0] = loadavg();
  if (load > 0.5) log(`The machine is busy (load ${load.toFixed(2)}): what is measured now is only good for trying the bench.`);

  mkdirSync(path(".out"), { recursive: true });
  const builder = await launch();
  const { origins, close: closeSites } = await sites(dist, path(".out/sites"), builder).finally(builder.close);
  try {
    /** @type {Runs} */
    const runs = Object.fromEntries(contestants.map(({ id }) => [id, []]));
    for (let index = 0; index < rounds; index += 1) {
      const begun = Date.now();
      await round(index, origins, runs);
      log(`round ${index + 1} of ${rounds}: ${Math.round((Date.now() - begun) / 1000)} s`);
      writeFileSync(path(".out/runs.json"), JSON.stringify(runs));
    }
    checkSlowed(runs);
    // Loaded only when it is needed: Lighthouse takes a second to start.
    const lighthouse =
      lighthouseRuns > 0 ? await (await import("./lighthouse.mjs")).audit(`${origins.ours}/`, lighthouseRuns) : null;
    const text = report({
      contestants,
      runs,
      origins,
      rounds,
      versions: versions(),
      retries,
      load,
      scoring: scoring(),
      lighthouse,
    });
    const isWhole = rounds >= ENOUGH.rounds && lighthouseRuns >= ENOUGH.lighthouse;
    const page = path("../docs/performance.md");
    const to = isWhole ? page : path(".out/performance.md");
    write(text, page, to);
    console.log(text);
    log(
      isWhole
        ? "\nWritten to docs/performance.md."
        : `\nToo few rounds for docs/performance.md: written to bench/.out/performance.md.`,
    );
  } finally {
    await closeSites();
  }
};

for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
main().catch((error) => {
  log(`exhale: the bench has stopped: ${error.message}`);
  process.exitCode = 1;
});
