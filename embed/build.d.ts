// What the build sets in the scripts (crates/site/src/bundler.rs).

interface ImportMeta {
  /**
   * Whether the scripts are built for our own page (v1/page-embed.js): that leaves out what only pages of others need. Our page has
   * all attributes in its markup, waits for nothing, and has no frame to fall back on.
   */
  readonly OURS?: boolean;
}
