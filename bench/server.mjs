// Serves a folder as a good static host does: brotli of the highest quality made beforehand, true types, connections kept open.

import { createServer } from "node:http";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

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
/** What is compressed already, and would only grow. */
const PACKED = new Set([".png", ".woff2"]);

const brotli = (bytes) =>
  brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });

/** Every file of a folder by its path in an address. A `.br` file beside another is that one's compressed form. */
const filesOf = (folder, fill) => {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const all = new Set(paths);
  const files = new Map();
  for (const path of paths) {
    const kind = extname(path);
    if (kind === ".br" && all.has(path.slice(0, -3))) continue;
    let plain = readFileSync(path);
    const filled = kind === ".html" && fill ? Buffer.from(fill(plain.toString())) : plain;
    const ready = filled.equals(plain) && all.has(`${path}.br`);
    plain = filled;
    const packed = PACKED.has(kind) ? null : ready ? readFileSync(`${path}.br`) : brotli(plain);
    const file = {
      type: TYPES[kind] ?? "application/octet-stream",
      plain,
      packed: packed?.length < plain.length ? packed : null,
    };
    const address = `/${relative(folder, path).split(sep).join("/")}`;
    files.set(address, file);
    if (address.endsWith("/index.html")) files.set(address.slice(0, -"index.html".length), file);
  }
  return files;
};

/** Serves a folder at the top of an origin of its own. `fill` may change the pages. */
export const serve = async (folder, fill) => {
  const files = filesOf(folder, fill);
  const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
    const file = files.get(decodeURI(request.url.split("?")[0]));
    if (!file) {
      response.writeHead(404, { "content-type": "text/plain" });
      return response.end("There is no such file.\n");
    }
    const packed = file.packed && /\bbr\b/.test(request.headers["accept-encoding"] ?? "");
    const body = packed ? file.packed : file.plain;
    response.writeHead(200, {
      "content-type": file.type,
      "content-length": body.length,
      "cache-control": "max-age=600",
      // The quiz is fetched from other people's pages.
      "access-control-allow-origin": "*",
      vary: "accept-encoding",
      ...(packed && { "content-encoding": "br" }),
    });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
};
