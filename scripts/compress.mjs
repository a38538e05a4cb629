// Writes FILE.br and FILE.gz beside each file of a folder that gets smaller by it, as hosts that send such files want them.
// `compress.mjs --check FOLDER` reads them back instead, and exits 1 where one is missing or holds something else.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

const check = process.argv[2] === "--check";
const folder = process.argv.at(-1);

/** What is compressed already. */
const PACKED = [".br", ".gz", ".png"];

const KINDS = [
  [".br", brotli, brotliDecompressSync],
  [".gz", (bytes) => gzipSync(bytes, { level: 9 }), gunzipSync],
];

const wrong = [];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !PACKED.includes(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));
for (const file of files) {
  const bytes = readFileSync(file);
  for (const [ending, pack, unpack] of KINDS) {
    if (check) {
      try {
        if (!unpack(readFileSync(file + ending)).equals(bytes)) wrong.push(`${file}${ending} holds something else`);
      } catch (error) {
        wrong.push(`${file}${ending}: ${error.message}`);
      }
    } else {
      writeFileSync(file + ending, pack(bytes));
    }
  }
}
if (wrong.length || !files.length) {
  console.error(wrong.join("\n") || `${folder} holds no files`);
  process.exit(1);
}
