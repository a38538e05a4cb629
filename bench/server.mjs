// Serves a folder as a good static host does: brotli at its best quality, made beforehand; correct types; persistent connections.

import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotli } from "../scripts/brotli.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "application/xml",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".wasm": "application/wasm",
};
/** What is compressed already. */
const COMPRESSED = new Set([".png", ".woff2"]);

/**
 * @typedef {object} File
 * @property {string} type
 * @property {Buffer} plain
 * @property {Buffer | null} compressed Null where that is no smaller.
 */

/** @typedef {(html: string) => string} Fill */

/**
 * Every file of a folder, by the path in its address. `.br` and `.gz` beside a file are its compressed forms (compress.mjs).
 *
 * @param {string} folder
 * @param {Fill} [fill]
 */
const filesOf = (folder, fill) => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const all = new Set(paths);
  /** @type {Map<string, File>} */
  const files = new Map();
  for (const path of paths) {
    const extension = extname(path);
    if ([".br", ".gz"].includes(extension) && all.has(path.slice(0, -extension.length))) continue;
    const original = readFileSync(path);
    const plain = extension === ".html" && fill ? Buffer.from(fill(original.toString())) : original;
    const isReady = plain.equals(original) && all.has(`${path}.br`);
    const compressed = COMPRESSED.has(extension) ? plain : isReady ? readFileSync(`${path}.br`) : brotli(plain);
    const file = {
      type: TYPES[extension] ?? "application/octet-stream",
      plain,
      compressed: compressed.length < plain.length ? compressed : null,
    };
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, file);
    if (address.endsWith("/index.html")) files.set(address.slice(0, -"index.html".length), file);
  }
  return files;
};

/**
 * Serves a folder at the top of an origin of its own.
 *
 * @param {string} folder
 * @param {Fill} [fill] Changes the pages.
 */
export const serve = async (folder, fill) => {
  const files = filesOf(folder, fill);
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const file = files.get(decodeURI(request.url?.split("?")[0] ?? ""));
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end("There is no such file.\n");
      return;
    }
    const acceptsBrotli = /\bbr\b/.test(String(request.headers["accept-encoding"] ?? ""));
    const compressed = acceptsBrotli ? file.compressed : null;
    const body = compressed ?? file.plain;
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": body.length,
      "cache-control": "max-age=600",
      // The quiz is fetched from other people's pages.
      "access-control-allow-origin": "*",
      vary: "accept-encoding",
      ...(compressed && { "content-encoding": "br" }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await /** @type {Promise<void>} */ (new Promise((resolve) => server.listen(0, "127.0.0.1", resolve)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
