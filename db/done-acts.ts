import { and, asc, desc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import type { CaseRow } from "./cases.ts";
import type { OutboxRow } from "./outbox.ts";
import { addRow } from "./prepared.ts";
import type { RouteProposal } from "./route-proposals.ts";
import type { Tables } from "./schema.ts";
import type { Former, FormerValue } from "./schema/done-acts.ts";
import type { Db, Tx } from "./store.server.ts";

export type DoneAct = Tables["doneActs"]["$inferSelect"];

/** Remembers what an officer has just done to a case, with the columns as they were before. */
export async function rememberAct(
  tx: Tx,
  done: { readonly staffId: number; readonly act: string; readonly before: CaseRow; readonly after: CaseRow },
  now: Date,
): Promise<void> {
  const { staffId, act, before, after } = done;
  await addRow(tx, "doneActs", {
    caseId: after.id,
    version: after.version,
    staffId,
    act,
    at: now,
    before: { columns: formerValues(before, after) },
  });
}

/** The act that made this version of a case, as long as it is remembered. */
export async function findDoneAct(db: Db, row: Pick<CaseRow, "id" | "version">): Promise<DoneAct | null> {
  const { doneActs } = db.tables;
  const [found] = await db
    .select()
    .from(doneActs)
    .where(and(eq(doneActs.caseId, row.id), eq(doneActs.version, row.version)));
  return found ?? null;
}

/** Notes what an act that is remembered has changed beside the columns of its case. */
export async function rememberBeside(
  tx: Tx,
  row: Pick<CaseRow, "id" | "version">,
  beside: Omit<Former, "columns">,
): Promise<void> {
  const { doneActs } = tx.tables;
  const done = await findDoneAct(tx, row);
  if (!done) return;
  await tx
    .update(doneActs)
    .set({ before: { ...done.before, ...beside } })
    .where(eq(doneActs.id, done.id));
}

/** The id of the newest act that is remembered; 0 when none is. */
export async function newestDoneAct(tx: Tx): Promise<number> {
  const { doneActs } = tx.tables;
  const [newest] = await tx.select({ id: doneActs.id }).from(doneActs).orderBy(desc(doneActs.id)).limit(1);
  return newest?.id ?? 0;
}

/** The mails that an officer's acts have queued since an act of somebody's. */
export async function mailsOfActsSince(tx: Tx, actor: Actor, since: number): Promise<OutboxRow[]> {
  if (actor.kind !== "staff") return [];
  const { doneActs, outbox } = tx.tables;
  const ofActor = tx
    .select({ id: doneActs.id })
    .from(doneActs)
    .where(and(eq(doneActs.staffId, actor.staffId), gt(doneActs.id, since)));
  return tx.select().from(outbox).where(inArray(outbox.doneActId, ofActor)).orderBy(asc(outbox.id));
}

/** Forgets what was done before a moment. */
export async function forgetDoneActs(tx: Tx, before: Date): Promise<void> {
  const { doneActs } = tx.tables;
  await tx.delete(doneActs).where(lt(doneActs.at, before));
}

/** The columns that an act changed, with their values before it. */
export function formerColumns({ before }: DoneAct): Partial<CaseRow> {
  // The names and values come from a row of cases, as `formerValues` took them.
  return revived(before.columns) as Partial<CaseRow>;
}

/** A routing proposal as it is kept with the act that ended it. */
export function plainProposal(proposal: RouteProposal): Record<string, FormerValue> {
  const entries = Object.entries(proposal).flatMap(([column, value]) => {
    const plain = plainOf(value);
    return plain === undefined ? [] : [[column, plain] as const];
  });
  return Object.fromEntries(entries);
}

/** What the rules had said before the act; null for nothing, undefined where the act has not touched it. */
export function formerProposal({ before }: DoneAct): RouteProposal | null | undefined {
  // The values come from a row of proposals, as `plainProposal` took them.
  return before.proposal && (revived(before.proposal) as RouteProposal);
}

function revived(values: Readonly<Record<string, FormerValue>>): Record<string, unknown> {
  const entries = Object.entries(values).map(([column, value]) => [
    column,
    typeof value === "object" && value !== null ? new Date(value.ms) : value,
  ]);
  return Object.fromEntries(entries);
}

function formerValues(before: CaseRow, after: CaseRow): Record<string, FormerValue> {
  const now = new Map<string, unknown>(Object.entries(after));
  const former: Record<string, FormerValue> = {};
  for (const [column, value] of Object.entries(before)) {
    if (column === "version") continue;
    const plain = plainOf(value);
    if (plain !== undefined && !sameValue(plain, plainOf(now.get(column)))) former[column] = plain;
  }
  return former;
}

/** A value as it is kept; undefined for a column of JSON, which no act changes. */
function plainOf(value: unknown): FormerValue | undefined {
  if (value instanceof Date) return { ms: value.getTime() };
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return value;
  }
  return undefined;
}

function sameValue(one: FormerValue, other: FormerValue | undefined): boolean {
  if (typeof one === "object" && one !== null) {
    return typeof other === "object" && other !== null && one.ms === other.ms;
  }
  return one === other;
}
