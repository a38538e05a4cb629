// Who is measured, and how the same things are found in each. Everything that differs between them is here.
//
// host       the element in whose shadow root the quiz is, if in any
// statement  what holds the text of the statement
// option     what a finger taps, one for each answer
// radio      the native control
// pause      what is tapped to go on, where a contestant stops on the way
// result     what shows when the last answer is given
// ready      an expression that is true when all of the quiz has been loaded
// answers    how far it is answered: "all", "first" (the rest would be another's over again), or "none" (not even loaded)

const ours = {
  host: "exhale-quiz",
  statement: ".statement",
  option: ".option label",
  radio: ".option input",
  pause: ".screen > .lead + .moves > :nth-child(2)",
  result: ".plate",
  // "running" once the first answer has been given.
  ready: '["ready", "running"].includes(document.querySelector("exhale-quiz").state)',
  answers: "all",
};

const preact = {
  statement: ".statement",
  option: ".option",
  radio: ".option input",
  result: ".result",
  ready: "true",
  answers: "all",
};

export const contestants = [
  { id: "ours", name: "our page", ...ours },
  { id: "embed", name: "our embed in a blog", ...ours },
  {
    id: "static",
    name: "page without script",
    statement: ".statement",
    option: ".option label",
    radio: ".option input",
    ready: "true",
    answers: "first",
    isStatic: true,
  },
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
  { id: "embed-below", name: "a blog with our embed far down", ready: "true", answers: "none" },
];
