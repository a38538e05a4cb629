// The script of the snippet: `<script async src="…/v1/quiz.js"></script>`. A page neither waits for it nor notices it: it loads
// embed.js, a module, once the page is parsed, so that Firefox still takes import maps that stand behind it.
//
// It is written for old browsers too, so that it can say that the element needs a newer one.

(() => {
  /** @param {string} text */
  const warn = (text) => console.warn(`exhale-quiz: ${text} See "Where the quiz does not show" in docs/embedding.md.`);

  /**
   * Where this script was loaded from, also if an optimizer or a consent manager has moved it into another script: that leaves its
   * address in another attribute, or it was fetched.
   */
  const findAddress = () => {
    const { currentScript } = document;
    // An element named `currentScript` would stand in its place.
    const scripts = (currentScript && currentScript.tagName === "SCRIPT" ? [currentScript] : []).concat(
      /** @type {HTMLScriptElement[]} */ (Array.prototype.slice.call(document.getElementsByTagName("script"))),
    );
    const values = scripts.reduce(
      (all, { attributes }) => all.concat(Array.prototype.slice.call(attributes)),
      /** @type {Attr[]} */ ([]),
    );
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
    const found = values
      .map(({ value }) => value)
      .concat(fetched)
      .find((value) => /^\S*\/v\d+(\.\d+)*\/quiz\.js([?#]\S*)?$/.test(value));
    return found && new URL(found, document.baseURI).href;
  };

  const address = findAddress();
  if (!address) return warn("not shown, since its script cannot tell where it comes from: load it from where it was published.");
  const { href, origin } = new URL("embed.js", address);

  /** What the policy of the page has refused. */
  let refused = "";
  document.addEventListener("securitypolicyviolation", ({ blockedURI, disposition, effectiveDirective }) => {
    if (disposition === "enforce" && blockedURI.indexOf(origin) === 0) refused = effectiveDirective;
  });

  /** @param {Error} error */
  const onError = (error) => {
    const cause = refused
      ? `The policy of the page forbids it: add ${origin} to ${refused}.`
      : error.name === "SyntaxError"
        ? "This browser is older than the quiz takes."
        : `${origin} cannot be reached, a content blocker is in between, or it sends no Access-Control-Allow-Origin.`;
    warn(`not shown, since ${href} did not load (${error.message}). ${cause}`);
  };

  let isLoading = false;
  const load = () => {
    if (isLoading) return;
    isLoading = true;
    const late = setTimeout(() => warn(`still waiting for ${href}.`), 20_000);
    const run = () => import(href).catch(onError).then(() => clearTimeout(late));
    // In Firefox an import that is never answered holds back the page's load event; a preload does not.
    const link = document.createElement("link");
    if (!link.relList.supports("modulepreload")) return run();
    link.rel = "modulepreload";
    link.href = href;
    link.onload = link.onerror = () => {
      link.remove();
      run();
    };
    document.head.appendChild(link);
  };
  if (document.readyState !== "loading") return load();
  document.addEventListener("DOMContentLoaded", load);
  // Another script that never comes holds that event back for ever.
  setTimeout(load, 5000);
})();
