import { randomBytes } from "node:crypto";
import { statfs, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Portal } from "./context.ts";

export const readinessCodes = ["database", "disk", "keys"] as const;
export type ReadinessCode = (typeof readinessCodes)[number];

/** Less free space than this and the portal says so before it fails. */
const LEAST_FREE_BYTES = 32 * 1024 * 1024;
const PATIENCE_MS = 3_000;

/** What keeps the portal from serving, by code; empty when nothing does. */
export async function notReady(portal: Portal): Promise<ReadinessCode[]> {
  const checks: Record<ReadinessCode, () => Promise<void>> = {
    database: () => portal.store.ping(),
    disk: () => writeProbe(portal.env.DATA_DIR),
    keys: async () => sealAndOpen(portal),
  };
  const passed = await Promise.all(readinessCodes.map((code) => passes(checks[code])));
  return readinessCodes.filter((_, place) => !passed[place]);
}

async function passes(check: () => Promise<void>): Promise<boolean> {
  let patience: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    patience = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const done = check().then(
    () => true,
    () => false,
  );
  return Promise.race([done, tooLong]).finally(() => clearTimeout(patience));
}

async function writeProbe(folder: string): Promise<void> {
  const probe = path.join(folder, `.ready-${randomBytes(6).toString("hex")}`);
  await writeFile(probe, "ready");
  await unlink(probe);
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < LEAST_FREE_BYTES) throw new Error("the disk is nearly full");
}

function sealAndOpen({ store }: Portal): void {
  const { keys } = store.read;
  const key = keys.newDataKey("ready");
  if (keys.open(key, "ready", "probe", keys.seal(key, "ready", "probe", "ready")) !== "ready") {
    throw new Error("the key ring does not open what it sealed");
  }
}
