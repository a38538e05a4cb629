// What somebody writes who has the package from npm: the element, and what it tells.
import "exhale-quiz";
import type { ExhaleComplete } from "exhale-quiz";

const heard = document.querySelector<HTMLPreElement>("#heard")!;
const show = (detail: ExhaleComplete) => {
  heard.textContent = JSON.stringify(detail);
};

document.querySelector("exhale-quiz")?.addEventListener("exhale-complete", ({ detail }) => show(detail));
document.addEventListener("exhale-error", ({ detail }) => {
  heard.textContent = `${detail.code}: ${detail.message}`;
});
