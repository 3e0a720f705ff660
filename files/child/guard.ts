import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

/** What a child process may use up for one file. */
export interface Limits {
  /** From start to end, however busy the machine is. */
  readonly milliseconds: number;
  /** Of a processor. */
  readonly processorMs: number;
  /** Memory as a whole: a picture of 64 megapixels takes about half of it. */
  readonly bytes: number;
}

export const ordinaryLimits: Limits = { milliseconds: 60_000, processorMs: 20_000, bytes: 900 * 1024 * 1024 };

const LOOK_EVERY_MS = 100;
const PAGE_BYTES = 4_096;
/** Linux counts processor time in hundredths of a second. */
const TICK_MS = 10;

export interface Guard {
  /** Resolves once the process is gone. */
  readonly ended: Promise<void>;
  /** True where a limit ended it. */
  overran(): boolean;
}

/** Ends a child process that takes too long, or (on Linux, which tells) too much memory or processor time. */
export function guard(child: ChildProcess, limits: Limits): Guard {
  let overran = false;
  const end = () => {
    overran = true;
    child.kill("SIGKILL");
  };
  const patience = setTimeout(end, limits.milliseconds);
  const looking = setInterval(() => {
    void usedBy(child.pid).then((used) => {
      if (used.bytes > limits.bytes || used.processorMs > limits.processorMs) end();
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

/** What a process has used up so far; nothing where the system does not tell. */
async function usedBy(pid: number | undefined): Promise<{ bytes: number; processorMs: number }> {
  if (process.platform !== "linux" || pid === undefined) return { bytes: 0, processorMs: 0 };
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name of the program, in brackets, may hold anything; the fields after it are counted from 3.
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [user = 0, system = 0, pages = 0] = [fields[14 - 3], fields[15 - 3], fields[24 - 3]];
  return { bytes: pages * PAGE_BYTES, processorMs: (user + system) * TICK_MS };
}
