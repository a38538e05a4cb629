// Nothing that we ship turns text into markup or code: `node scripts/sinks.mjs FOLDER...` lists every place that could. A strict
// policy with trusted types blocks such places only in browsers that support it; this keeps them from being shipped.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** In scripts. To set an attribute by a variable name is allowed: the names are listed where they are set. */
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
/** In pages: only scripts with an address, and none in an attribute. */
const IN_PAGES = [
  /<script(?![^>]*\ssrc=)(?![^>]*type="application\/(ld\+)?json")/i,
  /<[^>]+\son\w+\s*=/i,
  /(href|src|action)\s*=\s*["']?\s*javascript:/i,
  /\ssrcdoc\s*=/i,
];
/** In our own Rust code: what calls the binding below. */
const IN_RUST = [/\b(from_html_unchecked|VRaw|set_(inner|outer)_html|insert_adjacent_html)\b/];

/**
 * Yew can draw raw markup (`Html::from_html_unchecked`), so the bindings have a function for it. It stays unused: nothing in src/
 * creates such markup (IN_RUST).
 */
const BINDING = /function [\w$]+\(([\w$]+),([\w$]+),([\w$]+)\)\{\1\.innerHTML=[\w$]+\(\2,\3\)\}/;

/** @type {string[]} */
const found = [];
let count = 0;

/**
 * @param {string} path
 * @returns {RegExp[]}
 */
const sinksFor = (path) => {
  if (/\.m?js$/.test(path)) return IN_SCRIPTS;
  if (/\.html$/.test(path)) return IN_PAGES;
  return /\.rs$/.test(path) ? IN_RUST : [];
};

/** @param {string} folder */
const search = (folder) => {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const sinks = sinksFor(path);
    if (!entry.isFile() || !sinks.length) continue;
    count++;
    let text = readFileSync(path, "utf8");
    if (/^(exhale\.\w+|page-embed)\.js$/.test(entry.name)) text = text.replace(BINDING, "");
    for (const sink of sinks) {
      const at = sink.exec(text)?.index;
      if (at !== undefined) found.push(`${path}: ${JSON.stringify(text.slice(Math.max(0, at - 20), at + 40))}`);
    }
  }
};

for (const folder of process.argv.slice(2)) search(folder);
const shipped = count;
if (!shipped) {
  console.error("sinks.mjs: no scripts and no pages there");
  process.exit(1);
}
search(fileURLToPath(new URL("../src", import.meta.url)));
for (const place of found) console.error(`text becomes markup or code: ${place}`);
if (found.length) process.exit(1);
console.log(`${shipped} scripts and pages: none turns text into markup or code`);
