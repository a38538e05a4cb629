/**
 * The tallest step so far stays the height of the quiz until it `isOver`, so that what follows on the page does not jump. Gives what
 * to call after a move.
 */
export const keepHeight = (root, signal, isOver) => {
  let tallest = 0;
  let width = 0;
  const settle = () => {
    // It may have been taken off the page since.
    const { style } = root.firstElementChild ?? root;
    if (isOver()) return (style.minBlockSize = "");
    // Asked for while the height so far holds: that is laid out once, and changed only where the quiz outgrows it.
    tallest = Math.max(tallest, root.offsetHeight);
    style.minBlockSize = `${tallest}px`;
  };
  const afresh = () => {
    (root.firstElementChild ?? root).style.minBlockSize = "";
    tallest = 0;
    settle();
  };
  const sizes = new ResizeObserver(() => {
    if (width === root.offsetWidth) return;
    width = root.offsetWidth;
    // Not now: a size that changes while sizes are observed is an error that the page would hear of.
    requestAnimationFrame(afresh);
  });
  sizes.observe(root);
  // What was unfolded may fold again.
  root.addEventListener("toggle", afresh, { capture: true, signal });
  signal.addEventListener("abort", () => sizes.disconnect());
  return settle;
};
