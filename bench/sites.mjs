// Puts every contestant's site together and serves each at the top of an origin of its own.

import { build } from "esbuild";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { plain } from "./content.mjs";
import { serve } from "./server.mjs";
import { staticPage } from "./static-page.mjs";

const rivals = fileURLToPath(new URL("rivals/", import.meta.url));

/** `import … from "content"`: what the quiz says, each text by its name, so that what is not shown is not carried. */
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

/** What their users would do: one bundle of scripts and one of styles, minified, for browsers of today. */
const bundle = (entryPoints, outdir) =>
  build({
    entryPoints,
    outdir,
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

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A page with its texts in the place of {{names}}. */
const page = (path, texts) =>
  readFileSync(join(rivals, path), "utf8").replace(/\{\{(\w+)\}\}/g, (_, name) => escaped(texts[name]));

const preact = async (folder) => {
  await bundle({ quiz: join(rivals, "preact/main.jsx") }, folder);
  await bundle({ quiz: join(rivals, "preact/quiz.css") }, folder);
  writeFileSync(join(folder, "index.html"), page("preact/index.html", plain));
};

/** The same in one file: nothing to wait for but the page. */
const preactOneFile = (folder, from) => {
  const read = (name) => readFileSync(join(from, name), "utf8");
  const html = read("index.html")
    .replace(/<link rel="stylesheet".*>/, () => `<style>${read("quiz.css")}</style>`)
    // A module in the page runs when the page has been read, as the file would.
    .replace(
      /<script.*<\/script>/,
      () => `<script type="module">${read("quiz.js").replaceAll("</script", "<\\/script")}</script>`,
    );
  writeFileSync(join(folder, "index.html"), html);
};

const surveyjs = async (folder) => {
  await bundle({ survey: join(rivals, "surveyjs/main.js") }, folder);
  await bundle({ survey: join(rivals, "surveyjs/survey.css") }, folder);
  writeFileSync(join(folder, "index.html"), page("surveyjs/index.html", plain));
};

/** A blog with the quiz at its top, or below `above` paragraphs. */
const host = (folder, above) => {
  const paragraph = readFileSync(join(rivals, "host/paragraph.html"), "utf8").trim();
  const html = readFileSync(join(rivals, "host/index.html"), "utf8");
  writeFileSync(join(folder, "index.html"), html.replace("{{above}}", Array(above).fill(paragraph).join("\n      ")));
  cpSync(join(rivals, "host/blog.css"), join(folder, "blog.css"));
};

/** Far enough down that the quiz is not near the viewport. */
const PARAGRAPHS_ABOVE = 40;

/** Builds all sites in `work` and serves them: the origins by name, and how to stop. */
export const sites = async (dist, work, browser) => {
  rmSync(work, { recursive: true, force: true });
  const servers = {};
  const folder = (name) => {
    const path = join(work, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  servers.ours = await serve(dist);
  const quiz = servers.ours.origin;
  if (!existsSync(join(dist, "index.html"))) throw new Error(`${dist} has no index.html: run make build`);

  await preact(folder("preact"));
  preactOneFile(folder("preact-one-file"), join(work, "preact"));
  await surveyjs(folder("surveyjs"));
  host(folder("embed"), 0);
  host(folder("embed-below"), PARAGRAPHS_ABOVE);
  await staticPage(folder("static"), dist, browser, quiz);

  const fill = (html) => html.replaceAll("{{quiz}}", quiz);
  for (const name of ["static", "preact", "preact-one-file", "surveyjs", "embed", "embed-below"]) {
    servers[name] = await serve(join(work, name), fill);
  }
  return {
    origins: Object.fromEntries(Object.entries(servers).map(([name, { origin }]) => [name, origin])),
    close: () => Promise.all(Object.values(servers).map((server) => server.close())),
  };
};
