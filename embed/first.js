// The first screen, where it stands in the page before any script runs. Only our own pages have that, and only they load this.

import { adopt } from "./adopt.js";
import { watch } from "./early.js";

/** Watches over the first screen in `root`. Call what it gives with what mounts a quiz there: that takes it up. */
export const first = (root, keeps) => {
  const stop = watch(root, keeps);
  return (mount) => {
    const again = stop();
    const mounted = adopt(root, mount);
    queueMicrotask(again);
    return mounted;
  };
};
