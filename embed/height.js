/**
 * Keeps the quiz as high as its highest screen so far, so that what follows on the page does not jump; until `isOver`. Returns
 * what to call after each change of the screen.
 *
 * @param {HTMLElement} root The element that the quiz is drawn into.
 * @param {AbortSignal} signal
 * @param {() => boolean} isOver
 */
export const keepHeight = (root, signal, isOver) => {
  /** Both in CSS pixels. */
  let highest = 0;
  let width = 0;
  // The screen may have been removed from the page since.
  const screen = () => /** @type {HTMLElement} */ (root.firstElementChild ?? root);
  const updateHeight = () => {
    const { style } = screen();
    if (isOver()) {
      style.minBlockSize = "";
      return;
    }
    // Measured while the height so far applies: one layout, and a second one only where the quiz outgrows it.
    highest = Math.max(highest, root.offsetHeight);
    style.minBlockSize = `${highest}px`;
  };
  const measureAgain = () => {
    screen().style.minBlockSize = "";
    highest = 0;
    updateHeight();
  };
  const observer = new ResizeObserver(() => {
    if (width === root.offsetWidth) return;
    width = root.offsetWidth;
    // Not now: a size that changes while sizes are observed raises an error event on the page.
    requestAnimationFrame(measureAgain);
  });
  observer.observe(root);
  // What was unfolded may be folded again.
  root.addEventListener("toggle", measureAgain, { capture: true, signal });
  signal.addEventListener("abort", () => observer.disconnect());
  return updateHeight;
};
