import { randomBytes } from "node:crypto";
import { type DeliveryRow, dueDeliveries, settleDelivery } from "../../db/deliveries.ts";
import { endLease, takeLease } from "../../db/leases.ts";
import { activeSystems, secretsOf, type SystemRow } from "../../db/systems.ts";
import type { Store } from "../../db/store.server.ts";
import { failToTell } from "../commands/steps/fail-delivery.ts";
import { newsBody } from "../http/system-news.ts";
import { signatureOf, systemHeaders } from "../http/system-signature.ts";
import { type Outward, postToSystem } from "./post-to-system.ts";

export interface SystemsJob {
  readonly store: Store;
  /** The portal's address without a slash at the end. */
  readonly publicUrl: string;
  readonly clock: () => Date;
  readonly outward: Outward;
  readonly log?: { warn(fields: { job: string; errorCode: string }, event: string): void };
}

/** How the deliveries of one pass ended. `failed` ones are tried again; `dead` ones wait for a person. */
export type Told = Record<"delivered" | "failed" | "dead" | "dropped", number>;

/** Deliveries to one system in a pass at the most; the next pass goes on. */
const PER_PASS = 100;
const AT_ONCE = 10;
/** Far longer than ten attempts that time out: another process takes over only when this one is gone. */
const LEASE_MS = 5 * 60_000;
const LEASE = "tell-systems";

/**
 * One pass over what connected systems are to be told. One process at a time
 * does it: to one system things are told one after the other, to several side by
 * side. Whoever dies between telling and noting it tells it again under the same
 * id. Where something fails, that system is left alone until the next pass.
 */
export async function tellSystems(job: SystemsJob): Promise<Told> {
  const total: Told = { delivered: 0, failed: 0, dead: 0, dropped: 0 };
  const { store, clock } = job;
  const waiting: SystemRow[] = [];
  for (const system of await activeSystems(store.read)) {
    if ((await dueDeliveries(store.read, system.id, clock(), 1)).length > 0) waiting.push(system);
  }
  if (waiting.length === 0) return total;
  const holder = randomBytes(8).toString("hex");
  const keep = () => {
    const now = clock();
    return store.write((tx) => takeLease(tx, LEASE, holder, now, new Date(now.getTime() + LEASE_MS)));
  };
  if (!(await keep())) return total;
  try {
    await Promise.all(waiting.map((system) => tellOne(job, system, keep, total)));
  } finally {
    await store.write((tx) => endLease(tx, LEASE, holder));
  }
  return total;
}

async function tellOne(job: SystemsJob, system: SystemRow, keep: () => Promise<boolean>, total: Told): Promise<void> {
  for (let told = 0; told < PER_PASS; told += AT_ONCE) {
    const due = await dueDeliveries(job.store.read, system.id, job.clock(), AT_ONCE);
    for (const delivery of due) {
      const ending = await deliver(job, system, delivery);
      total[ending] += 1;
      if (ending === "failed" || ending === "dead") return;
    }
    if (due.length < AT_ONCE || !(await keep())) return;
  }
}

async function deliver(job: SystemsJob, system: SystemRow, delivery: DeliveryRow): Promise<keyof Told> {
  const { store, publicUrl, outward, log } = job;
  const now = job.clock();
  const body = await newsBody(store.read, delivery, publicUrl, now);
  if (body === null) {
    await store.write((tx) => settleDelivery(tx, delivery, "dropped", now));
    return "dropped";
  }
  const seconds = Math.floor(now.getTime() / 1000);
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": "CauNoi/1",
    [systemHeaders.delivery]: delivery.publicId,
    [systemHeaders.event]: delivery.event,
    [systemHeaders.timestamp]: String(seconds),
    [systemHeaders.signature]: signatureOf(secretsOf(store.read, system, now), seconds, body),
  };
  const failure = await postToSystem({ url: system.url, headers, body }, outward);
  const ended = job.clock();
  if (failure === null) {
    await store.write((tx) => settleDelivery(tx, delivery, "delivered", ended));
    return "delivered";
  }
  log?.warn({ job: LEASE, errorCode: failure.code }, "a connected system was not told");
  const state = await store.write((tx) => failToTell(tx, system, delivery, failure, ended));
  return state === "dead" ? "dead" : "failed";
}
