// The same thirty statements in SurveyJS, set up as its documentation shows, and as fast as its options make it.

import { Model, settings } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import { items, options } from "content";

// It would wait 300 ms before it moves on.
settings.autoAdvanceDelay = 0;

const survey = new Model({
  autoAdvanceEnabled: true,
  autoAdvanceAllowComplete: true,
  autoFocusFirstQuestion: true,
  showProgressBar: true,
  // A line with a text: that is drawn faster than thirty dots. Under the statement, where no card covers the text.
  progressBarType: "questions",
  progressBarLocation: "bottom",
  showQuestionNumbers: false,
  pages: items.map((title, index) => ({
    elements: [
      {
        type: "radiogroup",
        name: `statement${index + 1}`,
        title,
        choices: options.map((text, option) => ({ value: option + 1, text })),
      },
    ],
  })),
});

// As its documentation shows under "Restore survey progress from browser storage".
const KEY = "survey-data";
const save = ({ data, currentPageNo: pageNo }) => localStorage.setItem(KEY, JSON.stringify({ ...data, pageNo }));
survey.onValueChanged.add(save);
survey.onCurrentPageChanged.add(save);
survey.onComplete.add(save);

const kept = localStorage.getItem(KEY);
if (kept) {
  const { pageNo, ...data } = JSON.parse(kept);
  survey.data = data;
  survey.currentPageNo = pageNo ?? 0;
}

renderSurvey(survey, document.getElementById("survey"));
