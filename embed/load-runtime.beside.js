// Replaces load-runtime.js in v1/embed.js, which the build fills in.

const { currentScript } = document;
// A relative address is enough for a module, but not for a classic script of another origin. An element that is named
// `currentScript` is none.
const base = currentScript?.localName === "script" && /** @type {HTMLScriptElement} */ (currentScript).src;

/**
 * @param {string} name
 * @returns {Promise<typeof import("./runtime.js")>}
 */
const load = (name) => import(base ? new URL(name, base).href : name);

// An embed.js from a cache may name a script that is no longer there: the newest has a name that never changes.
export const loadRuntime = () => load("./{{ runtime }}").catch(() => load(`./runtime.js?${Date.now()}`));
