// Prints what a first visit fetches in each language: raw, gzip and brotli-11 bytes of each file, and their sum.
// Exits 1 where one of the sums is over the budget.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

/** For a whole first visit, to the result, in bytes of brotli 11: what must hold, and what we aim at. */
const BUDGET = 110_000;
const AIM = 100_000;

/** @typedef {[raw: number, gzip: number, brotli: number]} Sizes In bytes. */

const folder = process.argv[2] ?? "dist";
const names = readdirSync(join(folder, "v1"));
const languages = names.flatMap((name) => name.match(/^content\.([\w-]+)\.\w+\.txt$/)?.[1] ?? []);

/**
 * @param {string} name
 * @param {(string | number)[]} cells
 */
const row = (name, cells) => console.log(name.padEnd(30) + cells.map((cell) => String(cell).padStart(9)).join(""));
row("", ["raw", "gzip", "brotli"]);

/** @type {Map<string, Sizes>} */
const known = new Map();
/**
 * The sizes of a file. Prints them the first time.
 *
 * @param {string} name
 */
const measure = (name) => {
  const bytes = readFileSync(join(folder, name));
  /** @type {Sizes} */
  const sizes = known.get(name) ?? [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes).length];
  if (!known.has(name)) row(name, sizes);
  known.set(name, sizes);
  return sizes;
};

/** The files that each language loads by names with a hash. */
const HASHED = 2;
const FIXED = ["start.css", "manifest.json", "v1/page-embed.js", "v1/first-party.js"];

const errors = languages.includes("en") ? [] : ["no English content"];
// English first: the files that all languages share are listed with it.
for (const lang of languages.sort((a, b) => Number(b === "en") - Number(a === "en") || a.localeCompare(b))) {
  const pattern = new RegExp(`^(content\\.${lang}\\.\\w+\\.txt|exhale_bg\\.\\w+\\.wasm)$`);
  const hashed = names.filter((name) => pattern.test(name)).map((name) => `v1/${name}`);
  if (hashed.length !== HASHED)
    errors.push(`${lang}: expected ${HASHED} files with a hash in the name, found ${hashed.join(", ")}`);
  const sizes = [`${lang === "en" ? "" : `${lang}/`}index.html`, ...FIXED, ...hashed].map(measure);
  const sum = /** @type {const} */ ([0, 1, 2]).map((index) => sizes.reduce((total, each) => total + each[index], 0));
  row(`first visit: ${lang}`, sum);
  const total = sum[2] ?? 0;
  const distance = (/** @type {number} */ limit) => `${Math.abs(limit - total)} bytes ${total > limit ? "over" : "under"}`;
  console.log(`  ${distance(AIM)} the aim of ${AIM}, ${distance(BUDGET)} the budget of ${BUDGET}`);
  if (total > BUDGET) errors.push(`${lang}: ${distance(BUDGET)} the budget of ${BUDGET} (brotli)`);
}
if (errors.length) {
  console.error(errors.join("\n"));
  process.exit(1);
}
