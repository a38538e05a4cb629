// Checks the contents of the package, from what `npm pack --json` prints, on standard input: exactly the expected files, and each
// that package.json names. Run in the folder that was packed.

import { readFileSync } from "node:fs";

/** @typedef {string | { [condition: string]: Entry }} Entry What `exports` of package.json maps to. */

/** @type {[{ files: { path: string }[], filename: string, size: number, unpackedSize: number, version: string }]} */
const [{ files, filename, size, unpackedSize, version }] = JSON.parse(readFileSync(0, "utf8"));
const found = files.map(({ path }) => path).sort();

const EXPECTED = [
  /^LICENSE-(APACHE|MIT)$/,
  /^README\.md$/,
  /^package\.json$/,
  /^custom-elements\.json$/,
  /^embed\.(jsx|d\.ts)$/,
  /^(runtime|server)\.js$/,
  /^react\.(jsx|d\.ts)$/,
  /^content\.[\w-]+\.\w{8}\.txt$/,
  /^exhale\.\w{8}\.js$/,
  /^exhale_bg\.\w{8}\.wasm$/,
  /^quiz\.\w{8}\.css\.txt$/,
];
const errors = found
  .filter((path) => !EXPECTED.some((expected) => expected.test(path)))
  .map((path) => `${path} should not be in it`);
for (const expected of EXPECTED) if (!found.some((path) => expected.test(path))) errors.push(`${expected} is not in it`);

/**
 * @param {Entry | string[] | undefined} entry
 * @returns {string[]}
 */
const names = (entry) => (typeof entry === "string" ? [entry] : Object.values(entry ?? {}).flatMap(names));
const { exports, types, customElements, sideEffects, ...described } = JSON.parse(readFileSync("package.json", "utf8"));
for (const name of [exports, types, customElements, sideEffects].flatMap(names)) {
  if (!found.includes(name.replace(/^\.\//, ""))) errors.push(`package.json names ${name}, which is not in it`);
}
// A bundler drops `import "exhale-quiz"` if it thinks that this has no effect.
for (const name of names(exports)) {
  if (/\.jsx$/.test(name) && !sideEffects.includes(name)) errors.push(`package.json does not say that ${name} has an effect`);
}
for (const script of ["embed.jsx", "runtime.js"]) {
  for (const [, name = ""] of readFileSync(script, "utf8").matchAll(/(?:new URL|import)\("\.\/([^"]+)"/g)) {
    if (!found.includes(name)) errors.push(`${script} loads ${name}, which is not in it`);
  }
}
for (const path of found) if (/\{\{ \w/.test(readFileSync(path, "latin1"))) errors.push(`${path} was not filled in`);
if (described.private || described.version !== version) errors.push("package.json says that it cannot be published as it is");

for (const error of errors) console.error(`${filename}: ${error}`);
if (errors.length > 0) process.exit(1);
console.log(`${filename}: ${found.length} files, ${size} bytes packed, ${unpackedSize} unpacked`);
