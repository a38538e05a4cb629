// Holds the types of the package against its manifest, both ways: every attribute, property, method and event, and all that
// is in the details. And the manifest against the schema it names. Run in a project that has the package installed.
//
// The manifest says types in TypeScript's words: they become a file beside the project's, and TypeScript compares.

import { readFileSync } from "node:fs";
import { join } from "node:path";
// The last version with an interface for programs.
import ts from "typescript-api";

const json = readFileSync("node_modules/exhale-quiz/custom-elements.json", "utf8");
const element = JSON.parse(json).modules[0].declarations[0];
const of = (kind) => element.members.filter((member) => member.kind === kind);
const line = ({ name, type }) => `${JSON.stringify(name)}: ${type.text};`;
const named = readFileSync("node_modules/exhale-quiz/embed.d.ts", "utf8").match(/export type \{([^}]*)\}/)[1];

const source = `
import type { ${named} } from "exhale-quiz";
import type { Package } from "custom-elements-manifest";

// The schema has these two in an interface of its own, and leaves that out of what members may be.
declare module "custom-elements-manifest" {
  interface ClassField { attribute?: string; reflects?: boolean }
}
export const manifest: Package = ${json};

export interface ManifestMembers {
  ${of("field")
    .filter((field) => !field.static)
    .map(line)
    .join("\n  ")}
  ${of("method")
    .map((method) => `${method.name}(): ${method.return.type.text};`)
    .join("\n  ")}
}
export interface ManifestStatics { ${of("field")
  .filter((field) => field.static)
  .map(line)
  .join(" ")} }
export interface ManifestAttributes {
  ${element.attributes.map((attribute) => `${JSON.stringify(attribute.name)}?: ${attribute.type.text} | undefined;`).join("\n  ")}
}
export interface ManifestEvents {
  ${element.events.map(line).join("\n  ")}
}

// A number is as good as its digits, where there are digits.
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
const fromDisk = host.getSourceFile;
host.getSourceFile = (name, ...more) =>
  name === file ? ts.createSourceFile(name, source, more[0], true) : fromDisk(name, ...more);
const fileExists = host.fileExists;
host.fileExists = (name) => name === file || fileExists(name);
const program = ts.createProgram([file], options, host);
const checker = program.getTypeChecker();
const root = program.getSourceFile(file);

const mistakes = [];
for (const diagnostic of program.getSemanticDiagnostics(root)) {
  const at = source.slice(diagnostic.start, diagnostic.start + 60).split("\n")[0];
  mistakes.push(`custom-elements.json: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n")} (at ${at})`);
}

const exported = new Map(checker.getExportsOfModule(checker.getSymbolAtLocation(root)).map((symbol) => [symbol.name, symbol]));
const text = (type) => checker.typeToString(type, root, ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.InTypeAlias);

for (const what of ["Members", "Statics", "Attributes", "Events"]) {
  const [said, declared] = ["Manifest", "Declared"].map((where) => {
    const type = checker.getDeclaredTypeOfSymbol(exported.get(where + what));
    return new Map(checker.getPropertiesOfType(type).map((property) => [property.name, checker.getTypeOfSymbol(property)]));
  });
  if (said.size === 0) mistakes.push(`${what}: there are none`);
  for (const name of new Set([...said.keys(), ...declared.keys()])) {
    const [one, other] = [said.get(name), declared.get(name)];
    if (!one) mistakes.push(`${what}: ${name} is in embed.d.ts, not in custom-elements.json`);
    else if (!other) mistakes.push(`${what}: ${name} is in custom-elements.json, not in embed.d.ts`);
    else if (!checker.isTypeAssignableTo(one, other) || !checker.isTypeAssignableTo(other, one)) {
      mistakes.push(`${what}: ${name} is\n    ${text(one)}\n  in custom-elements.json, and in embed.d.ts\n    ${text(other)}`);
    }
  }
}

for (const mistake of mistakes) console.error(mistake);
if (mistakes.length > 0) process.exit(1);
console.log("The types and the manifest say the same.");
