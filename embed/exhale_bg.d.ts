// wasm-bindgen writes exhale_bg.js, with the functions that src/main.rs exports.

import type { EventType } from "./iframe-parent.js";

/** Reads a content file. The number of the language, from 1; 0 if the file is of another version. */
export function read(file: string): number;

/**
 * Called with each event of the quiz: its name without `exhale-`, its detail in JSON or nothing, and the link that belongs to it or
 * nothing. Returns true if the page does itself what would follow.
 */
export type Emit = (type: EventType, detail: string, link: string) => boolean;

/** Draws a quiz into an empty element. The number of the quiz, from 0. `settings` has one setting a line (attributes.js). */
export function mount(root: Element, language: number, settings: string, emit: Emit): number;

/** Changes the language and the settings of a quiz. */
export function update(quiz: number, language: number, settings: string, emit: Emit): void;

/** Starts a quiz again. */
export function restart(quiz: number): void;

/** Removes a quiz from the element it was drawn into. Its number may be given to another one. */
export function unmount(quiz: number): void;

/** Gives the bindings the exports of the module, which the functions above call. */
export function __wbg_set_wasm(exports: WebAssembly.Exports): void;
