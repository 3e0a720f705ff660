import type { Actor } from "../../domain/actor.ts";
import type { OfficeAct } from "../../domain/acts.ts";
import { mayEver } from "../../domain/permissions.ts";
import { Refusal } from "../../domain/refusal.ts";
import { appendEvent, nextPosition } from "../../../db/events.ts";
import type { EventData } from "../../../db/schema.ts";
import type { Tx } from "../../../db/store.server.ts";
import { signatureOf } from "./change-case.ts";

/**
 * Lets pass who may do an act on the office itself: the roles of the matrix,
 * and the operator at the machine, who is the system. To anybody else what is
 * managed there does not exist.
 */
export function mustManage(actor: Actor, act: OfficeAct): void {
  if (actor.kind !== "system" && !mayEver(actor, act)) throw new Refusal("not-found");
}

/** Appends an event to the stream of a person or an agency, whose row this transaction has already written. */
export async function recordOfficeEvent(
  tx: Tx,
  actor: Actor,
  stream: string,
  type: string,
  data: EventData,
  now: Date,
): Promise<void> {
  const position = await nextPosition(tx, stream);
  await appendEvent(tx, stream, position, { ...signatureOf(actor), type, at: now, seenBy: "office", data });
}
