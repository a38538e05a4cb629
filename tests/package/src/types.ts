// What type-checks, and what must not: each `@ts-expect-error` is a mistake that the types have to catch. Never run.
import type { ExhaleComplete, ExhaleQuiz, ExhaleQuizEventMap } from "exhale-quiz";

const quiz = document.createElement("exhale-quiz");
const found: ExhaleQuiz | null = document.querySelector("exhale-quiz");

quiz.theme = "dark";
quiz.headingLevel = 3;
quiz.label = null;
// @ts-expect-error no such theme
quiz.theme = "drak";
// @ts-expect-error read only
quiz.state = "done";
// @ts-expect-error the attribute of this name is no property
quiz.start = "first";

export const level: "2" | "3" | "4" | "5" | "6" = quiz.headingLevel;
export const link: string | null = quiz.getShareUrl();
export const begun: Promise<void> = quiz.start().then(() => quiz.ready);
export const version: string | undefined = customElements.get("exhale-quiz")?.version;
export const result: ExhaleComplete | null = found?.result ?? null;
export type Progress = ExhaleQuizEventMap["exhale-progress"]["detail"];

const progress = (event: ExhaleQuizEventMap["exhale-progress"]) => {
  const { index, total }: Progress = event.detail;
  // @ts-expect-error there are no answers in it
  return [index / total, event.detail.answers];
};
quiz.addEventListener("exhale-progress", progress);
quiz.removeEventListener("exhale-progress", progress);
document.body.addEventListener("exhale-progress", progress);
document.addEventListener("exhale-progress", progress);
window.addEventListener("exhale-progress", ({ detail }) => detail.index + detail.total);

quiz.addEventListener("exhale-complete", function ({ detail }) {
  const { control, trust } = detail.scales;
  // @ts-expect-error a scale without enough answers has no pull
  const pull: number = control.pull;
  const shown: number = trust.band === null ? 0 : trust.shown;
  // @ts-expect-error it may have no name
  detail.profile.length;
  const near: boolean | null = trust.nearLine;
  // @ts-expect-error snake case is for `score`
  trust.near_line;
  return [pull, shown, near, this.result, detail.touch === "lighthouse"];
});
quiz.addEventListener("exhale-share", (event) => event.preventDefault());
quiz.addEventListener("exhale-error", ({ detail: { code } }) => {
  // @ts-expect-error no such code
  if (code === "wasm") return;
});
// @ts-expect-error `exhale-ready` has no detail
quiz.addEventListener("exhale-ready", ({ detail }) => detail.code);
// @ts-expect-error another detail than the event has
quiz.addEventListener("exhale-reset", (event: CustomEvent<string>) => event.detail);
quiz.addEventListener("click", (event) => event.clientX);
