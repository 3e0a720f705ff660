import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import type { StaffActor } from "../app/domain/actor.ts";
import { may, mayEver } from "../app/domain/permissions.ts";
import { scopeOf } from "./cases.ts";
import type { Db } from "./store.server.ts";
import { visibleTo } from "./visible-cases.ts";

/** An extension that an officer asked for and nobody has decided. */
export interface WaitingExtension {
  readonly code: string;
  readonly title: string;
  readonly lang: "vi" | "en";
  readonly units: number;
  readonly unit: "working_days" | "days";
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  /** The promise as it stands; once it is over the extension can only be refused. */
  readonly dueAt: Date;
}

/** So many are shown and counted; an agency has fewer. */
const MOST = 100;

/** The extensions that wait for this person's signature, the first due first, up to a hundred. */
export async function waitingExtensions(db: Db, actor: StaffActor): Promise<WaitingExtension[]> {
  if (!mayEver(actor, "extend")) return [];
  const { extensions: x, cases, staff, messages, deadlineRules } = db.tables;
  const found = await db
    .select({ extension: x, item: cases, askedBy: staff.name, reason: messages.body, unit: deadlineRules.unit })
    .from(x)
    .innerJoin(cases, eq(cases.id, x.caseId))
    .innerJoin(staff, eq(staff.id, x.askedBy))
    .innerJoin(messages, eq(messages.id, x.messageId))
    .innerJoin(deadlineRules, eq(deadlineRules.id, cases.ruleId))
    .where(waiting(db, actor))
    .orderBy(asc(cases.dueAt), asc(x.id))
    .limit(MOST);
  return found
    .filter(({ item }) => may(actor, "refuse-extension", scopeOf(item)))
    .map(({ extension, item, ...told }) => ({
      ...told,
      code: item.code,
      title: item.title,
      lang: item.textLang,
      units: extension.units,
      askedAt: extension.askedAt,
      dueAt: item.dueAt,
    }));
}

/** How many extensions wait for this person's signature, counted to a hundred. */
export async function countWaitingExtensions(db: Db, actor: StaffActor): Promise<number> {
  if (!mayEver(actor, "extend")) return 0;
  const { extensions: x, cases } = db.tables;
  const found = await db
    .select({ item: cases })
    .from(x)
    .innerJoin(cases, eq(cases.id, x.caseId))
    .where(waiting(db, actor))
    .limit(MOST);
  return found.filter(({ item }) => may(actor, "refuse-extension", scopeOf(item))).length;
}

/** A request of a case that has gone elsewhere since is no longer the one that the case waits for. */
function waiting(db: Db, actor: StaffActor): SQL | undefined {
  const { extensions: x, cases } = db.tables;
  const agencies = [actor, ...actor.standIns].map(({ agencyId }) => agencyId);
  return and(
    inArray(x.agencyId, agencies),
    isNull(x.decidedAt),
    eq(x.state, "asked"),
    eq(cases.extensionAskedAt, x.askedAt),
    visibleTo(db, actor),
  );
}
