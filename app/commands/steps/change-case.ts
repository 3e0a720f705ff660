import { findMove, type MovingAct, type Status, staysPublic, type Visibility } from "../../domain/case-status.ts";
import { onBehalfOf } from "../../domain/case-desk.ts";
import type { Actor } from "../../domain/actor.ts";
import { categoryOf } from "../../domain/takedown.ts";
import { caseActs } from "../../domain/acts.ts";
import { Refusal } from "../../domain/refusal.ts";
import { deskOf } from "../../domain/holding.ts";
import { type Agency, findAgency, standingBody } from "../../../db/agencies.ts";
import { markTakenUp } from "../../../db/case-keys.ts";
import { type CaseRow, updateCase } from "../../../db/cases.ts";
import { rememberAct } from "../../../db/done-acts.ts";
import { appendEvent, caseStream, type NewEvent } from "../../../db/events.ts";
import { refreshPublication } from "../../../db/publications.ts";
import { logTakedown } from "../../../db/takedowns.ts";
import type { EventData } from "../../../db/schema.ts";
import type { Tx } from "../../../db/store.server.ts";
import { countFigures } from "./count-figures.ts";
import { keepClocks } from "./keep-clocks.ts";
import { keepCollective } from "./keep-collective.ts";
import { notifyOfChange } from "./notify.ts";
import { tellSystems } from "./tell-systems.ts";

export interface CaseChange {
  /** What happened, as the event tells it. */
  readonly type: string;
  readonly set?: Partial<CaseRow>;
  readonly data?: EventData;
  /** Who sees that it happened; a move has this from the table of moves. */
  readonly seenBy?: Visibility;
}

/** Moves a case along the table of moves: saves it, appends the event, refreshes its public projection. */
export async function moveCase(
  tx: Tx,
  actor: Actor,
  row: CaseRow,
  act: MovingAct,
  to: Status,
  /** `type` tells the event by another name than the act's. */
  change: Omit<CaseChange, "type" | "seenBy"> & { readonly type?: string },
  now: Date,
): Promise<CaseRow> {
  const move = findMove(row.status, to, act);
  if (!move) throw new Refusal("wrong-state");
  // Whoever of the office moves a case has taken in what the submitter wrote.
  const heard = actor.kind === "staff" ? { heardAt: null } : {};
  const set = { ...heard, ...change.set, status: to };
  return save(tx, actor, row, { type: act, ...change, seenBy: move.seenBy, set }, now);
}

/** Records something on a case that does not move it. */
export async function changeCase(tx: Tx, actor: Actor, row: CaseRow, change: CaseChange, now: Date): Promise<CaseRow> {
  return save(tx, actor, row, change, now);
}

/** The work lies at the lead agency itself. */
export const noUnit = { unitId: null, unitDueAt: null, unitApproves: false };

/** Nothing of the case is public, and nothing of it waits to be. */
const notPublic = { published: false, proposedAt: null, publishAt: null, objectedAt: null };

async function save(tx: Tx, actor: Actor, row: CaseRow, change: CaseChange, now: Date): Promise<CaseRow> {
  const status = change.set?.status ?? row.status;
  const takenDown = staysPublic(status) ? {} : notPublic;
  // A unit belongs to its lead agency: another one begins without.
  const unit = change.set?.agencyId === undefined || change.set.unitId !== undefined ? {} : noUnit;
  const clocks = await keepClocks(tx, row, { ...change.set, ...unit }, now);
  const updated = await updateCase(tx, row, { ...clocks, ...takenDown });
  if (!updated) throw new Refusal("stale");
  const allowance = sameMoment(row.allowanceDueAt, updated.allowanceDueAt) ? {} : allowanceOf(updated);
  await recordCaseEvent(
    tx,
    actor,
    updated,
    { ...change, data: { ...allowance, ...behalfOf(actor, row, change.type), ...change.data } },
    now,
    row.status,
  );
  if (actor.kind === "staff") {
    const done = { staffId: actor.staffId, act: change.type, before: row, after: updated };
    await rememberAct(tx, done, now);
  }
  await countFigures(tx, row, updated, change.type);
  await markTakenUp(tx, row, updated);
  await keepCollective(tx, row, updated, now);
  const category = row.published && !updated.published ? categoryOf(updated.status) : null;
  if (category) await logTakedown(tx, updated, { act: "taken-down", category }, now);
  if (row.published) await refreshPublication(tx, updated, change.seenBy === "public" ? now : null);
  await notifyOfChange(tx, actor, row, updated, change.type, now);
  await tellSystems(tx, actor, row, updated, change, now);
  return updated;
}

/** Whom the actor stood in for with this act; nothing when it was their own. */
function behalfOf(actor: Actor, row: CaseRow, type: string): EventData {
  const act = caseActs.find((known) => known === type);
  if (actor.kind !== "staff" || actor.standIns.length === 0 || act === undefined) return {};
  const absent = onBehalfOf(actor, act, row);
  return absent ? { onBehalfId: absent.staffId } : {};
}

/** Appends the event of a case's newest version, with the actor's name and agency as they are now. */
export async function recordCaseEvent(
  tx: Tx,
  actor: Actor,
  row: CaseRow,
  change: CaseChange,
  now: Date,
  from: Status | null,
): Promise<void> {
  const { agencyId, unitId } = change.set ?? {};
  const moved = from !== row.status || agencyId !== undefined || unitId !== undefined;
  const holder = moved ? await holderOf(tx, row) : null;
  const holding: EventData = holder
    ? { holderId: holder.id, holderVi: holder.nameVi, holderEn: holder.nameEn, ...allowanceOf(row) }
    : {};
  await appendEvent(tx, caseStream(row.id), row.version, {
    ...signatureOf(actor),
    type: change.type,
    at: now,
    fromStatus: moved ? from : null,
    toStatus: moved ? row.status : null,
    seenBy: change.seenBy ?? "office",
    data: { ...holding, ...batchOf(actor), ...change.data },
  });
}

/** The act on many cases at once of which this one is a part. */
function batchOf(actor: Actor): EventData {
  return actor.kind === "staff" && actor.batchId !== undefined ? { batchId: actor.batchId } : {};
}

type Signature = Pick<NewEvent, "actorKind" | "actorId" | "actorName" | "agencyId" | "agencyVi" | "agencyEn">;

/** Who acted, as an event keeps it. A submitter is never named. */
export function signatureOf(actor: Actor): Signature {
  if (actor.kind !== "staff") {
    return { actorKind: actor.kind, actorId: null, actorName: "", agencyId: null, agencyVi: "", agencyEn: "" };
  }
  return {
    actorKind: "staff",
    actorId: actor.staffId,
    actorName: actor.name,
    agencyId: actor.agencyId,
    agencyVi: actor.agencyVi,
    agencyEn: actor.agencyEn,
  };
}

/** The body at whose desk the case lies, or null once nobody owes anything. */
async function holderOf(tx: Tx, row: CaseRow): Promise<Agency | null> {
  const desk = deskOf(row);
  if (desk === "standing") return standingBody(tx);
  return desk === null ? null : findAgency(tx, desk);
}

/** When the allowance of the desk ends, as an event tells it. */
function allowanceOf({ allowanceDueAt }: CaseRow): EventData {
  return allowanceDueAt ? { allowanceDueAt: allowanceDueAt.toISOString() } : {};
}

function sameMoment(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
