// What probes.mjs defines in the page that is measured, and visits.mjs calls there.

import type { Following, Point, Seen, Times } from "./probes.mjs";

declare global {
  var benchSeen: () => Seen;
  var benchTimes: () => Times & { firstPaint: number | undefined };
  /** Where to tap for an option of the current statement; `null`: to go on after a pause. */
  var benchAim: (option: number | null) => Promise<Point | null>;
  /** From the lifted finger to the frame with what follows: the next statement, a pause, or the result. */
  var benchFollows: (next: number) => Promise<Following>;
  /** Requests a tap at a place, in JSON; or says "done". */
  var benchTap: (payload: string) => void;
}
