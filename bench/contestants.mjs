// What is measured, and how to find the same things in each. All differences between contestants are here.

/**
 * Selectors, unless it says otherwise.
 *
 * @typedef {object} Contestant
 * @property {string} id
 * @property {string} name
 * @property {string} [host] The element with the shadow root that the quiz is in, if it is in one.
 * @property {string} [statement] What contains the text of the statement.
 * @property {string} [option] What a finger taps, one for each answer.
 * @property {string} [radio] The native control.
 * @property {string} [pause] What is tapped to go on, where a contestant pauses on the way.
 * @property {string} [result] What appears after the last answer.
 * @property {string} ready An expression: true when the whole quiz is loaded.
 * @property {"all" | "first" | "none"} answers How far it is answered. `first`: the rest would only repeat another contestant;
 *   `none`: the quiz is not even loaded.
 * @property {boolean} [isStatic] Has no script.
 * @property {boolean} [isVisitedAgain] Measured on a second visit too, from the cache of the browser.
 */

/** @type {Omit<Contestant, "id" | "name">} */
const ours = {
  host: "exhale-quiz",
  statement: ".statement",
  option: ".option label",
  radio: ".option input",
  pause: ".screen > .lead + .moves > :nth-child(2)",
  // Before the full result three questions, which nobody has to answer.
  result: ".plate, .question.small",
  // "running" once the first answer is given.
  ready: '["ready", "running"].includes(document.querySelector("exhale-quiz").state)',
  answers: "all",
};

/** @type {Omit<Contestant, "id" | "name">} */
const preact = {
  statement: ".statement",
  option: ".option",
  radio: ".option input",
  result: ".result",
  ready: "true",
  answers: "all",
};

/** @type {Omit<Contestant, "id" | "name">} */
const withoutScript = {
  statement: ".statement",
  option: ".option label",
  radio: ".option input",
  ready: "true",
  answers: "first",
  isStatic: true,
  isVisitedAgain: true,
};

/** @type {Contestant[]} */
export const contestants = [
  { id: "ours", name: "our page", ...ours, isVisitedAgain: true },
  { id: "embed", name: "our embed in a blog", ...ours },
  { id: "static", name: "page without script", ...withoutScript },
  { id: "static-one-file", name: "page without script, one file", ...withoutScript },
  { id: "preact", name: "Preact", ...preact },
  { id: "preact-one-file", name: "Preact, one file", ...preact, answers: "first" },
  {
    id: "surveyjs",
    name: "SurveyJS",
    statement: ".sd-question__title",
    option: ".sd-selectbase__label",
    radio: ".sd-selectbase input",
    result: ".sd-completedpage",
    ready: "true",
    answers: "all",
  },
  { id: "yew", name: "a counter in Yew", ready: '!!document.querySelector("button")', answers: "none" },
  { id: "post", name: "a post without our embed", ready: "true", answers: "none" },
  { id: "embed-middle", name: "a post with our embed below what is in sight", ready: "true", answers: "none" },
  { id: "embed-below", name: "a post with our embed far down", ready: "true", answers: "none" },
  // Another build of ours, to compare with in the same run.
  ...(process.env.BENCH_BEFORE ? [{ id: "before", name: "our page before", ...ours }] : []),
];
