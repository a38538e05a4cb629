// Replaces assets.js in the package for bundlers: they find the addresses in files.js and turn them into those of the files they
// write. The package has neither our pages nor the frame.

import { FILES } from "./files.js";

/** @import * as assets from "./assets.js" */

export const NAMES = Object.keys(FILES);

/** @type {typeof assets.asset} */
export const asset = (name) => /** @type {ReturnType<typeof assets.asset>} */ (FILES[name]);

/** @type {typeof assets.home} */
export const home = () => "";
export const PREVIEWS = "";

/** @type {typeof assets.linkToPaper} */
export const linkToPaper = (link) => {
  link.hidden = true;
};

/** @type {typeof assets.loadIframeParent} */
export const loadIframeParent = () => Promise.reject(new Error("the package has no frame"));

/**
 * Nothing to take over: the quiz draws its own first screen.
 *
 * @type {typeof assets.loadFirstParty}
 */
export const loadFirstParty = async () => ({ prepareTakeOver: () => undefined });
