import path from "node:path";
import { describe, expect, test } from "vitest";
import { loadKeyring } from "../../db/keyring.server.ts";
import { openStore } from "../../db/store.server.ts";
import { emptyDatabase, engines } from "./databases.ts";
import { type PortalProcess, startPortal } from "./portal-process.ts";

const SUBMISSIONS = 1_000;
const CLIENTS = 8;
const KILLS = 12;

interface Acknowledged {
  readonly key: string;
  readonly code: string;
  readonly secret: string | null;
}

/** Sends until it is acknowledged, with the same key each time, as a person on a bad line would. */
async function submitUntilAcknowledged(portal: PortalProcess, key: string): Promise<Acknowledged> {
  for (;;) {
    try {
      const response = await fetch(`${portal.url}/api/v1/cases`, {
        method: "POST",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify({
          kind: "feedback",
          content: `Nội dung phản ánh thử nghiệm số ${key}, gửi trong lúc máy chủ bị ngắt.`,
          reporterType: "individual",
          name: "Người Gửi Thử",
          email: "kill@example.com",
          publishConsent: "no",
        }),
      });
      if (response.status === 201 || response.status === 200) {
        const { code, secret } = (await response.json()) as { code: string; secret: string | null };
        return { key, code, secret };
      }
      await response.arrayBuffer();
    } catch {
      // The server is away; the next attempt finds it again.
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.each(engines)("on %s", (engine) => {
  test("no acknowledged submission is lost or stored twice when the process is killed", async () => {
    const databaseUrl = await emptyDatabase(engine);
    const portal = await startPortal({ databaseUrl, env: { LOG_LEVEL: "info" } });
    const acknowledged: Acknowledged[] = [];
    let next = 0;
    const client = async () => {
      while (next < SUBMISSIONS) {
        const key = `kill-${engine}-${next}`;
        next += 1;
        acknowledged.push(await submitUntilAcknowledged(portal, key));
      }
    };
    const clients = Array.from({ length: CLIENTS }, client);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const moment = Math.floor((SUBMISSIONS * (kill - Math.random())) / KILLS);
      await untilAcknowledged(acknowledged, Math.min(moment, SUBMISSIONS - 20));
      await portal.kill();
      await portal.start();
    }
    await Promise.all(clients);

    expect(new Set(acknowledged.map(({ code }) => code)).size).toBe(SUBMISSIONS);
    const stored = await storedCases(portal);
    expect(stored.codes.size).toBe(SUBMISSIONS);
    expect(acknowledged.filter(({ code }) => !stored.codes.has(code))).toEqual([]);
    expect(stored.mails).toBe(SUBMISSIONS);
    for (const { code, secret } of acknowledged.filter((item) => item.secret !== null).slice(-50)) {
      const found = await fetch(`${portal.url}/api/v1/cases/lookup`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code, secret }),
      });
      expect(found.status).toBe(200);
    }
    expect(await portal.cli("audit", "verify")).toMatchObject({ ok: true, events: SUBMISSIONS });
    await portal.stop();
  });
});

async function untilAcknowledged(list: readonly unknown[], count: number): Promise<void> {
  while (list.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
}

async function storedCases(portal: PortalProcess): Promise<{ codes: Set<string>; mails: number }> {
  const url = portal.env.DATABASE_URL ?? "";
  const store = await openStore(url, loadKeyring(path.join(portal.dataDir, "keyring.json")));
  const { cases, outbox } = store.read.tables;
  const codes = await store.read.select({ code: cases.code }).from(cases);
  const mails = await store.read.select({ id: outbox.id }).from(outbox);
  await store.close();
  return { codes: new Set(codes.map(({ code }) => code)), mails: mails.length };
}
