// Prints what the WebAssembly is made of, by crate: bytes before compression, of the module that was built last, as twiggy sees
// it. A function belongs to the first crate in its name that is not Rust's own library; what was inlined belongs to where it
// went.
import { execFileSync } from "node:child_process";

const LIBRARY = ["core", "alloc", "std", "compiler_builtins"];
/** What the module exports has a name without a crate. */
const EXPORTS = /^(mount|read|restart|unmount|update|__wb\w+)$/;

const module = process.argv[2] ?? "target/named.wasm";
const csv = execFileSync("twiggy", ["top", "-n", "1000000", "-f", "csv", module], { encoding: "utf8", maxBuffer: 2 ** 26 });

const owner = (name) => {
  const crates = [...name.matchAll(/([a-z]\w*)\[[0-9a-f]{12,16}\]/g)].map(([, crate]) => crate);
  if (crates.length > 0) return crates.find((crate) => !LIBRARY.includes(crate)) ?? "Rust's library";
  if (/^"?data segment/.test(name)) return "data: tables, texts of the code";
  return EXPORTS.test(name) ? "exhale" : "other: tables of the module, allocator";
};

const bytes = new Map();
for (const line of csv.trim().split("\n").slice(1)) {
  const [, name, size] = line.match(/^("(?:[^"]|"")*"|.*),(\d+),[\d.]+,\d*,[\d.]*$/);
  // The names themselves are not shipped.
  if (/(function|local|module) names"" subsection|custom section 'name'/.test(name)) continue;
  bytes.set(owner(name), (bytes.get(owner(name)) ?? 0) + Number(size));
}
const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
const row = (name, size) =>
  console.log(name.padEnd(40) + String(size).padStart(9) + `${((100 * size) / total).toFixed(1)} %`.padStart(9));
console.log("\nThe WebAssembly by crate".padEnd(41) + "raw".padStart(9));
for (const [name, size] of [...bytes].sort(([, a], [, b]) => b - a)) row(name, size);
row("all", total);
