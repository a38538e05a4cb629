// Replaces load-bindings.js in the scripts of our own page: one request less.

import * as bindings from "./exhale.js";

export const loadBindings = async () => bindings;
