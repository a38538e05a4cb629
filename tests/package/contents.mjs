// What is in the package, as `npm pack --json` says it on standard input: exactly the files that are wanted, and each that
// package.json names. Run in the folder that was packed.

import { readFileSync } from "node:fs";

const [{ files, filename, size, unpackedSize, version }] = JSON.parse(readFileSync(0, "utf8"));
const found = files.map(({ path }) => path).sort();

const WANTED = [
  /^LICENSE-(APACHE|MIT)$/,
  /^README\.md$/,
  /^package\.json$/,
  /^custom-elements\.json$/,
  /^embed\.(js|d\.ts)$/,
  /^react\.(js|d\.ts)$/,
  /^content\.\w{8}\.[a-z]+$/,
  /^exhale\.\w{8}\.js$/,
  /^exhale_bg\.\w{8}\.wasm$/,
  /^quiz\.\w{8}\.css\.txt$/,
];
const mistakes = found.filter((path) => !WANTED.some((wanted) => wanted.test(path))).map((path) => `${path} should not be in it`);
for (const wanted of WANTED) if (!found.some((path) => wanted.test(path))) mistakes.push(`${wanted} is not in it`);

const names = (value) => (typeof value === "string" ? [value] : Object.values(value ?? {}).flatMap(names));
const { exports, types, customElements, sideEffects, ...described } = JSON.parse(readFileSync("package.json", "utf8"));
for (const name of names([exports, types, customElements, sideEffects])) {
  if (!found.includes(name.replace(/^\.\//, ""))) mistakes.push(`package.json names ${name}, which is not in it`);
}
// A bundler drops `import "exhale-quiz"` where it thinks that this has no effect.
for (const name of names(exports)) {
  if (/\.js$/.test(name) && !sideEffects.includes(name)) mistakes.push(`package.json does not say that ${name} has an effect`);
}
const scripts = readFileSync("embed.js", "utf8");
for (const [, name] of scripts.matchAll(/new URL\("\.\/([^"]+)"/g)) {
  if (!found.includes(name)) mistakes.push(`embed.js loads ${name}, which is not in it`);
}
for (const path of found) if (/"@(version|files)"/.test(readFileSync(path, "latin1"))) mistakes.push(`${path} was not filled in`);
if (described.private || described.version !== version) mistakes.push("package.json says that it cannot be published as it is");

for (const mistake of mistakes) console.error(`${filename}: ${mistake}`);
if (mistakes.length > 0) process.exit(1);
console.log(`${filename}: ${found.length} files, ${size} bytes packed, ${unpackedSize} unpacked`);
