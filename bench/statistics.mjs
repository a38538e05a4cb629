// Statistics of many runs: medians, and ratios with their intervals.

/** @typedef {{ median: number, low: number, high: number }} Interval */

/**
 * The value below which the share `q` of the values lies, interpolated between the nearest two.
 *
 * @param {readonly number[]} values At least one.
 * @param {number} q 0–1.
 */
export const quantile = (values, q) => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const [low = NaN, high = low] = sorted.slice(below, below + 2);
  return low + (high - low) * (place - below);
};

/** @param {readonly number[]} values */
export const median = (values) => quantile(values, 0.5);

/**
 * Pseudo-random numbers from 0 to 1, the same in every run, so that the intervals of a report can be computed again.
 *
 * @param {number} seed
 */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const SEED = 1;
export const RESAMPLES = 10_000;

/**
 * The median, and its bootstrap interval: 95 % of the medians of as many values drawn from these with replacement lie in it.
 *
 * @param {readonly number[]} values
 * @returns {Interval}
 */
export const interval = (values) => {
  const next = random(SEED);
  const draw = () => values[Math.floor(next() * values.length)] ?? NaN;
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(draw)));
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
};

/**
 * The ratio of two series, round by round, so that what slows a whole round slows both. Null where one of them has no value.
 *
 * @param {readonly number[]} mine
 * @param {readonly number[]} theirs
 */
export const ratio = (mine, theirs) => {
  const ratios = mine.map((value, round) => value / (theirs[round] ?? NaN));
  return ratios.every(Number.isFinite) ? interval(ratios) : null;
};
