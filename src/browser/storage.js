// The local storage of this browser. False or nothing means that the browser refused.

/** @param {() => void} action */
const attempt = (action) => {
  try {
    action();
    return true;
  } catch {
    return false;
  }
};

/**
 * In some frames even reading `localStorage` throws.
 *
 * @param {string} key
 */
export const get = (key) => {
  /** @type {string | null | undefined} */
  let value;
  attempt(() => (value = localStorage.getItem(key)));
  return value ?? undefined;
};

/**
 * @param {string} key
 * @param {string} value
 */
export const set = (key, value) => attempt(() => localStorage.setItem(key, value));

/**
 * Whether nothing is stored under the key now: true where nothing can be stored.
 *
 * @param {string} key
 */
export const remove = (key) => !attempt(() => localStorage.length) || attempt(() => localStorage.removeItem(key));

/**
 * What a storage event did to the value of `ours`: 1 if it was written, 2 if it was deleted, also with everything else (then the
 * event names no key); 0 if the event is about another key.
 *
 * @param {StorageEvent} event
 * @param {string} ours
 */
export const changed = ({ key, newValue }, ours) => ((key ?? ours) === ours ? (newValue === null ? 2 : 1) : 0);
