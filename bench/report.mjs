// Writes the measurements into docs/performance.md, between two markers, so that the text around them stays.

import { arch, cpus, platform, totalmem } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { aims } from "./aims.mjs";
import { METRICS, values } from "./metrics.mjs";
import { median, ratio } from "./statistics.mjs";
import { PHONE } from "./visits.mjs";

/** @import { Others, Runs } from "./aims.mjs" */
/** @import { Contestant } from "./contestants.mjs" */
/** @import { Measured, Summary } from "./lighthouse.mjs" */
/** @import { Origins } from "./sites.mjs" */

const BEGIN = "<!-- Written by `make bench`: what follows is replaced. -->";
const END = "<!-- Written by `make bench` up to here. -->";

/** @typedef {(string | number)[]} Cells */

/**
 * @param {Cells} head
 * @param {Cells[]} rows
 */
const table = (head, rows) =>
  [head, head.map((_, column) => (column === 0 ? "---" : "---:")), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");

/**
 * @param {Runs} runs
 * @param {Contestant[]} measured
 */
const medians = (runs, measured) =>
  table(
    ["", ...measured.map(({ name }) => name)],
    Object.entries(METRICS).map(([metric, { name, write: format }]) => [
      name,
      ...measured.map(({ id }) => {
        const found = values(metric, runs[id]);
        return found ? format(median(found)) : "–";
      }),
    ]),
  );

/** The metrics with ratios: the others are counts, or nothing for most contestants. */
const COMPARED = [
  "bytesLoaded",
  "firstPaint",
  "readable",
  "effect",
  "kept",
  "latency",
  "latency95",
  "toResult",
  "busy",
  "readableAgain",
  "effectAgain",
  "mainThread",
  "blocking",
  "memory",
];

/**
 * @param {Runs} runs
 * @param {string} mine The id of a contestant.
 * @param {Contestant[]} rivals
 */
const ratios = (runs, mine, rivals) =>
  table(
    ["", ...rivals.map(({ name }) => name)],
    COMPARED.map((metric) => [
      METRICS[metric]?.name.replace(/, (ms|MB)$/, "") ?? metric,
      ...rivals.map(({ id }) => {
        const [ours, theirs] = [values(metric, runs[mine]), values(metric, runs[id])];
        const found = ours && theirs && ratio(ours, theirs);
        return found ? `${found.median.toFixed(2)} (${found.low.toFixed(2)}–${found.high.toFixed(2)})` : "–";
      }),
    ]),
  );

/** @param {Summary} summary */
const lighthouseText = ({ version, runs, scores, metrics, failed }) => {
  /** @param {Measured} measured */
  const written = ({ value, unit }) =>
    unit === "millisecond" ? `${Math.round(value).toLocaleString("en")} ms` : value.toFixed(3);
  /** @param {string} text */
  const escaped = (text) => text.replaceAll("|", "\\|");
  const counted = failed.filter(({ weight }) => weight > 0);
  const others = failed.filter(({ weight }) => weight === 0);
  const rows = counted.map(({ category, says, displayValue, times }) => [
    category,
    escaped(says),
    escaped(displayValue),
    `${times} of ${runs}`,
  ]);
  return [
    `### Lighthouse ${version}, our page, median of ${runs}`,
    table(Object.keys(scores), [Object.values(scores)]),
    table(
      metrics.map(({ name }) => name),
      [metrics.map(written)],
    ),
    counted.length === 0
      ? "Every audit that counts passes in full."
      : `Audits that count, and are short of full marks:\n\n${table(["", "audit", "", "in"], rows)}`,
    ...(others.length > 0
      ? [
          `Short of full marks without counting: ${others.map(({ says, times }) => `${escaped(says)} (${times} of ${runs})`).join(", ")}.`,
        ]
      : []),
  ].join("\n\n");
};

/**
 * @typedef {object} Measurements
 * @property {Contestant[]} contestants
 * @property {Runs} runs
 * @property {Origins} origins
 * @property {number} rounds
 * @property {Record<string, string | undefined>} versions
 * @property {number} retries
 * @property {number} load The load average at the start.
 */

/**
 * The text for docs/performance.md.
 *
 * @param {Measurements & Others} measurements
 */
export const report = ({ contestants, runs, origins, rounds, versions, retries, load, scoring, lighthouse }) => {
  const measured = contestants.filter(({ answers }) => answers !== "none");
  const rivals = measured.filter(({ id }) => id !== "ours" && id !== "embed");
  const phone = `${PHONE.downBitsPerSecond / 1e6} Mbit/s, ${PHONE.latency} ms, processor ${PHONE.cpu} times slower, ${PHONE.width} × ${PHONE.height} px`;
  const machine = `${platform()}, ${arch()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; load when it began ${load.toFixed(2)}`;
  const busy = load > 0.5 ? "\n\n**The machine was busy with other things when this began: do not trust the times.**" : "";
  return [
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${rounds} ${rounds === 1 ? "round" : "rounds"}, ${retries} ${retries === 1 ? "visit" : "visits"} repeated. ${phone}. ` +
      `On ${machine}.\n${Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(", ")}.${busy}`,
    "### What it must reach",
    table(["", "aim", "found", ""], aims(runs, origins, { scoring, lighthouse })),
    "### Medians",
    medians(runs, measured),
    "### Our page to each, with 95 % intervals",
    ratios(runs, "ours", rivals),
    "### Our embed to each, with 95 % intervals",
    ratios(runs, "embed", rivals),
    ...(lighthouse ? [lighthouseText(lighthouse)] : []),
  ].join("\n\n");
};

/**
 * Puts the text between the markers of one file, and writes the whole to another, or the same.
 *
 * @param {string} text
 * @param {string} from
 * @param {string} to
 */
export const write = (text, from, to) => {
  const page = readFileSync(from, "utf8");
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`${from} lacks the markers around the measurements:\n${BEGIN}\n${END}`);
  writeFileSync(to, `${page.slice(0, begin)}${BEGIN}\n\n${text}\n\n${page.slice(end)}`);
};
