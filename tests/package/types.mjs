// Compares the types of the package with its manifest, both ways: every attribute, property, method and event, and all that is in
// the details. And the manifest with the schema it names. Run in a project that has the package installed.
//
// The manifest has types as TypeScript source: they become a file in the project, and TypeScript compares.

import { readFileSync } from "node:fs";
import { join } from "node:path";
// The last version with a programming interface.
import ts from "typescript-api";

/** @typedef {{ text: string }} Type */
/** @typedef {{ name: string, type: Type }} Named */
/** @typedef {Named & { kind: "field", static?: boolean }} Field */
/** @typedef {{ name: string, kind: "method", return: { type: Type } }} Method */
/** @typedef {{ members: (Field | Method)[], attributes: Named[], events: Named[] }} Declaration */

const json = readFileSync("node_modules/exhale-quiz/custom-elements.json", "utf8");
/** @type {Declaration} */
const element = JSON.parse(json).modules[0].declarations[0];
const fields = element.members.filter((member) => member.kind === "field");
const methods = element.members.filter((member) => member.kind === "method");
/** @param {Named} named */
const line = ({ name, type }) => `${JSON.stringify(name)}: ${type.text};`;
const types = readFileSync("node_modules/exhale-quiz/embed.d.ts", "utf8");
const exportedNames = types.match(/export type \{([^}]*)\}/)?.[1];

const source = `
import type { ${exportedNames} } from "exhale-quiz";
import type { Package } from "custom-elements-manifest";

// The schema has these two in an interface of their own, which it leaves out of the types of members.
declare module "custom-elements-manifest" {
  interface ClassField { attribute?: string; reflects?: boolean }
}
export const manifest: Package = ${json};

export interface ManifestMembers {
  ${fields
    .filter((field) => !field.static)
    .map(line)
    .join("\n  ")}
  ${methods.map((method) => `${method.name}(): ${method.return.type.text};`).join("\n  ")}
}
export interface ManifestStatics { ${fields
  .filter((field) => field.static)
  .map(line)
  .join(" ")} }
export interface ManifestAttributes {
  ${element.attributes.map((attribute) => `${JSON.stringify(attribute.name)}?: ${attribute.type.text} | undefined;`).join("\n  ")}
}
export interface ManifestEvents {
  ${element.events.map(line).join("\n  ")}
}

// Where digits are allowed, a number is allowed too.
type Text<T> = T extends number ? \`\${T}\` : T;
type Own<T> = { [K in Exclude<keyof T, keyof HTMLElement> | (keyof T & "focus")]: T[K] };
export type DeclaredMembers = Own<ExhaleQuiz>;
export type DeclaredStatics = Omit<typeof ExhaleQuiz, "prototype">;
export type DeclaredAttributes = { [K in keyof ExhaleQuizAttributes]: Text<ExhaleQuizAttributes[K]> };
export type DeclaredEvents = ExhaleQuizEventMap;
`;

const file = join(process.cwd(), "src/manifest-as-types.ts");
const { config } = ts.readConfigFile("tsconfig.json", ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, process.cwd());
const host = ts.createCompilerHost(options);
const { getSourceFile, fileExists } = host;
/** @type {Partial<ts.CompilerHost>} */
const withManifest = {
  getSourceFile: (name, target, ...rest) =>
    name === file ? ts.createSourceFile(name, source, target, true) : getSourceFile(name, target, ...rest),
  fileExists: (name) => name === file || fileExists(name),
};
Object.assign(host, withManifest);
const program = ts.createProgram([file], options, host);
const checker = program.getTypeChecker();
const root = /** @type {ts.SourceFile} */ (program.getSourceFile(file));

/** @type {string[]} */
const errors = [];
for (const { start = 0, messageText } of program.getSemanticDiagnostics(root)) {
  const [at] = source.slice(start, start + 60).split("\n");
  errors.push(`custom-elements.json: ${ts.flattenDiagnosticMessageText(messageText, "\n")} (at ${at})`);
}

const exported = checker.getExportsOfModule(/** @type {ts.Symbol} */ (checker.getSymbolAtLocation(root)));
/** @param {ts.Type} type */
const text = (type) => checker.typeToString(type, root, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias);
/**
 * The properties of an exported type, and their types.
 *
 * @param {string} name
 */
const properties = (name) => {
  const symbol = /** @type {ts.Symbol} */ (exported.find((one) => one.name === name));
  const all = checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol));
  return new Map(all.map((property) => [property.name, checker.getTypeOfSymbol(property)]));
};

for (const what of ["Members", "Statics", "Attributes", "Events"]) {
  const manifest = properties(`Manifest${what}`);
  const declared = properties(`Declared${what}`);
  if (manifest.size === 0) errors.push(`${what}: there are none`);
  for (const name of new Set([...manifest.keys(), ...declared.keys()])) {
    const [one, other] = [manifest.get(name), declared.get(name)];
    if (!one) errors.push(`${what}: ${name} is in embed.d.ts, not in custom-elements.json`);
    else if (!other) errors.push(`${what}: ${name} is in custom-elements.json, not in embed.d.ts`);
    else if (!checker.isTypeAssignableTo(one, other) || !checker.isTypeAssignableTo(other, one)) {
      errors.push(`${what}: ${name} is\n    ${text(one)}\n  in custom-elements.json, and in embed.d.ts\n    ${text(other)}`);
    }
  }
}

for (const error of errors) console.error(error);
if (errors.length > 0) process.exit(1);
console.log("The types agree with the manifest.");
