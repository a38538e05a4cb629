// Exits 1 where a file of a version's folder is not the one that its integrity.json names, or is not named there.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const named = JSON.parse(readFileSync(join(folder, "integrity.json"), "utf8"));
// Compressed copies say the same as what they were made from: scripts/compress.mjs --check.
const files = readdirSync(folder).filter((name) => name !== "integrity.json" && !/\.(br|gz)$/.test(name));
const wrong = [
  ...files.filter((name) => !(name in named)).map((name) => `${name} is not named`),
  ...Object.entries(named).flatMap(([name, hash]) => {
    if (!files.includes(name)) return [`${name} is not there`];
    const is = `sha384-${createHash("sha384")
      .update(readFileSync(join(folder, name)))
      .digest("base64")}`;
    return is === hash ? [] : [`${name} is another file`];
  }),
];
if (wrong.length || !files.length) {
  console.error(wrong.join("\n") || `${folder} holds no files`);
  process.exit(1);
}
