import js from "@eslint/js";
import globals from "globals";

export default [
  {
    ignores: ["bench/.out", "bench/rivals", "dist", "examples/*/dist", "target", "tests/browser/released", "tests/package/src"],
  },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "array-callback-return": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-constructor-return": "error",
      // Globals that are easily meant to be a variable of the same name.
      "no-restricted-globals": ["error", "close", "event", "find", "length", "name", "open", "origin", "status", "stop"],
      "no-self-compare": "error",
      "no-shadow": "error",
      "no-template-curly-in-string": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "no-use-before-define": ["error", { functions: false, variables: false }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
  { files: ["bench/**/*.mjs", "scripts/**/*.mjs", "tests/**/*.mjs"], languageOptions: { globals: globals.nodeBuiltin } },
  { files: ["embed/*.js", "pages/**/*.js"], languageOptions: { globals: globals.browser } },
  {
    // These run in the page that is measured.
    files: ["bench/probes.mjs", "bench/static-page.mjs"],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ["tests/browser/pages/**/*.js"],
    languageOptions: { globals: { ...globals.browser, host: "readonly" } },
  },
  { files: ["pages/404.js"], languageOptions: { sourceType: "script" } },
];
