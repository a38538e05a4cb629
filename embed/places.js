// Where everything is: beside embed.js, which this is built into, whatever page that is used on. In the package for bundlers
// places.package.js stands here instead.

/** What is loaded: its name, which ends in a hash, and its integrity. The build writes them here. */
const FILES = "@files";

const here = (name) => new URL(name, import.meta.url).href;

/** Names of what can be loaded, among them `content.` and a language. */
export const NAMES = Object.keys(FILES);

/** The address of something that is loaded, and its integrity. */
export const place = (what) => [here(FILES[what][0]), FILES[what][1]];

/** Our own pages: the form on paper, and those of shared pictures. */
export const SITE = here("../");

/** The page's side of the frame. */
export const frames = () => import(here("frame.js"));

/** What an element is made from, and where it is made known. */
export const [Base, elements] = [HTMLElement, customElements];
