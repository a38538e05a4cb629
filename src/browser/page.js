// Focus, scrolling, printing, leaving, and the address of the page. What a browser may refuse gives false.

export const focus = (element) => {
  // Before: Firefox puts no focus on a legend that it has not laid out.
  const { top } = element.getBoundingClientRect();
  element.focus({ preventScroll: true });
  // The page scrolls only if the top of the element is out of sight.
  if (top < 0 || top > innerHeight - 48) element.scrollIntoView({ block: "start" });
};

const tried = (act) => {
  try {
    act();
    return true;
  } catch {
    return false;
  }
};

// Keeps focus in the quiz while the element that has it is replaced: meanwhile keys would go to the page around.
export const hold = (element) => {
  const root = element.closest(".exhale").parentNode;
  if (!root.contains(root.getRootNode().activeElement)) return;
  root.tabIndex = -1;
  root.style.outline = "0";
  root.focus({ preventScroll: true });
  root.addEventListener("blur", () => root.removeAttribute("tabindex"), { once: true });
};

// Back does not lead here any more.
export const leave = (href) => tried(() => location.replace(href));

export const print = () => tried(() => window.print());

export const href = () => location.href;
