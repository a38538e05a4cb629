// What this browser keeps. What it may refuse gives false or nothing.

const tried = (act) => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};

// In some frames even looking at `localStorage` throws.
export const get = (key) => {
  let value;
  tried(() => (value = localStorage.getItem(key)));
  return value ?? undefined;
};

export const set = (key, value) => tried(() => localStorage.setItem(key, value));

// Where nothing can be kept, nothing is.
export const remove = (key) => !tried(() => localStorage.length) || tried(() => localStorage.removeItem(key));

// What an event of storage says of a key: 1 if it was written, 2 if it was deleted, or everything was (then it names no key);
// 0 if it is about another.
export const changed = ({ key, newValue }, ours) => ((key ?? ours) === ours ? (newValue === null ? 2 : 1) : 0);
