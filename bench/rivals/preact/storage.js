// The answers in the browser, where it keeps any: some frames and modes forbid it.

const KEY = "quiz";

export const recall = () => {
  try {
    return JSON.parse(localStorage.getItem(KEY));
  } catch {
    return null;
  }
};

export const save = (state) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(state));
  } catch {
    // The answers last until the page is closed.
  }
};

export const forget = () => {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to forget.
  }
};
