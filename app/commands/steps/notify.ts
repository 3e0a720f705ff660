import type { Actor } from "../../domain/actor.ts";
import { latestAnswer } from "../../../db/answers.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { caseStream, lastActorOf } from "../../../db/events.ts";
import { notify, type NotificationKind } from "../../../db/notifications.ts";
import { watchersOf } from "../../../db/watches.ts";
import type { Tx } from "../../../db/store.server.ts";

/** What the submitter writes of their own accord or in reply. */
const heardTypes: readonly string[] = ["reply", "supplement", "dispute"];
/** What is no news to whoever watches a case: half-written answers, looking at who sent it, and putting in order. */
const quietTypes: readonly string[] = [
  "draft",
  "reveal",
  "request-identity",
  "heed",
  "wake",
  "renew",
  "detect-conflict",
];

/**
 * Tells colleagues, within the portal, of a change to a case: who watches it,
 * to whom it was returned, and on whose case the submitter wrote. Nobody is
 * told of their own act. Who may not see the case is not shown it; that is
 * held against the moment of reading.
 */
export async function notifyOfChange(
  tx: Tx,
  actor: Actor,
  before: CaseRow,
  after: CaseRow,
  type: string,
  now: Date,
): Promise<void> {
  const told = new Set<number | null>([null, actor.kind === "staff" ? actor.staffId : null]);
  const actorName = actor.kind === "staff" ? actor.name : "";
  const tell = async (kind: NotificationKind, staffIds: readonly (number | null)[]) => {
    const fresh = staffIds.filter((id): id is number => !told.has(id));
    for (const id of fresh) told.add(id);
    await notify(tx, fresh, { caseId: after.id, kind, position: after.version, type, actorName }, now);
  };
  if (heardTypes.includes(type)) await tell("heard", [before.ownerId]);
  await tell("returned", await returnedTo(tx, after, type));
  if (!quietTypes.includes(type)) await tell("watched", await watchersOf(tx, after.id));
}

/** Whose work comes back by this act: the writer's of a returned answer, or who assigned what an agency refuses. */
async function returnedTo(tx: Tx, row: CaseRow, type: string): Promise<(number | null)[]> {
  if (type === "return") return [(await latestAnswer(tx, row.id))?.draftedBy ?? null];
  if (type === "return-publication") return [row.proposerId];
  if (type === "refuse") return [await lastActorOf(tx, caseStream(row.id), "assign")];
  if (type === "hand-back") return [await lastActorOf(tx, caseStream(row.id), "delegate")];
  return [];
}
