import { randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { readPublicRemovals, readPublicVersion } from "../../db/counters.ts";
import { endLease, takeLease } from "../../db/leases.ts";
import type { Store } from "../../db/store.server.ts";
import type { OpenDataFile } from "../http/open-data-file.ts";
import {
  CURRENT,
  describeFiles,
  type MadeFile,
  type MadeSet,
  openDataFolder,
  readMadeSet,
} from "../http/open-data-folder.ts";
import { replaceFile, syncFolder, writeOpenData } from "./write-open-data.ts";

export interface OpenDataJob {
  readonly store: Store;
  readonly dataDir: string;
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly files: readonly OpenDataFile[];
}

/** New files at most this often while only something was added; and never for more than a twentieth of the time. */
const LEAST_PAUSE_MS = 10 * 60_000;
const SHARE = 20;
/** Even where nothing has changed: figures of today are other ones tomorrow. */
const DAY_MS = 24 * 3600 * 1000;
/** For how long one process has the making in hand unless it says that it goes on. */
const LEASE_MS = 5 * 60_000;
const holder = randomBytes(8).toString("hex");

/**
 * Makes the files of open data anew where they are out of date: at once when
 * something has left the public pages, else at intervals. All files of a set
 * are of one moment; the set takes the place of the former one in one step, and
 * the former one is removed. Of several processes with one folder one does it.
 * Returns whether a set was made.
 */
export async function makeOpenData(job: OpenDataJob): Promise<boolean> {
  const folder = openDataFolder(job.dataDir);
  await mkdir(folder, { recursive: true });
  if (!(await isOutOfDate(job, await readMadeSet(folder)))) return false;
  const lease = `open-data/${await idOf(folder)}`;
  const keep = async () => {
    const now = job.clock();
    return job.store.write((tx) => takeLease(tx, lease, holder, now, new Date(now.getTime() + LEASE_MS)));
  };
  if (!(await keep())) return false;
  try {
    await makeSet(job, folder, keep);
    return true;
  } finally {
    await job.store.write((tx) => endLease(tx, lease, holder));
  }
}

async function isOutOfDate({ store, clock, files }: OpenDataJob, made: MadeSet | null): Promise<boolean> {
  if (!made || made.described !== describeFiles(files)) return true;
  if ((await readPublicRemovals(store.read)) !== made.removals) return true;
  const age = clock().getTime() - Date.parse(made.madeAt);
  if (age >= DAY_MS) return true;
  const due = age >= Math.max(LEAST_PAUSE_MS, made.tookMs * SHARE);
  return due && (await readPublicVersion(store.read)) !== made.version;
}

async function makeSet(job: OpenDataJob, folder: string, keep: () => Promise<boolean>): Promise<void> {
  const name = randomBytes(8).toString("hex");
  const target = path.join(folder, name);
  await mkdir(target);
  const now = job.clock();
  try {
    const made = await job.store.snapshot(async (db) => {
      const version = await readPublicVersion(db);
      const removals = await readPublicRemovals(db);
      const files: MadeFile[] = [];
      for (const file of job.files) {
        files.push(...(await writeOpenData(file, { db, publicUrl: job.publicUrl, now }, target)));
        if (!(await keep())) throw new Error("another process makes the open data");
      }
      return { version, removals, files };
    });
    await syncFolder(target);
    const tookMs = job.clock().getTime() - now.getTime();
    const set: MadeSet = {
      folder: name,
      described: describeFiles(job.files),
      madeAt: now.toISOString(),
      tookMs,
      ...made,
    };
    await replaceFile(path.join(folder, CURRENT), JSON.stringify(set, null, 2));
    await syncFolder(folder);
  } catch (error) {
    await rm(target, { recursive: true, force: true });
    throw error;
  }
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== name)
      await rm(path.join(folder, entry.name), { recursive: true, force: true });
  }
}

/** The folder's own name: processes that share a folder share its lease. */
async function idOf(folder: string): Promise<string> {
  const file = path.join(folder, "id");
  await writeFile(file, randomBytes(8).toString("hex"), { flag: "wx" }).catch(() => {});
  return (await readFile(file, "utf8")).trim();
}
