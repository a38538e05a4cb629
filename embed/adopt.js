// Our own pages have the first screen in their markup, before any script runs. This makes Yew use those nodes instead of new
// ones, so that nothing flashes and the user loses neither focus nor a choice. Yew's own hydration would do it for seven
// kilobytes more, and stop where somebody's minifier removed its comments; this draws whatever it does not find.

/**
 * Every node below, in the order in which Yew makes them: each before its children, and of siblings the last one first.
 *
 * @param {Node} parent
 * @param {ChildNode[]} [all]
 */
const below = (parent, all = []) => {
  for (let node = parent.lastChild; node; node = node.previousSibling) {
    all.push(node);
    below(node, all);
  }
  return all;
};

/**
 * Calls `mount`, whose Yew then draws into `root` with the nodes that are there. Nodes that it does not use are removed.
 *
 * @template T
 * @param {Element} root
 * @param {() => T} mount
 */
export const adopt = (root, mount) => {
  const found = below(root);
  let at = 0;
  /** Nodes that were made or taken, and are not the pattern for others of their kind. */
  const made = new Set();
  const nodes = Node.prototype;
  const { cloneNode, insertBefore } = nodes;
  /** @type {(tag: string) => Node} */
  const createElement = document.createElement.bind(document);
  /**
   * The next node, if it is as wanted; if not, and from then on, one that is made.
   *
   * @param {"localName" | "data"} key
   * @param {string} value
   * @param {(value: string) => Node} make
   */
  const take = (key, value, make) => {
    at = /** @type {Partial<Element & Text> | undefined} */ (found[at])?.[key] === value ? at + 1 : NaN;
    const node = found[at - 1] ?? make(value);
    made.add(node);
    return node;
  };
  // Yew draws in a microtask of its own: only that one runs between this one and the one below.
  queueMicrotask(() => {
    document.createElement = /** @type {typeof document.createElement} */ (
      (/** @type {string} */ tag) => take("localName", tag, createElement)
    );
    document.createTextNode = /** @type {typeof document.createTextNode} */ (
      (data) =>
        // A page has no empty text nodes.
        data ? take("data", data, (text) => new Text(text)) : new Text()
    );
    nodes.cloneNode = function () {
      const { localName } = /** @type {Element} */ (/** @type {Node} */ (this));
      // Yew makes copies of the first of a kind: that one has to be plain.
      return made.has(this) ? createElement(localName) : take("localName", localName, createElement);
    };
    nodes.insertBefore = function (node, before) {
      const isThere = node.parentNode === this && node.nextSibling === (before ?? null);
      if (!isThere) insertBefore.call(this, node, before);
      return node;
    };
  });
  // Yew empties the element it draws into.
  Object.defineProperty(root, "lastChild", { value: null, configurable: true });
  try {
    return mount();
  } finally {
    Reflect.deleteProperty(root, "lastChild");
    queueMicrotask(() => {
      Reflect.deleteProperty(document, "createElement");
      Reflect.deleteProperty(document, "createTextNode");
      Object.assign(nodes, { cloneNode, insertBefore });
      for (const node of found) made.has(node) || node.remove();
    });
  }
};
