// Where everything is in the package: addresses that bundlers find and turn into those of the files they write. Our own pages
// and the frame are not in it.

const FILES = "@files";

export const NAMES = Object.keys(FILES);

export const place = (what) => FILES[what];

export const home = () => "";
export const PREVIEWS = "";

export const paper = (link) => (link.hidden = true);

export const frames = () => Promise.reject(new Error("the package has no frame"));

/** Whatever stands there is drawn over. */
export const own = async () => ({ first() {} });

// Where pages are drawn on a server there are no elements, and nothing to do.
export const Base = globalThis.HTMLElement ?? Object;
export const elements = globalThis.customElements ?? { get: () => true };
