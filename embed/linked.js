// Whether an address holds a shared result.

/**
 * The part of a fragment after the name of its field that may hold a shared result: `=040vap…`, also in a route, and in the forms that
 * mail programs and messengers make of it. Every link begins with 0. It may be none after all: the module decides.
 *
 * @param {string} fragment With its `#`.
 * @param {string} key The name of the field: letters, digits, `_` and `-`.
 */
export const linkIn = (fragment, key) =>
  new RegExp(`(?:[^\\w-]|%[\\da-f]{2})${key}((?:=|3D|%(?:25)*3D)+[0o].*)`, "is").exec(fragment)?.[1];
