// Starts headless Chromium and talks to it over the DevTools protocol, without a library between: only the page should be
// measured.

import { spawn, spawnSync } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** @import { Browser, Send, Tab } from "./protocol.d.ts" */

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
  // Chromium's sandbox does not work for root, which most containers run as.
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** How long a command may take, in milliseconds. */
const TIMEOUT = 60_000;

/** The version that `chromium --version` prints; undefined where there is no Chromium. */
export const version = () => spawnSync("chromium", ["--version"], { encoding: "utf8" }).stdout?.match(/\d+(\.\d+)+/)?.[0];

/**
 * Starts a browser with a fresh profile.
 *
 * @returns {Promise<Browser>}
 */
export const launch = async () => {
  const profile = mkdtempSync(join(tmpdir(), "exhale-bench-"));
  const child = spawn("chromium", [...FLAGS, `--user-data-dir=${profile}`, "about:blank"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  // However the bench ends, no browser is left running.
  const leave = () => {
    child.kill("SIGKILL");
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.once("exit", leave);
  const address = await listening(child);
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 2 ** 28 });
  await once(socket, "open");
  /**
   * @typedef {object} Command
   * @property {string} method
   * @property {(result: never) => void} resolve
   * @property {(error: Error) => void} reject
   * @property {NodeJS.Timeout} timeout
   */
  /** @type {Map<number, Command>} */
  const pending = new Map();
  /** @type {Map<string, EventEmitter>} */
  const sessions = new Map();
  let last = 0;

  socket.on("message", (data) => {
    const { id, result, error, method, params, sessionId } = JSON.parse(data);
    if (id === undefined) {
      sessions.get(sessionId)?.emit(method, params);
      return;
    }
    const command = pending.get(id);
    pending.delete(id);
    clearTimeout(command?.timeout);
    if (error) command?.reject(new Error(`${command.method}: ${error.message}`));
    else command?.resolve(/** @type {never} */ (result));
  });

  /**
   * @param {string} [sessionId]
   * @returns {Send}
   */
  const sender =
    (sessionId) =>
    (method, params = {}) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const timeout = setTimeout(() => reject(new Error(`${method}: Chromium did not answer within a minute`)), TIMEOUT);
        pending.set(id, { resolve, reject, method, timeout });
        socket.send(JSON.stringify({ id, method, params, sessionId }));
      });
  const send = sender();

  /**
   * Opens a tab in a context of its own: no cache, no storage, nothing of what was open before.
   *
   * @returns {Promise<Tab>}
   */
  const tab = async () => {
    const { browserContextId } = await send("Target.createBrowserContext");
    const { targetId } = await send("Target.createTarget", { url: "about:blank", browserContextId });
    const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
    const events = new EventEmitter();
    sessions.set(sessionId, events);
    return {
      send: sender(sessionId),
      on: (method, listener) => events.on(method, listener),
      close: async () => {
        sessions.delete(sessionId);
        await send("Target.disposeBrowserContext", { browserContextId });
      },
    };
  };

  const close = async () => {
    const exit = once(child, "exit");
    await Promise.race([send("Browser.close").catch(() => {}), exit]);
    const kill = setTimeout(() => child.kill("SIGKILL"), 5000);
    if (child.exitCode === null && child.signalCode === null) await exit;
    clearTimeout(kill);
    socket.terminate();
    process.off("exit", leave);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  return { tab, close, port: Number(new URL(address).port) };
};

/**
 * The address that a starting Chromium listens on.
 *
 * @param {import("node:child_process").ChildProcessByStdio<null, null, import("node:stream").Readable>} child
 * @returns {Promise<string>}
 */
const listening = (child) =>
  new Promise((resolve, reject) => {
    let output = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (text) => {
      output = (output + text).slice(-10_000);
      const address = output.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (address) resolve(address);
    });
    child.on("error", () => reject(new Error("Chromium could not be started: put 'chromium' on PATH.")));
    child.on("exit", (code) => reject(new Error(`Chromium exited at once, with code ${code}. Its output:\n${output}`)));
  });
