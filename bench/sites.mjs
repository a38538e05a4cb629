// Builds the site of every contestant and serves each at the top of an origin of its own.

import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { plain } from "./content.mjs";
import { contestants } from "./contestants.mjs";
import { serve } from "./server.mjs";
import { staticPage } from "./static-page.mjs";

/** @import { Plugin } from "esbuild" */
/** @import { Browser } from "./protocol.d.ts" */

const rivals = fileURLToPath(new URL("rivals/", import.meta.url));

/**
 * `import … from "content"`: the texts of the quiz, each by its name, so that a bundle carries only those that are shown.
 *
 * @type {Plugin}
 */
const contentModule = {
  name: "content",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^content$/ }, () => ({ path: "content", namespace: "content" }));
    onLoad({ filter: /.*/, namespace: "content" }, () => ({
      contents: Object.entries(plain)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join("\n"),
    }));
  },
};

/**
 * What their users would do: one bundle of scripts and one of styles, minified, for current browsers.
 *
 * @param {Record<string, string>} entryPoints
 * @param {string} outdir
 * @param {Record<string, string>} [alias] Files that are imported by another name.
 */
const bundle = (entryPoints, outdir, alias = {}) =>
  build({
    entryPoints,
    outdir,
    alias,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"' },
    legalComments: "none",
    logLevel: "error",
    plugins: [contentModule],
  });

/** @param {string} text */
const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * A page of a rival with the texts filled in for {{names}}.
 *
 * @param {string} path
 */
const page = (path) => {
  const texts = new Map(Object.entries(plain));
  return readFileSync(join(rivals, path), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => escaped(String(texts.get(name))));
};

/** @param {string} folder */
const preact = async (folder) => {
  await bundle({ quiz: join(rivals, "preact/main.jsx") }, folder);
  await bundle({ quiz: join(rivals, "preact/quiz.css") }, folder);
  writeFileSync(join(folder, "index.html"), page("preact/index.html"));
};

/**
 * The same in one file: only the page has to be fetched.
 *
 * @param {string} folder
 * @param {string} from The folder with the files.
 */
const preactOneFile = (folder, from) => {
  /** @param {string} name */
  const read = (name) => readFileSync(join(from, name), "utf8");
  const html = read("index.html")
    .replace(/<link rel="stylesheet".*>/, () => `<style>${read("quiz.css")}</style>`)
    // An inline module runs when the page has been parsed, as the file would.
    .replace(
      /<script.*<\/script>/,
      () => `<script type="module">${read("quiz.js").replaceAll("</script", "<\\/script")}</script>`,
    );
  writeFileSync(join(folder, "index.html"), html);
};

/** @param {string} folder */
const surveyjs = async (folder) => {
  await bundle({ survey: join(rivals, "surveyjs/main.js") }, folder);
  await bundle({ survey: join(rivals, "surveyjs/survey.css") }, folder);
  writeFileSync(join(folder, "index.html"), page("surveyjs/index.html"));
};

/**
 * A counter in Yew: what any page with Yew costs. scripts/bench.sh has compiled it as the quiz is.
 *
 * @param {string} folder
 */
const yew = async (folder) => {
  const module = fileURLToPath(new URL(".out/yew/", import.meta.url));
  await bundle({ main: join(rivals, "yew/main.js") }, folder, { bindings: join(module, "exhale-bench-yew_bg.js") });
  cpSync(join(module, "exhale-bench-yew_bg.wasm"), join(folder, "counter.wasm"));
  cpSync(join(rivals, "yew/index.html"), join(folder, "index.html"));
};

/**
 * A post with the quiz at its top or below some paragraphs, or without it.
 *
 * @param {string} folder
 * @param {number} above How many paragraphs.
 * @param {boolean} [hasQuiz]
 */
const host = (folder, above, hasQuiz = true) => {
  const paragraph = readFileSync(join(rivals, "host/paragraph.html"), "utf8").trim();
  const html = readFileSync(join(rivals, "host/index.html"), "utf8");
  const post = html.replace("{{above}}", Array(above).fill(paragraph).join("\n      "));
  writeFileSync(join(folder, "index.html"), hasQuiz ? post : post.replace(/<exhale-quiz[^]*<\/script>/, ""));
  cpSync(join(rivals, "host/blog.css"), join(folder, "blog.css"));
};

/** So many that the quiz is just out of sight, or far below the viewport. */
const PARAGRAPHS_ABOVE = { middle: 8, far: 40 };

/** @typedef {Record<string, string>} Origins By the ids of the contestants. */

/**
 * Builds all sites and serves them.
 *
 * @param {string} dist The folder of our site.
 * @param {string} work A folder for the others.
 * @param {Browser} browser
 * @returns {Promise<{ origins: Origins, close: () => Promise<unknown> }>}
 */
export const sites = async (dist, work, browser) => {
  rmSync(work, { recursive: true, force: true });
  /** @param {string} name */
  const folder = (name) => {
    const path = join(work, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const ours = await serve(dist);
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} has no index.html: run make build`);

  await preact(folder("preact"));
  preactOneFile(folder("preact-one-file"), join(work, "preact"));
  await surveyjs(folder("surveyjs"));
  await yew(folder("yew"));
  host(folder("embed"), 0);
  host(folder("embed-middle"), PARAGRAPHS_ABOVE.middle);
  host(folder("embed-below"), PARAGRAPHS_ABOVE.far);
  host(folder("post"), PARAGRAPHS_ABOVE.far, false);
  await staticPage(folder("static"), folder("static-one-file"), dist, browser, ours.origin);

  /** @param {string} html */
  const fill = (html) => html.replaceAll("{{quiz}}", ours.origin);
  const servers = new Map([["ours", ours]]);
  if (process.env.BENCH_BEFORE) servers.set("before", await serve(process.env.BENCH_BEFORE));
  for (const name of contestants.map(({ id }) => id)) {
    if (!servers.has(name)) servers.set(name, await serve(join(work, name), fill));
  }
  return {
    origins: Object.fromEntries([...servers].map(([name, { origin }]) => [name, origin])),
    close: () => Promise.all([...servers.values()].map((server) => server.close())),
  };
};
