// The build writes imports.js (crates/site/src/build.rs).

/** The scripts that the module imports from, each by its name in the module. */
export const IMPORTS: WebAssembly.Imports;
