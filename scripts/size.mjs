// Prints what a first visit in one language fetches: raw, gzip and brotli-11 bytes of each file, and their sum.
// Exits 1 where the sum is over the budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 80_000; // bytes, brotli 11: design budget for a whole first visit, to the result

const folder = process.argv[2] ?? "dist";
const files = ["index.html", "page.css", "v1/embed.js", "v1/quiz.css", "v1/content.en", "v1/exhale.js", "v1/exhale_bg.wasm"];

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const sums = [0, 0, 0];
const line = (name, sizes) => console.log(name.padEnd(20) + sizes.map((size) => String(size).padStart(9)).join(""));
console.log("".padEnd(20) + ["raw", "gzip", "brotli"].map((name) => name.padStart(9)).join(""));
for (const name of files) {
  const bytes = readFileSync(join(folder, name));
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  sizes.forEach((size, index) => (sums[index] += size));
  line(name, sizes);
}
line("first visit", sums);
if (sums[2] > BUDGET) {
  console.error(`over the budget of ${BUDGET} bytes (brotli) by ${sums[2] - BUDGET}`);
  process.exit(1);
}
