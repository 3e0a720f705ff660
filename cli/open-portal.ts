import { existsSync, mkdirSync } from "node:fs";
import { pino } from "pino";
import { type Env, readEnv } from "../app/env.server.ts";
import type { Log, Portal } from "../app/http/context.ts";
import { makeCaseWatch } from "../app/http/case-watch.ts";
import { makeRateLimiter } from "../app/http/rate-limit.ts";
import { fillFigures } from "../app/jobs/keep-figures.ts";
import { checkKeys } from "../db/key-check.ts";
import { loadKeyring } from "../db/keyring.server.ts";
import { loadReference } from "../db/reference.ts";
import { openStore } from "../db/store.server.ts";
import { openBlobStore } from "../files/blob-store.ts";

/** Everything a command of the operator works with: environment, keys, a migrated database with its reference data. */
export async function openPortal(overrides: Partial<Record<keyof Env, string>> = {}): Promise<Portal> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const env = readEnv({ ...process.env, ...overrides });
  mkdirSync(env.DATA_DIR, { recursive: true });
  const host = new URL(env.PUBLIC_URL).host;
  const store = await openStore(env.DATABASE_URL, loadKeyring(env.KEYRING_FILE), host, env.MAIL_HOLD_SECONDS * 1000);
  await checkKeys(store);
  await loadReference(store);
  await fillFigures(store);
  const clock = () => new Date();
  return {
    env,
    store,
    blobs: openBlobStore(env.ATTACHMENTS_URL),
    clock,
    limiter: makeRateLimiter(env.RATE_LIMITS === "on", Date.now),
    watch: makeCaseWatch(store, clock),
    log: makeLog(env.LOG_LEVEL),
  };
}

/** JSON lines on standard output; the type of `Log` is the allow-list of fields. */
function makeLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}
