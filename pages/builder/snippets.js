// From choices to what is pasted. Pure: no page, no words of its own.
//
// A choice is the value of an attribute, or empty where the attribute may stay away. `accent` is null or
// { colour, ink, dark, darkInk }: the last two stand in for the first on dark. `help` is null or { href, label }.

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text that is text in HTML, also within quotation marks. */
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign]);

const written = (pairs) => pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("");

/** The attributes of the element, but for those that are as they would be anyway. */
export const attributes = ({ lang, theme, start, share, help }) =>
  Object.entries({ lang, theme, start, share, "help-href": help?.href, "help-label": help?.label }).filter(([, value]) => value);

/** Does the reader's device choose between light and dark? Then the colour may need two values. */
const hasTwo = ({ theme, accent }) => !theme && accent.dark !== accent.colour;

/** The lines of a style sheet that give the element its colour, if one was chosen. */
export const style = ({ theme, accent }) => {
  if (!accent) return [];
  const rule = (colour, ink) => `exhale-quiz { --exhale-accent: ${colour}; --exhale-on-accent: ${ink}; }`;
  const lines = [rule(accent.colour, accent.ink)];
  if (hasTwo({ theme, accent })) lines.push(`@media (prefers-color-scheme: dark) { ${rule(accent.dark, accent.darkInk)} }`);
  return lines;
};

/** The same for the address of the frame, which takes values, not rules. */
const colours = ({ theme, accent }) => {
  if (!accent) return [];
  const pair = (one, other) => (hasTwo({ theme, accent }) ? `light-dark(${one},${other})` : one);
  return [
    ["accent", pair(accent.colour, accent.dark)],
    ["on-accent", pair(accent.ink, accent.darkInk)],
  ];
};

/**
 * Every snippet by its name. `site` is the address of the folder of the quiz, `pinned` the folder of this very version in it
 * and the integrity of the files there; `texts` has what the link and the frame are called, `home`, where the link leads,
 * and `lang`, the language of all that.
 */
export const snippets = (choices, site, pinned, { home, link, frame, lang }) => {
  const { origin } = new URL(site);
  const css = style(choices);
  const opening = css.length ? `<style>\n${css.map((line) => `  ${line}\n`).join("")}</style>\n` : "";
  const anchor = `<a href="${escaped(site + home)}">${escaped(link)}</a>`;
  const element = `${opening}<exhale-quiz${written(attributes(choices))}>\n  ${anchor}\n</exhale-quiz>`;
  // A frame does not know the page it stands on: its links lead to ours anyway, and it speaks English if it is told nothing.
  const share = choices.share === "none" ? "none" : "";
  const told = { ...choices, share, lang: choices.lang || (lang === "en" ? "" : lang) };
  const query = new URLSearchParams([...attributes(told), ...colours(choices)]).toString();
  const address = `${site}v1/frame.html${query && `?${query}`}`;
  return {
    script: `${element}\n<script type="module" src="${escaped(site)}v1/embed.js"></script>`,
    pinned: `${element}\n<script type="module" crossorigin src="${escaped(site + pinned.folder)}/embed.js" integrity="${pinned.files["embed.js"]}"></script>`,
    frame:
      `<iframe src="${escaped(address)}" title="${escaped(frame)}" width="100%" height="640"\n` +
      `  loading="lazy" allow="clipboard-write; web-share"></iframe>`,
    height: `<script type="module" src="${escaped(site)}v1/frame.js"></script>`,
    address: site + home,
    link: anchor,
    policy: `script-src ${origin} 'wasm-unsafe-eval'; connect-src ${origin}`,
    "policy-frame": `frame-src ${origin}; script-src ${origin}`,
  };
};
