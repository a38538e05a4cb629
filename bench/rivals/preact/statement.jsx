// A statement and its five answers.

import { useLayoutEffect, useRef } from "preact/hooks";
import { items, movesOn, options, prompt } from "content";

export function Statement({ at, chosen, moved, answer }) {
  const legend = useRef(null);
  const arrow = useRef(false);

  // Focus follows a move that the person made, and stays where it is on load.
  useLayoutEffect(() => {
    if (moved) legend.current.focus({ preventScroll: true });
  }, []);

  // An arrow key clicks the radio it moves to: that is looking, not choosing. Enter and Space choose it then, where they
  // would click nothing.
  const onKeyDown = ({ key, target, repeat }) => {
    arrow.current = key.startsWith("Arrow");
    if ((key === "Enter" || key === " ") && target.checked && !repeat) answer(Number(target.value));
  };
  const onClick = (event) => {
    if (!arrow.current) answer(Number(event.currentTarget.value));
    arrow.current = false;
  };

  return (
    <fieldset class={moved ? "enter" : undefined} onKeyDown={onKeyDown} aria-describedby="prompt">
      <legend ref={legend} class="statement" tabIndex={-1}>
        {items[at]}
      </legend>
      <p class="prompt" id="prompt">
        <span>{prompt}</span> {at === 0 && <small>{movesOn}</small>}
      </p>
      {options.map((text, index) => (
        <label class="option" key={index}>
          <input type="radio" name={`statement-${at}`} value={index + 1} checked={chosen === index + 1} onClick={onClick} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
