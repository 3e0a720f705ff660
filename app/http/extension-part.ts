import type { Actor } from "../domain/actor.ts";
import { localDate } from "../domain/calendar.ts";
import { dueAt, lastDay } from "../domain/deadlines.ts";
import type { CaseAct } from "../domain/acts.ts";
import type { CaseRow } from "../../db/cases.ts";
import { loadCalendar, loadRule, ruleInForce } from "../../db/deadline-settings.ts";
import { seenBudget } from "../../db/extension-lists.ts";
import { type BudgetStanding, latestExtension, signedExtensions } from "../../db/extensions.ts";
import { findMessage } from "../../db/messages.ts";
import type { Db } from "../../db/store.server.ts";

/** What the page of a case shows of extensions. */
export interface ExtensionPart {
  /** How many were signed, and by how many units in all. */
  readonly signed: number;
  readonly units: number;
  readonly unit: "working_days" | "days";
  /** For who may ask or sign: the longest one, and the agency's budget of the year. */
  readonly most: number | null;
  readonly budget: BudgetStanding | null;
  /** The request that waits, with the last day that it would give. */
  readonly asked: { readonly units: number; readonly reason: string; readonly dueOn: string } | null;
}

const extensionActs: readonly CaseAct[] = ["ask-extension", "extend", "refuse-extension"];

/** The last day that the promise would have with so many units more. */
export async function dayIfSigned(db: Db, row: CaseRow, units: number): Promise<string> {
  const rule = await loadRule(db, row.ruleId);
  const calendar = await loadCalendar(db, row.calendarVersion);
  return lastDay(dueAt(rule, row.receivedAt, calendar, row.extendedUnits + row.pausedUnits + units));
}

/** Whoever asks has been asked for the right to view the case. */
export async function extensionPart(
  db: Db,
  actor: Actor,
  row: CaseRow,
  acts: readonly CaseAct[],
  now: Date,
): Promise<ExtensionPart> {
  const rule = await loadRule(db, row.ruleId);
  const signed = row.extendedUnits === 0 ? [] : await signedExtensions(db, row.id);
  const told = { signed: signed.length, units: row.extendedUnits, unit: rule.unit };
  if (row.agencyId === null || !acts.some((act) => extensionActs.includes(act))) {
    return { ...told, most: null, budget: null, asked: null };
  }
  const today = localDate(now);
  const limit = await ruleInForce(db, "extension", row.kind, today);
  const request = row.extensionAskedAt === null ? null : await latestExtension(db, row.id);
  return {
    ...told,
    most: limit.amount,
    budget: actor.kind === "staff" ? await seenBudget(db, actor, row.agencyId, today) : null,
    asked: request && {
      units: request.units,
      reason: (await findMessage(db, request.messageId))?.body ?? "",
      dueOn: await dayIfSigned(db, row, request.units),
    },
  };
}
