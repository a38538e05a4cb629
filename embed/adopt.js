// The first screen stands in our own pages before any script runs. This has Yew take up what stands there instead of drawing it
// anew, so that nothing flashes and whoever is at it loses neither focus nor choice. Yew's own hydration would do it for seven
// kilobytes more, and stop where somebody's minifier took out its comments; this draws whatever it does not find.

/** Every node below, in the order in which Yew makes them: each before its children, and of siblings the last one first. */
const below = (parent, all = []) => {
  for (let node = parent.lastChild; node; node = node.previousSibling) below(node, all.push(node) && all);
  return all;
};

/** Calls `mount`, whose Yew then draws into `root` with the nodes that stand there. What it makes no use of is taken out. */
export const adopt = (root, mount) => {
  const found = below(root);
  let at = 0;
  /** What was made or taken, and has not become the pattern for more of its kind. */
  const made = new Set();
  const nodes = Node.prototype;
  const { cloneNode, insertBefore } = nodes;
  const plain = document.createElement.bind(document);
  const take = (name, make = () => plain(name)) => {
    // Where something else stands than Yew draws, nothing further is what it seems.
    at = found[at]?.nodeName.toLowerCase() === name ? at + 1 : NaN;
    const node = at ? found[at - 1] : make();
    made.add(node);
    return node;
  };
  // Yew draws in a microtask of its own: only that one runs between this one and the one below.
  queueMicrotask(() => {
    document.createElement = (tag) => take(tag);
    document.createTextNode = (text) => {
      // No text, no node in a page.
      const node = text ? take("#text", () => new Text()) : new Text();
      if (node.data !== text) node.data = text;
      return node;
    };
    nodes.cloneNode = function () {
      // Yew copies the first of a kind, to make the others from: that copy has to be plain.
      return made.has(this) ? plain(this.localName) : take(this.localName);
    };
    nodes.insertBefore = function (node, before) {
      const stands = node.parentNode === this && node.nextSibling === (before ?? null);
      return stands ? node : insertBefore.call(this, node, before);
    };
  });
  // Yew begins by emptying what it draws into.
  Object.defineProperty(root, "lastChild", { value: null, configurable: true });
  try {
    return mount();
  } finally {
    delete root.lastChild;
    queueMicrotask(() => {
      delete document.createElement;
      delete document.createTextNode;
      Object.assign(nodes, { cloneNode, insertBefore });
      for (const node of found) made.has(node) || node.remove();
    });
  }
};
