import type { Status } from "../../domain/case-status.ts";
import { isAgencyWalledOff, isWalledOff } from "../../domain/conflict-wall.ts";
import type { Actor, Role } from "../../domain/actor.ts";
import { type Agency, findAgency } from "../../../db/agencies.ts";
import { latestAnswer, updateAnswer } from "../../../db/answers.ts";
import type { CaseRow } from "../../../db/cases.ts";
import { insertConflict, type NewConflict, wallOf } from "../../../db/conflicts.ts";
import { dropMailTo } from "../../../db/outbox.ts";
import { actorOf, activeStaff, findStaff } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";
import { changeCase, moveCase, noUnit } from "./change-case.ts";

/** The act by which a case moves, by how the conflict became known: what is detected moves it as what triage names. */
const acts = { declared: "declare-conflict", "named-by-triage": "name-conflict", detected: "name-conflict" } as const;
type Known = keyof typeof acts;
type Conflict = NewConflict & { readonly how: Known };

/** States in which an agency answers for a case. */
const atAgency: readonly Status[] = ["assigned", "in_progress", "awaiting_approval"];

/**
 * Shuts somebody out of a case: from this moment they see no trace of it, and
 * mails about it that still wait for them are dropped. Where nobody is left at
 * the unit who may do the work, it falls back to the lead agency; where nobody
 * is left there, the case goes back to triage. No clock stops.
 */
export async function wallOff(tx: Tx, actor: Actor, row: CaseRow, conflict: Conflict, now: Date): Promise<CaseRow> {
  const type = conflict.how === "detected" ? "detect-conflict" : acts[conflict.how];
  const conflictId = await insertConflict(tx, row.id, conflict, now);
  const walledOff = await wallOf(tx, row.id);
  const data = { conflictId, how: conflict.how };
  const owner = await ownerAfter(tx, row, walledOff);
  const wall = { walledOff, ...owner };
  await dropWaitingMail(tx, row, walledOff);
  const left = await whoIsLeft(tx, row, walledOff);
  if (left === "nobody") return backToTriage(tx, actor, row, acts[conflict.how], { type, set: wall, data }, now);
  const set = left === "lead" ? { ...wall, ...noUnit } : wall;
  return changeCase(tx, actor, row, { type, set, data }, now);
}

/** Takes a case from its agency back to triage, or back to the arbiter where the arbiter had assigned it. */
export async function backToTriage(
  tx: Tx,
  actor: Actor,
  row: CaseRow,
  act: (typeof acts)[Known] | "succeed",
  /** `type` tells the event by another name than the act's. */
  change: {
    readonly type?: string;
    readonly set?: Partial<CaseRow>;
    readonly data: Record<string, string | number | null>;
  },
  now: Date,
): Promise<CaseRow> {
  const set = { ...change.set, ...withoutAgency(row, now) };
  if (row.status === "waiting") {
    const resumed = { ...set, resumeStatus: "submitted" as const };
    return changeCase(tx, actor, row, { type: act, seenBy: "public", ...change, set: resumed }, now);
  }
  const answer = await latestAnswer(tx, row.id);
  // What nobody may sign any more is no answer that waits.
  if (answer?.state === "submitted") await updateAnswer(tx, answer.id, { state: "returned" });
  return moveCase(tx, actor, row, act, "submitted", { ...change, set }, now);
}

/** A case that no agency has any more; where the arbiter had assigned it, it waits for the arbiter. */
function withoutAgency(row: CaseRow, now: Date): Partial<CaseRow> {
  const arbiter = row.binding ? { binding: false, arbiterSince: now } : {};
  return { ...noUnit, ...arbiter, agencyId: null, ownerId: null };
}

/**
 * Where a case goes on that is taken up again: at the desk that had it, at the
 * lead agency where the unit may not handle it any more, else with triage.
 */
export async function deskAgain(
  tx: Tx,
  row: CaseRow,
  now: Date,
): Promise<{ to: "in_progress" | "submitted"; set: Partial<CaseRow> }> {
  if (row.agencyId === null) return { to: "submitted", set: withoutAgency(row, now) };
  const left = await whoIsLeft(tx, { ...row, status: "in_progress", walledOff: null }, row.walledOff);
  if (left === "nobody") return { to: "submitted", set: withoutAgency(row, now) };
  return { to: "in_progress", set: left === "lead" ? noUnit : {} };
}

/** True when nobody who works or signs at an agency is left for a case, though it has such people; or when it is shut out itself. */
export async function isShutOut(tx: Tx, agency: Agency, walledOff: string | null): Promise<boolean> {
  if (walledOff === null) return false;
  const works = await stillHas(tx, agency.id, "officer", null, walledOff);
  return !(works && (await stillHas(tx, agency.id, "leader", null, walledOff)));
}

async function ownerAfter(tx: Tx, row: CaseRow, walledOff: string | null): Promise<Partial<CaseRow>> {
  const owner = row.ownerId === null ? null : await findStaff(tx, row.ownerId);
  const agency = owner && (await findAgency(tx, owner.agencyId));
  return owner && agency && isWalledOff(walledOff, actorOf(owner, agency)) ? { ownerId: null } : {};
}

/** Whether the desk where the case lies still has somebody for the work and for the signature: as before, only the lead agency, or nobody. */
async function whoIsLeft(tx: Tx, row: CaseRow, walledOff: string | null): Promise<"desk" | "lead" | "nobody"> {
  const resumed = row.status === "waiting" ? row.resumeStatus : row.status;
  if (row.agencyId === null || resumed === null || !atAgency.includes(resumed)) return "desk";
  const { agencyId, unitId, unitApproves } = row;
  const works = async (id: number, role: Role) => stillHas(tx, id, role, row.walledOff, walledOff);
  if (!(await works(agencyId, "leader"))) return "nobody";
  if (unitId === null) return (await works(agencyId, "officer")) ? "desk" : "nobody";
  const unitWorks = (await works(unitId, "officer")) && (!unitApproves || (await works(unitId, "leader")));
  if (unitWorks) return "desk";
  return (await works(agencyId, "officer")) ? "lead" : "nobody";
}

/** False when the agency is shut out, or has lost the last person of a role that it had. */
async function stillHas(
  tx: Tx,
  agencyId: number,
  role: Role,
  before: string | null,
  after: string | null,
): Promise<boolean> {
  const agency = await findAgency(tx, agencyId);
  if (!agency || isAgencyWalledOff(after, agency)) return false;
  const people = (await activeStaff(tx, agencyId, [role])).map((person) => actorOf(person, agency));
  const had = people.some((person) => !isWalledOff(before, person));
  return !had || people.some((person) => !isWalledOff(after, person));
}

async function dropWaitingMail(tx: Tx, row: CaseRow, walledOff: string | null): Promise<void> {
  const excluded = new Map<number, boolean>();
  await dropMailTo(tx, row.code, async (staffId) => {
    const known = excluded.get(staffId);
    if (known !== undefined) return known;
    const person = await findStaff(tx, staffId);
    const agency = person && (await findAgency(tx, person.agencyId));
    const drops = Boolean(person && agency && isWalledOff(walledOff, actorOf(person, agency)));
    excluded.set(staffId, drops);
    return drops;
  });
}
