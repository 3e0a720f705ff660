import type { Actor } from "../domain/actor.ts";
import { noteFileCheck, type NoteFileCheck } from "../commands/note-file-check.ts";
import { type AttachmentRow, claimFiles, hasFilesToCheck, nameOf } from "../../db/attachments.ts";
import type { Store } from "../../db/store.server.ts";
import type { BlobStore } from "../../files/blob-store.ts";
import { checkFile, scanAgain } from "../../files/check-file.ts";
import { removePieces } from "../../files/pieces.ts";
import type { Portal } from "../http/context.ts";
import { describeError } from "../http/perform.ts";

export interface FileCheckJob {
  readonly store: Store;
  readonly blobs: BlobStore;
  /** Null where no scanner is set up. */
  readonly clamdUrl: string | null;
  readonly clock: () => Date;
  readonly onError: (error: unknown) => void;
}

/** The job as a portal's settings have it. */
export function fileCheckJob({ store, blobs, clock, env, log }: Portal): FileCheckJob {
  const onError = (error: unknown) => log.error({ job: "check-attachments", ...describeError(error) }, "job failed");
  return { store, blobs, clamdUrl: env.CLAMD_URL ?? null, clock, onError };
}

const system: Actor = { kind: "system" };
/** Longer than any look takes; a process that dies gives its files back after it. */
const LEASE_MS = 5 * 60_000;
/** Files looked into at the same time by one process. */
const AT_ONCE = 2;
const PER_PASS = 50;

/**
 * One pass over the files that wait to be looked into or scanned; only over one
 * of them when its id is given. Any number of processes may run it: each file
 * is leased to one. Returns how many were looked into.
 */
export async function checkAttachments(job: FileCheckJob, publicId?: string): Promise<number> {
  const { store, clock } = job;
  let done = 0;
  while (done < PER_PASS && (await hasFilesToCheck(store.read, clock()))) {
    const until = new Date(clock().getTime() + LEASE_MS);
    const limits = { limit: AT_ONCE, ...(publicId === undefined ? {} : { publicId }) };
    const claimed = await store.write((tx) => claimFiles(tx, clock(), until, limits));
    if (claimed.length === 0) break;
    await Promise.all(claimed.map((row) => checkOne(job, row)));
    done += claimed.length;
    if (publicId !== undefined) break;
  }
  return done;
}

async function checkOne(job: FileCheckJob, row: AttachmentRow): Promise<void> {
  const { store, blobs, clock } = job;
  const found = await lookInto(job, row);
  const kept = await store.write((tx) => noteFileCheck(tx, system, { row, found }, clock()));
  // Nobody may open what was refused, and nothing keeps what was taken back: the bytes go, the row tells why.
  const refused = found !== null && (found.scan === "infected" || ("state" in found && found.state === "refused"));
  if (!kept || refused) await removePieces(blobs, row.publicId);
}

async function lookInto(job: FileCheckJob, row: AttachmentRow): Promise<NoteFileCheck["found"]> {
  const { store, blobs, clamdUrl, onError } = job;
  const whole = { store: { blobs, keys: store.read.keys }, file: row, size: row.size, clamdUrl };
  try {
    if (row.state === "checking") return await checkFile({ ...whole, name: nameOf(store.read, row) });
    return { scan: await scanAgain(whole) };
  } catch (error) {
    onError(error);
    return null;
  }
}
