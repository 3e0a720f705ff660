import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FilePlace, FileRefusal, FileType } from "../../app/domain/attachments.ts";
import { byteReader } from "./byte-reader.ts";
import { frame, HEAD_LENGTH_BYTES, HELLO, MAX_HEAD_BYTES } from "./frame.ts";
import { guard, type Limits, ordinaryLimits } from "./guard.ts";

/** A child's verdict; `size` counts the cleaned bytes that follow it. */
type Verdict =
  | { readonly refusal: FileRefusal; readonly size: 0 }
  | { readonly refusal: null; readonly type: FileType; readonly place: FilePlace | null; readonly size: number };

/**
 * Looks into a file in a child process with limits on time and memory, without
 * the environment, and without any right to write, to start programs or to read
 * outside of the project. The file streams in, the cleaned copy streams out to
 * `keep` as it comes: this process never holds either whole, and nothing
 * readable touches a disk. A child that overruns its limits is ended, and the
 * file refused. Throws when `content` or `keep` does, or no child can start.
 */
export async function lookApart(
  name: string,
  content: AsyncIterable<Buffer>,
  keep: (clean: AsyncIterable<Buffer>) => Promise<unknown>,
  limits: Limits = ordinaryLimits,
): Promise<Verdict> {
  const child = startChild();
  const watch = guard(child, limits);
  const feeding = feed(child, name, content);
  try {
    const verdict = await readAnswer(child, keep);
    if (verdict !== null) return verdict;
    await watch.ended;
    if ((await feeding) !== null) throw await feeding;
    return { refusal: watch.overran() ? "bomb" : "broken", size: 0 };
  } catch (error) {
    child.kill("SIGKILL");
    throw (await feeding) ?? error;
  } finally {
    child.kill("SIGKILL");
    child.stdout.destroy();
    await watch.ended;
  }
}

/** Null when the child ended before it had said everything. */
async function readAnswer(
  child: ChildProcess & { stdout: Readable },
  keep: (clean: AsyncIterable<Buffer>) => Promise<unknown>,
): Promise<Verdict | null> {
  const reader = byteReader(child.stdout);
  const hello = await reader.take(HELLO.length);
  if (!hello?.equals(HELLO)) throw new Error("the process that looks into files did not start");
  const length = (await reader.take(HEAD_LENGTH_BYTES))?.readUInt32BE(0) ?? 0;
  const head = length > 0 && length <= MAX_HEAD_BYTES ? await reader.take(length) : null;
  if (head === null) return null;
  const verdict = JSON.parse(head.toString("utf8")) as Verdict;
  if (verdict.refusal !== null) return verdict;
  await keep(reader.rest());
  return reader.taken() === HELLO.length + HEAD_LENGTH_BYTES + length + verdict.size ? verdict : null;
}

/** Sends name and bytes; resolves with what went wrong on the side of the content, which a child that ends early does not. */
async function feed(child: ChildProcess, name: string, content: AsyncIterable<Buffer>): Promise<unknown> {
  let failure: unknown = null;
  async function* whole() {
    yield frame({ name });
    // Only what reading throws counts: a pipe that breaks throws into `yield`.
    const parts = content[Symbol.asyncIterator]();
    try {
      for (;;) {
        const next = await parts.next().catch((error: unknown) => {
          failure = error;
          child.kill("SIGKILL");
        });
        if (!next || next.done === true) return;
        yield next.value;
      }
    } finally {
      await parts.return?.();
    }
  }
  if (child.stdin) await pipeline(Readable.from(whole(), { objectMode: true }), child.stdin).catch(() => {});
  return failure;
}

/** Old space of V8 in megabytes; pictures and files lie outside of it and are bounded by the guard. */
const HEAP_MB = 384;

function startChild() {
  const main = path.join(projectFolder(), "files", "child", "main.ts");
  const readable = [projectFolder(), realpathSync(path.join(projectFolder(), "node_modules"))];
  const flags = [
    "--no-warnings",
    `--max-old-space-size=${HEAP_MB}`,
    "--max-semi-space-size=16",
    "--permission",
    "--allow-addons",
    ...readable.map((folder) => `--allow-fs-read=${folder}`),
  ];
  // Windows finds its own libraries by SystemRoot; nothing else of the environment is passed on.
  const { SystemRoot } = process.env;
  const child = spawn(process.execPath, [...flags, main], {
    stdio: ["pipe", "pipe", "ignore"],
    env: { NODE_ENV: "production", ...(SystemRoot ? { SystemRoot } : {}) },
    cwd: path.parse(process.execPath).root,
    windowsHide: true,
  });
  // Told by the missing hello.
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  return child;
}

/** The project's root, whether this runs bundled or from source: the child always runs from source. */
function projectFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, "package.json"))) {
    const parent = path.dirname(folder);
    if (parent === folder) throw new Error("the project's package.json is not above this file");
    folder = parent;
  }
  return folder;
}
