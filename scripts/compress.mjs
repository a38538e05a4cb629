// Writes FILE.br and FILE.gz beside each file of a folder, for hosts that send such files. `compress.mjs --check FOLDER` reads
// them instead, and exits 1 where one is missing or has other contents.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliDecompressSync, gunzipSync, gzipSync } from "node:zlib";
import { brotli } from "./brotli.mjs";

const [, , ...args] = process.argv;
const check = args[0] === "--check";
const folder = args.at(-1) ?? "dist";

/** Extensions of files that are compressed already. */
const COMPRESSED = [".br", ".gz", ".png"];
/** Files that hosts read and nobody asks for (crates/site/src/hosting.rs). */
const FOR_HOSTS = /^(\..*|_headers|web\.config)$/;

/** @type {[extension: string, compress: (bytes: Buffer) => Buffer, decompress: (bytes: Buffer) => Buffer][]} */
const FORMATS = [
  [".br", brotli, brotliDecompressSync],
  [".gz", (bytes) => gzipSync(bytes, { level: 9 }), gunzipSync],
];

/** @type {string[]} */
const errors = [];
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .filter(({ name }) => !FOR_HOSTS.test(name) && !COMPRESSED.includes(extname(name)))
  .map((entry) => join(entry.parentPath, entry.name));
for (const file of files) {
  const bytes = readFileSync(file);
  for (const [extension, compress, decompress] of FORMATS) {
    if (check) {
      try {
        if (!decompress(readFileSync(file + extension)).equals(bytes)) errors.push(`${file}${extension} has other contents`);
      } catch (error) {
        errors.push(`${file}${extension}: ${error instanceof Error ? error.message : error}`);
      }
    } else {
      writeFileSync(file + extension, compress(bytes));
    }
  }
}
if (errors.length || !files.length) {
  console.error(errors.join("\n") || `${folder} has no files`);
  process.exit(1);
}
