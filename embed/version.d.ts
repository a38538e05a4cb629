// The build writes version.js (crates/site/src/build.rs).

/** Such as `1.0.0`. */
export const VERSION: string;
