import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

/** What a child process may use up for one file. */
export interface Limits {
  readonly milliseconds: number;
  /** Memory as a whole: a picture of 64 megapixels takes about half of it. */
  readonly bytes: number;
}

export const ordinaryLimits: Limits = { milliseconds: 20_000, bytes: 900 * 1024 * 1024 };

const LOOK_EVERY_MS = 100;
const PAGE_BYTES = 4_096;

export interface Guard {
  /** Resolves once the process is gone. */
  readonly ended: Promise<void>;
  /** True where a limit ended it. */
  overran(): boolean;
}

/** Ends a child process that takes too long, or (on Linux, which tells) too much memory. */
export function guard(child: ChildProcess, limits: Limits): Guard {
  let overran = false;
  const end = () => {
    overran = true;
    child.kill("SIGKILL");
  };
  const patience = setTimeout(end, limits.milliseconds);
  const looking = setInterval(() => {
    void memoryOf(child.pid).then((bytes) => {
      if (bytes > limits.bytes) end();
    });
  }, LOOK_EVERY_MS);
  const ended = waitFor(child).then((signal) => {
    clearTimeout(patience);
    clearInterval(looking);
    // V8 ends itself so when its heap is full.
    if (signal === "SIGABRT" || child.exitCode === 134) overran = true;
  });
  return { ended, overran: () => overran };
}

async function waitFor(child: ChildProcess): Promise<NodeJS.Signals | null> {
  if (child.pid === undefined) return null;
  const [, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return signal;
}

/** Resident memory of a process; 0 where the system does not tell. */
async function memoryOf(pid: number | undefined): Promise<number> {
  if (process.platform !== "linux" || pid === undefined) return 0;
  const text = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(text.split(" ")[1] ?? 0) * PAGE_BYTES;
}
