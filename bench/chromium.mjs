// Starts headless Chromium and speaks the DevTools protocol with it, with nothing between: what a page costs is what is measured.

import { spawn, spawnSync } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

const FLAGS = [
  "--headless",
  "--remote-debugging-port=0",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-default-apps",
  "--disable-extensions",
  "--disable-sync",
  "--hide-scrollbars",
  "--mute-audio",
  // Chromium's sandbox cannot be set up by root, who runs most containers.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** How long an answer over the protocol may take, in milliseconds. */
const PATIENCE = 60_000;

/** What `chromium --version` says, or nothing where there is no Chromium. */
export const version = () => spawnSync("chromium", ["--version"], { encoding: "utf8" }).stdout?.match(/\d+(\.\d+)+/)?.[0];

/** A browser of its own, with a profile that nobody has used. */
export const launch = async () => {
  const profile = mkdtempSync(join(tmpdir(), "exhale-bench-"));
  const child = spawn("chromium", [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  // However the bench ends, no browser is left behind.
  const leave = () => {
    child.kill("SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.once("exit", leave);
  const address = await listening(child);
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 2 ** 28 });
  await once(socket, "open");
  const waiting = new Map();
  const sessions = new Map();
  let last = 0;

  socket.on("message", (data) => {
    const { id, result, error, method, params, sessionId } = JSON.parse(data);
    if (id === undefined) return sessions.get(sessionId)?.emit(method, params);
    const { resolve, reject, what, patience } = waiting.get(id) ?? {};
    waiting.delete(id);
    clearTimeout(patience);
    if (error) reject?.(new Error(`${what}: ${error.message}`));
    else resolve?.(result);
  });

  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      const patience = setTimeout(() => reject(new Error(`${method}: Chromium gave no answer within a minute`)), PATIENCE);
      waiting.set(id, { resolve, reject, what: method, patience });
      socket.send(JSON.stringify({ id, method, params, sessionId }));
    });

  /** A tab in a context of its own: no cache, no storage, nothing of what was open before. */
  const tab = async () => {
    const { browserContextId } = await send("Target.createBrowserContext");
    const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const events = new EventEmitter();
    sessions.set(sessionId, events);
    return {
      send: (method, params) => send(method, params, sessionId),
      on: (method, then) => events.on(method, then),
      close: async () => {
        sessions.delete(sessionId);
        await send("Target.disposeBrowserContext", { browserContextId });
      },
    };
  };

  const close = async () => {
    const gone = once(child, "exit");
    await Promise.race([send("Browser.close").catch(() => {}), gone]);
    const force = setTimeout(() => child.kill("SIGKILL"), 5000);
    if (child.exitCode === null && child.signalCode === null) await gone;
    clearTimeout(force);
    socket.terminate();
    process.off("exit", leave);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  return { tab, close, port: Number(new URL(address).port) };
};

/** The address that a starting Chromium says it listens on. */
const listening = (child) =>
  new Promise((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => {
      said = (said + text).slice(-10_000);
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (address) resolve(address);
    });
    child.on("error", () => reject(new Error("Chromium could not be started: put 'chromium' on PATH.")));
    child.on("exit", (code) => reject(new Error(`Chromium ended at once, with code ${code}. It said:\n${said}`)));
  });
