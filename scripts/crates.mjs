// Prints how much of the WebAssembly comes from each crate, in bytes before compression, for the module that was built last, as
// twiggy sees it. A function counts for the first crate in its name that is not Rust's own library; inlined code counts for the
// function it was inlined into.
import { execFileSync } from "node:child_process";

const LIBRARY = ["core", "alloc", "std", "compiler_builtins"];
/** Names without a crate: what the module exports, functions on Rust's own types, and what wasm-bindgen adds. */
const NAMES = [
  { pattern: /^"?data segment/, owner: "data: tables, texts of the code" },
  { pattern: /^"?(mount|read|restart|unmount|update)\b/, owner: "exhale" },
  { pattern: /^"?<(str|\[.*?\])>::/, owner: "Rust's library" },
  { pattern: /^"?__(wb|externref)|-> Externref\b| externref shim\b/, owner: "wasm_bindgen" },
];

const module = process.argv[2] ?? "target/named.wasm";
const csv = execFileSync("twiggy", ["top", "-n", "1000000", "-f", "csv", module], { encoding: "utf8", maxBuffer: 2 ** 26 });

/** @param {string} name */
const ownerOf = (name) => {
  const crates = [...name.matchAll(/([a-z]\w*)\[[0-9a-f]{12,16}\]/g)].map(([, crate = ""]) => crate);
  if (crates.length > 0) return crates.find((crate) => !LIBRARY.includes(crate)) ?? "Rust's library";
  return NAMES.find(({ pattern }) => pattern.test(name))?.owner ?? "other: tables of the module, allocator";
};

/** @type {Map<string, number>} */
const bytes = new Map();
for (const line of csv.trim().split("\n").slice(1)) {
  const [, name = "", size] = line.match(/^("(?:[^"]|"")*"|.*),(\d+),[\d.]+,\d*,[\d.]*$/) ?? [];
  // The names themselves are not shipped.
  if (/(function|local|module) names"" subsection|custom section 'name'/.test(name)) continue;
  const owner = ownerOf(name);
  bytes.set(owner, (bytes.get(owner) ?? 0) + Number(size));
}
const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
/**
 * @param {string} name
 * @param {number} size
 */
const row = (name, size) =>
  console.log(name.padEnd(40) + String(size).padStart(9) + `${((100 * size) / total).toFixed(1)} %`.padStart(9));
console.log("\nThe WebAssembly by crate".padEnd(41) + "raw".padStart(9));
for (const [name, size] of [...bytes].sort(([, a], [, b]) => b - a)) row(name, size);
row("all", total);
