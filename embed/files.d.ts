// The build writes files.js (crates/site/src/build.rs).

/** What the element loads, by the name that the scripts use: bindings, module, style sheet, and the texts of each language. */
export type FileName = "exhale.js" | "exhale_bg.wasm" | "quiz.css" | `content.${string}.txt`;

/**
 * The address of a file and its integrity, `sha256-…`. In the npm package the integrity of the bindings is empty: bundlers change
 * that file.
 */
export type Asset = readonly [address: string, integrity: string];

/** Each file that the element loads. */
export const FILES: Readonly<Record<FileName, Asset>>;
