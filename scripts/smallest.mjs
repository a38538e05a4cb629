// Prints which of these files brotli makes the smallest; of two alike, the first.
import { readFileSync } from "node:fs";
import { brotli } from "./brotli.mjs";

const files = process.argv.slice(2);
const sizes = files.map((file) => brotli(readFileSync(file)).length);
console.log(files[sizes.indexOf(Math.min(...sizes))]);
