// Where everything is: beside embed.js, which this is built into, whatever page that is used on. In the package for bundlers
// places.package.js stands here instead.

/** What is loaded, and the SHA-256 of each, in base64. The build writes them here, and the first of it into the name. */
const FILES = "@files";

const here = (name) => new URL(name, import.meta.url).href;

/** Names of what can be loaded, among them `content.` and a language. */
export const NAMES = Object.keys(FILES);

/** The address of something that is loaded, and its integrity. */
export const place = (what) => {
  const hash = FILES[what];
  return [here(what.replace(".", `.${hash.slice(0, 8).replace(/\W/g, "_")}.`)), `sha256-${hash}`];
};

/** Our own first page in a language. English has the first pages of the site. */
export const home = (lang) => here(lang === "en" ? "../" : `../${lang}/`);

/** The pages of shared pictures. */
export const PREVIEWS = here("../r/");

/** Has a link lead to the form on paper. */
export const paper = (link, lang) => (link.href = `${home(lang)}paper.html`);

/** The page's side of the frame. */
export const frames = () => import(here("frame.js"));

/** What only our own pages have: among other things it takes up their first screen. */
export const own = () => import(here("own.js"));

/** What an element is made from, and where it is made known. */
export const [Base, elements] = [HTMLElement, customElements];
