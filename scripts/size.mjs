// Prints what a first visit in one language fetches: raw, gzip and brotli-11 bytes of each file, and their sum.
// Exits 1 where the sum is over the budget.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const BUDGET = 80_000; // bytes, brotli 11: design budget for a whole first visit, to the result

const folder = process.argv[2] ?? "dist";
// What the element loads has a hash in its name.
const loaded = /^(quiz\.\w+\.css|content\.\w+\.en|exhale\.\w+\.js|exhale_bg\.\w+\.wasm)$/;
const sealed = readdirSync(join(folder, "v1")).filter((name) => loaded.test(name));
const files = ["index.html", "page.css", "v1/embed.js", "v1/own.js", ...sealed.map((name) => `v1/${name}`)];

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  }).length;

const sums = [0, 0, 0];
const line = (name, sizes) => console.log(name.padEnd(30) + sizes.map((size) => String(size).padStart(9)).join(""));
console.log("".padEnd(30) + ["raw", "gzip", "brotli"].map((name) => name.padStart(9)).join(""));
for (const name of files) {
  const bytes = readFileSync(join(folder, name));
  const sizes = [bytes.length, gzipSync(bytes, { level: 9 }).length, brotli(bytes)];
  sizes.forEach((size, index) => (sums[index] += size));
  line(name, sizes);
}
line("first visit", sums);
if (files.length !== 8) {
  console.error(`expected eight files, found ${files.length}`);
  process.exit(1);
}
if (sums[2] > BUDGET) {
  console.error(`over the budget of ${BUDGET} bytes (brotli) by ${sums[2] - BUDGET}`);
  process.exit(1);
}
