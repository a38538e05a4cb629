// What the package is on a server: there are no elements to define.
export {};
