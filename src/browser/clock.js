// Days, counted from 1970-01-01.

// Today on the calendar of this place; a clock set before 1970 reads as day 0.
export const today = () => {
  const now = new Date();
  return Math.max(0, Math.floor(now / 864e5 - now.getTimezoneOffset() / 1440));
};

export const date = (day, lang) => new Date(day * 864e5).toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" });
