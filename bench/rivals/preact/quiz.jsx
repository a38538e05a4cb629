// The quiz: one statement to a screen, choosing moves on.

import { useEffect, useState } from "preact/hooks";
import { announce, back, items, label, lead, position, progress, skip } from "content";
import { Result } from "./result.jsx";
import { forget, recall, save } from "./storage.js";
import { Statement } from "./statement.jsx";

const TOTAL = items.length;
const START = { at: 0, answers: Array(TOTAL).fill(null), moved: false };
const filled = (text, n) => text.replace("{n}", n).replace("{total}", TOTAL);

export function Quiz() {
  const [{ at, answers, moved }, setState] = useState(() => ({ ...START, ...recall() }));

  useEffect(() => {
    if (moved) save({ at, answers });
  }, [at, answers]);

  const go = (to) => setState((state) => ({ ...state, at: to, moved: true }));
  const answer = (value) =>
    setState((state) => ({ at: state.at + 1, answers: state.answers.with(state.at, value), moved: true }));
  const again = () => {
    forget();
    setState({ ...START, moved: true });
  };

  const isDone = at === TOTAL;
  return (
    <section class="quiz" aria-label={label}>
      <p class="unseen" role="status">
        {moved && !isDone && filled(announce, at + 1)}
      </p>
      {isDone ? (
        <Result answers={answers} again={again} />
      ) : (
        <>
          <div class="head">
            <progress aria-label={progress} max={TOTAL} value={at} />
            <span>{filled(position, at + 1)}</span>
          </div>
          {at === 0 && <p class="lead">{lead}</p>}
          <Statement key={at} at={at} chosen={answers[at]} moved={moved} answer={answer} />
          <div class="moves">
            {at > 0 && (
              <button type="button" onClick={() => go(at - 1)}>
                {back}
              </button>
            )}
            <button type="button" onClick={() => go(at + 1)}>
              {skip}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
