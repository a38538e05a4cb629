// What is said of many runs: medians, and ratios with the interval they lie in.

/** The value below which the share `q` of the values lies, between the nearest two. */
export const quantile = (values, q) => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
};

export const median = (values) => quantile(values, 0.5);

/** Numbers from 0 to 1 that look random, the same in every run: the intervals of a report can be worked out again. */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

const SEED = 1;
export const RESAMPLES = 10_000;

/** The median, and the interval that holds 95 % of the medians of as many values drawn from these with replacement. */
export const interval = (values) => {
  const next = random(SEED);
  const medians = Array.from({ length: RESAMPLES }, () => median(values.map(() => values[Math.floor(next() * values.length)])));
  return { median: median(values), low: quantile(medians, 0.025), high: quantile(medians, 0.975) };
};

/** The ratio of two rows of values, taken round by round, so that what slows a whole round slows both. Nothing where one has none. */
export const ratio = (mine, theirs) => {
  const ratios = mine.map((value, round) => value / theirs[round]);
  return ratios.every(Number.isFinite) ? interval(ratios) : null;
};
