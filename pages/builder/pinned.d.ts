// The build writes pinned.js (crates/site/src/build.rs).

/** The folder of this version in the site, and the integrity of each file in it: `sha384-…`. */
export const PINNED: { folder: string; files: Record<string, string> };
