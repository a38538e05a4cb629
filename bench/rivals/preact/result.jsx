// The result: three bars.

import { useLayoutEffect, useRef } from "preact/hooks";
import { resultTitle, retake, scales } from "content";
import { score } from "./score.js";

export function Result({ answers, again }) {
  const title = useRef(null);
  useLayoutEffect(() => title.current.focus({ preventScroll: true }), []);
  const shown = score(answers);
  return (
    <div class="result enter">
      <h2 ref={title} tabIndex={-1}>
        {resultTitle}
      </h2>
      {scales.map(({ name, ends }, index) => (
        <div class="scale" key={name}>
          <h3>{name}</h3>
          <meter aria-label={name} max={100} value={shown[index] ?? 0}>
            {shown[index]}
          </meter>
          <p>
            <span>{ends[0]}</span> <span>{ends[1]}</span>
          </p>
        </div>
      ))}
      <button type="button" onClick={again}>
        {retake}
      </button>
    </div>
  );
}
