// The `Promise` of the browser, also where a script of the page has replaced it. The build puts it in the place of the global one.

const { constructor } = (async () => {})();
export { constructor as Promise };
