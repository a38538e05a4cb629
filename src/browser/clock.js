// Days, counted from 1970-01-01.

const MILLISECONDS = 864e5;

/** Today by the calendar of this time zone; a clock set before 1970 reads as day 0. */
export const today = () => {
  const now = new Date();
  return Math.max(0, Math.floor(now.getTime() / MILLISECONDS - now.getTimezoneOffset() / 1440));
};

/**
 * A day as text, such as "5 May 2026".
 *
 * @param {number} day
 * @param {string} lang
 */
export const date = (day, lang) => new Date(day * MILLISECONDS).toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" });
