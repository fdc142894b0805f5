// The real window for a test: a display of its own, WebKit's driver, and a session with the desktop program in it.
import { spawn } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const { remote } = await import(pathToFileURL(require.resolve("webdriverio")));

/** A machine that builds something else at the same time is slow; nothing waits longer than it must. */
export const PATIENCE = 120_000;

const groups = [];

/** Starts a server in a process group of its own, so that ending the group ends what it started. */
function start(command, args, options) {
  const server = spawn(command, args, { detached: true, ...options });
  server.on("error", (error) => console.error(`${command}: ${error.message}`));
  groups.push(server);
  return server;
}

export function endAll() {
  for (const server of groups.reverse()) {
    try {
      process.kill(-server.pid, "SIGKILL");
    } catch (error) {
      if (error.code !== "ESRCH") throw error;
    }
  }
}

/** Lets Xvfb pick a free display and say which. */
async function startDisplay() {
  const server = start("Xvfb", ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error("Xvfb did not start")), PATIENCE);
    server.once("exit", (code) => fail(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3].once("data", (number) => {
      clearTimeout(late);
      done(`:${String(number).trim()}`);
    });
  });
}

function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

/** A display of its own and, on it, WebKit's driver, whose windows keep their data in `folder`. */
export async function startDriver(folder, display) {
  const on = display ?? (await startDisplay());
  const port = await freePort();
  const environment = {
    ...process.env,
    DISPLAY: on,
    GDK_BACKEND: "x11",
    HOME: folder,
    XDG_DATA_HOME: join(folder, "data"),
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_CACHE_HOME: join(folder, "cache"),
    // The system's dialogs remember nothing.
    GSETTINGS_BACKEND: "memory",
    TAURI_AUTOMATION: "true",
    TAURI_WEBVIEW_AUTOMATION: "true",
  };
  // A test must not meet the window that somebody has open.
  delete environment.DBUS_SESSION_BUS_ADDRESS;
  delete environment.XDG_RUNTIME_DIR;
  delete environment.WAYLAND_DISPLAY;
  start("WebKitWebDriver", [`--port=${port}`], { env: environment, stdio: ["ignore", "inherit", "inherit"] });
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null);
    if (answer?.ok) return { port, display: on };
    await pause(100);
  }
  throw new Error("WebKitWebDriver does not answer");
}

/** Whether a process of that program runs on the display. */
function runs(binary, display) {
  return readdirSync("/proc")
    .filter((entry) => /^\d+$/.test(entry))
    .some((entry) => {
      try {
        return (
          readlinkSync(`/proc/${entry}/exe`) === binary &&
          readFileSync(`/proc/${entry}/environ`, "utf8").split("\0").includes(`DISPLAY=${display}`)
        );
      } catch {
        // It ended while it was looked at, or is somebody else's.
        return false;
      }
    });
}

/** Waits until the program has ended. The driver is not asked: it leaves what it was asked while its window went unanswered. */
export async function ended(binary, display) {
  const end = Date.now() + PATIENCE;
  while (runs(binary, display)) {
    if (Date.now() > end) throw new Error("the window stays");
    await pause(200);
  }
}

/** Starts the program and answers the session that drives its window. */
export function openWindow(port, binary) {
  return remote({
    hostname: "127.0.0.1",
    port,
    path: "/",
    logLevel: "error",
    connectionRetryTimeout: PATIENCE,
    capabilities: {
      "wdio:enforceWebDriverClassic": true,
      "webkitgtk:browserOptions": { binary, args: [] },
    },
  });
}
