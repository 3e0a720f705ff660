import type { Actor } from "../domain/actor.ts";
import type { EventRow } from "../../db/events.ts";
import { caseOf, codesOf, placeEvents, waitingEvents } from "../../db/ledger/entries.ts";
import { giveSalt, saltsOf } from "../../db/ledger/salts.ts";
import { holdLedger, saveLedger } from "../../db/ledger/state.ts";
import { appendHashes } from "../../db/ledger/tiles.ts";
import { commitmentOf } from "../../db/ledger/told.ts";
import { placeTexts, waitingTexts } from "../../db/ledger/wordings.ts";
import type { Tx } from "../../db/store.server.ts";
import { Refusal } from "../domain/refusal.ts";

/**
 * Puts the first events of cases that wait, `most` of them, into the public log,
 * and after them the texts that wait. Returns how many. Any number of processes
 * may do so at once.
 */
export async function appendToLedger(
  tx: Tx,
  actor: Actor,
  { most }: { readonly most: number },
  now: Date,
): Promise<number> {
  if (actor.kind !== "system") throw new Refusal("forbidden");
  const { size } = await holdLedger(tx);
  const waiting = await waitingEvents(tx, most);
  const texts = waiting.length < most ? await waitingTexts(tx, most - waiting.length) : [];
  const taken = waiting.length + texts.length;
  if (taken === 0) return 0;
  const hashes = [...(await commitmentsOf(tx, waiting)), ...(await placeTexts(tx, texts, size + waiting.length, now))];
  await appendHashes(tx, 0, size, hashes);
  await placeEvents(
    tx,
    waiting.map(({ id }) => id),
    size,
  );
  await saveLedger(tx, { size: size + taken });
  return taken;
}

/** A commitment to each event; cases that are new to the log get their secret. */
async function commitmentsOf(tx: Tx, waiting: readonly EventRow[]): Promise<Buffer[]> {
  const caseIds = [...new Set(waiting.map(caseOf))];
  const codes = await codesOf(tx, caseIds);
  const salts = await saltsOf(tx, caseIds);
  const commitments: Buffer[] = [];
  for (const event of waiting) {
    const caseId = caseOf(event);
    const salt = salts.get(caseId) ?? (await giveSalt(tx, caseId, event.position));
    salts.set(caseId, salt);
    commitments.push(commitmentOf(salt.salt, codes.get(caseId) ?? "", event));
  }
  return commitments;
}
