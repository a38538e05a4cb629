// Nothing that we ship turns text into markup or into code: `node sinks.mjs FOLDER` names every place that could.
// A strict policy with trusted types stops such places only in browsers that know it; here they do not get that far.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** In scripts. Setting an attribute by a name that varies is fine: those names are listed where they are set. */
const IN_SCRIPTS = [
  /\b(inner|outer)HTML\b/,
  /\binsertAdjacentHTML\b/,
  /\bsetHTML(Unsafe)?\b/,
  /\bparseHTML(Unsafe)?\b/,
  /\bcreateContextualFragment\b/,
  /\bDOMParser\b/,
  /\bdocument\.write(ln)?\b/,
  /\bsrcdoc\b/,
  /\beval\s*\(/,
  /\bFunction\s*\(/,
  /\bset(Timeout|Interval)\s*\(\s*["'`]/,
  /["'`]\s*javascript:/i,
  /\bimportScripts\b/,
];
/** In pages: no script but those that are fetched, and none in an attribute. */
const IN_PAGES = [
  /<script(?![^>]*\ssrc=)(?![^>]*type="application\/(ld\+)?json")/i,
  /<[^>]+\son\w+\s*=/i,
  /(href|src|action)\s*=\s*["']?\s*javascript:/i,
  /\ssrcdoc\s*=/i,
];

const found = [];
let read = 0;
const search = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) search(path);
    const sinks = /\.m?js$/.test(path) ? IN_SCRIPTS : /\.html$/.test(path) ? IN_PAGES : [];
    if (!entry.isFile() || !sinks.length) continue;
    read++;
    const text = readFileSync(path, "utf8");
    for (const sink of sinks) {
      const at = sink.exec(text);
      if (at) found.push(`${path}: ${JSON.stringify(text.slice(Math.max(0, at.index - 20), at.index + 40))}`);
    }
  }
};

for (const folder of process.argv.slice(2)) search(folder);
if (!read) {
  console.error("sinks.mjs: no scripts and no pages there");
  process.exit(1);
}
for (const place of found) console.error(`text becomes markup or code: ${place}`);
if (found.length) process.exit(1);
console.log(`${read} scripts and pages: none turns text into markup or code`);
