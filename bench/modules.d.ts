// What the bench uses of packages that are installed only for it (package.json).

declare module "lighthouse" {
  interface Audit {
    title: string;
    score: number | null;
    displayValue?: string;
    numericValue: number;
    numericUnit: string;
  }
  interface Category {
    title: string;
    /** 0–1. */
    score: number;
    auditRefs: { id: string; weight: number }[];
  }
  export interface Report {
    lighthouseVersion: string;
    runtimeError?: { message: string };
    categories: Record<string, Category>;
    audits: Record<string, Audit>;
  }
  export default function lighthouse(
    url: string,
    flags: { port: number; logLevel: "error"; output: "json" },
  ): Promise<{ lhr: Report }>;
}

declare module "smol-toml" {
  export function parse(text: string): unknown;
}

declare module "ws" {
  import { EventEmitter } from "node:events";

  export default class WebSocket extends EventEmitter {
    constructor(address: string, options: { perMessageDeflate: boolean; maxPayload: number });
    send(message: string): void;
    terminate(): void;
  }
}
