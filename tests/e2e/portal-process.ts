import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const root = path.join(import.meta.dirname, "../..");
const program = path.join(root, "build/server/index.js");
const run = promisify(execFile);

export interface PortalProcess {
  readonly url: string;
  readonly dataDir: string;
  readonly env: Record<string, string>;
  /** Everything that it has logged so far. */
  log(): string;
  /** Runs a command of the operator against the same database; gives what it prints with `--json`. */
  cli(...args: string[]): Promise<unknown>;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  start(): Promise<void>;
  /** Stops it in good order and removes its data. */
  stop(): Promise<void>;
}

/** Starts the built portal as a process of its own on a free port. */
export async function startPortal(
  settings: { databaseUrl?: string; env?: Record<string, string> } = {},
): Promise<PortalProcess> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), "cau-noi-e2e-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env: Record<string, string> = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "test",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: settings.databaseUrl ?? `file:${dataDir}/portal.db`,
    RATE_LIMITS: "off",
    MAIL_HOLD_SECONDS: "0",
    ...settings.env,
  };
  let child: ChildProcess | null = null;
  let log = "";

  const start = async () => {
    const started = spawn(process.execPath, [program, "start"], {
      cwd: dataDir,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      const onOutput = (chunk: Buffer) => {
        log += chunk.toString();
        if (log.includes('"msg":"listening"')) resolve();
      };
      started.stdout.on("data", onOutput);
      started.stderr.on("data", onOutput);
      started.once("exit", (code) => reject(new Error(`the portal ended with ${code}:\n${log.slice(-3000)}`)));
    });
  };
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once("exit", resolve));
    ending.kill(signal);
    await ended;
    log = "";
  };

  await start();
  return {
    url,
    dataDir,
    env,
    log: () => log,
    cli: async (...args) => {
      const { stdout } = await run(process.execPath, [program, ...args, "--json"], { cwd: dataDir, env });
      return JSON.parse(stdout);
    },
    kill: () => end("SIGKILL"),
    start,
    stop: async () => {
      await end("SIGTERM");
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
