// Prints what a first visit fetches in each language: raw, gzip and brotli-11 bytes of each file, and their sum.
// Exits 1 where one of the sums is over the budget.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

const BUDGET = 80_000; // bytes, brotli 11: design budget for a whole first visit, to the result

const folder = process.argv[2] ?? "dist";
// What the element loads has a hash in its name.
const sealed = readdirSync(join(folder, "v1")).filter((name) => !/\.(br|gz)$/.test(name));
const languages = sealed.flatMap((name) => name.match(/^content\.\w+\.(\w+)$/)?.[1] ?? []);

const line = (name, sizes) => console.log(name.padEnd(30) + sizes.map((size) => String(size).padStart(9)).join(""));
console.log("".padEnd(30) + ["raw", "gzip", "brotli"].map((name) => name.padStart(9)).join(""));

/** What a file weighs, printed once. */
const weighed = new Map();
const weigh = (name) => {
  if (!weighed.has(name)) {
    const bytes = readFileSync(join(folder, name));
    weighed.set(name, [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes).length]);
    line(name, weighed.get(name));
  }
  return weighed.get(name);
};

let wrong = languages.includes("en") ? "" : "no English content";
// English first: what the languages have in common is listed with it.
for (const lang of languages.sort((a, b) => (b === "en") - (a === "en") || a.localeCompare(b))) {
  const loaded = new RegExp(`^(quiz\\.\\w+\\.css|content\\.\\w+\\.${lang}|exhale\\.\\w+\\.js|exhale_bg\\.\\w+\\.wasm)$`);
  const home = lang === "en" ? "" : `${lang}/`;
  const own = sealed.filter((name) => loaded.test(name)).map((name) => `v1/${name}`);
  // Chromium asks for the manifest with the page.
  const files = [`${home}index.html`, "page.css", "manifest.webmanifest", "v1/embed.js", "v1/own.js", ...own];
  const sum = files.map(weigh).reduce((sums, sizes) => sums.map((sum, index) => sum + sizes[index]));
  line(`first visit: ${lang}`, sum);
  if (files.length !== 9) wrong = `expected nine files for ${lang}, found ${files.length}`;
  if (sum[2] > BUDGET) wrong = `${lang}: over the budget of ${BUDGET} bytes (brotli) by ${sum[2] - BUDGET}`;
}
if (wrong) {
  console.error(wrong);
  process.exit(1);
}
