// Exits 1 where a file in the folder of a version differs from what its integrity.json says, or is not listed there.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2] ?? ".";
/** @type {Record<string, string>} */
const listed = JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"));
// Compressed copies are checked by compress.mjs.
const files = readdirSync(folder).filter((name) => name !== "integrity.json" && !/\.(br|gz)$/.test(name));
const errors = [
  ...files.filter((name) => !(name in listed)).map((name) => `${name} is not listed`),
  ...Object.entries(listed).flatMap(([name, integrity]) => {
    if (!files.includes(name)) return [`${name} is missing`];
    const hash = createHash("sha384").update(readFileSync(join(folder, name)));
    return `sha384-${hash.digest("base64")}` === integrity ? [] : [`${name} has other contents`];
  }),
];
if (errors.length || !files.length) {
  console.error(errors.join("\n") || `${folder} has no files`);
  process.exit(1);
}
