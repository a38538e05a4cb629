// The texts of the quiz, for the contestants that are not built from it: read from the same file as ours.

import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

/**
 * What the contestants show of content/en.toml.
 *
 * @typedef {object} Content
 * @property {string[]} items The statements.
 * @property {string} label
 * @property {Record<"heading" | "standfirst" | "description" | "title", string>} page
 * @property {Record<"lead" | "moves-on", string>} first
 * @property {Record<"prompt" | "back" | "skip" | "position" | "progress" | "announce", string> & { options: string[] }} statement
 * @property {Record<"folio" | "retake", string>} result
 * @property {Record<string, { name: string, ends: string[] }>} scales
 */

const file = new URL("../content/en.toml", import.meta.url);
export const content = /** @type {Content} */ (parse(readFileSync(file, "utf8")));

/** Only what a plain quiz needs, so that no contestant carries more than it shows. */
export const plain = {
  items: content.items,
  options: content.statement.options,
  label: content.label,
  heading: content.page.heading,
  standfirst: content.page.standfirst,
  description: content.page.description,
  title: content.page.title,
  lead: content.first.lead,
  prompt: content.statement.prompt,
  movesOn: content.first["moves-on"],
  back: content.statement.back,
  skip: content.statement.skip,
  position: content.statement.position,
  progress: content.statement.progress,
  announce: content.statement.announce,
  resultTitle: content.result.folio,
  retake: content.result.retake,
  scales: Object.values(content.scales).map(({ name, ends }) => ({ name, ends })),
};
