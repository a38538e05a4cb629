// Warnings on the console.

const warned = new Set();
/**
 * Warns once for each text.
 *
 * @param {string} text
 */
export const warn = (text) => warned.has(text) || console.warn(`exhale-quiz: ${warned.add(text) && text}`);
