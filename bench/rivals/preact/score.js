// The sums of docs/instrument.md, 4.1.

/** The reason each statement belongs to; negative where agreeing takes points away. */
const KEYS = [-7, 4, 5, -6, 8, -3, -2, 10, -1, 9, -4, 7, -6, -5, 3, -8, 10, 2, -9, 1, -4, -7, 5, 6, -8, 9, 3, -10, 1, -2];
/** The reasons of control, perfectionism and trust. */
const SCALES = [[1, 5, 8], [3, 4, 10], [2, 6, 7, 9]];

/** The share of the points of a reason that the answers give, or nothing with fewer than two answers. */
const pull = (answers, reason) => {
  const points = KEYS.flatMap((key, index) => {
    const answer = answers[index];
    if (Math.abs(key) !== reason || answer === null) return [];
    return key > 0 ? answer - 1 : 5 - answer;
  });
  return points.length < 2 ? null : points.reduce((sum, value) => sum + value) / (4 * points.length);
};

/** Control, perfectionism and trust from 0 to 100, or nothing where too few answers stand behind one. */
export const score = (answers) =>
  SCALES.map((reasons, index) => {
    const pulls = reasons.map((reason) => pull(answers, reason)).filter((value) => value !== null);
    if (pulls.length < reasons.length - 1) return null;
    const mean = Math.round((100 * pulls.reduce((sum, value) => sum + value)) / pulls.length);
    return index === 2 ? 100 - mean : mean;
  });
