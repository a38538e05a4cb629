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

// True if an event of storage says that what was kept under a key was deleted, or everything (then it names no key).
export const deleted = (event, key) => (event.key ?? key) === key && event.newValue === null;
