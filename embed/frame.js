// The public address of iframe-parent.js.

export * from "./iframe-parent.js";
