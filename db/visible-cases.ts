import { and, eq, inArray, isNull, ne, notInArray, or, sql, type SQL } from "drizzle-orm";
import { publishableStatuses, type Status } from "../app/domain/case-status.ts";
import type { Insider } from "../app/domain/conflict-wall.ts";
import type { Actor, StaffActor } from "../app/domain/actor.ts";
import { published, toPublish } from "./queue-conditions.ts";
import type { Db } from "./store.server.ts";

/**
 * The scope of a reader as a condition: the same rule as `mayView`, so that
 * lists, counts and searches agree with it. Undefined for who sees everything.
 */
export function visibleTo(db: Db, actor: Actor): SQL | undefined {
  const arms = visibleArms(db, actor).map(({ where }) => where);
  return arms.length === 1 ? arms[0] : or(...arms);
}

/** One of the reasons for which a reader sees cases. */
export interface Arm {
  readonly where: SQL | undefined;
  /** How much of all cases it is. What is few at any time is found by its condition alone. */
  readonly share: "few" | "some" | "most";
  /** The only states in which it has cases; any where none are named. */
  readonly statuses?: readonly Status[];
  /** At whose desk all of its cases lie, as the agency that leads or as the unit that works. */
  readonly desk?: { readonly as: "lead" | "unit"; readonly agencyId: number };
}
const few = (where: SQL | undefined): Arm => ({ where, share: "few" });
const some = (where: SQL | undefined): Arm => ({ where, share: "some" });
const most = (where: SQL | undefined): Arm => ({ where, share: "most" });

/** What may shut cases out from a reader or bring some in besides those of their desk. */
interface Standing {
  /** Some case has a wall against them, or against somebody for whom they stand in. */
  readonly walled: boolean;
  /** Some agency of theirs is asked about another one's case. */
  readonly asked: boolean;
}
const unasked: Standing = { walled: true, asked: true };

/**
 * The arms of a reader as they stand now. Nearly nobody is behind a wall or
 * asked by another agency, and then nothing of that has to be asked of each
 * case. Only for queries of this very moment: a wall may be raised after it.
 */
export async function armsNow(db: Db, actor: Actor): Promise<readonly Arm[]> {
  if (actor.kind !== "staff") return visibleArms(db, actor);
  const atDesk = actor.role === "officer" || actor.role === "leader";
  let [walled, isAsked] = [false, false];
  for (const self of [actor, ...actor.standIns]) {
    walled ||= (await excludedFrom(db, self).limit(1)).length > 0;
    if (atDesk) isAsked ||= (await asked(db, self.agencyId).limit(1)).length > 0;
  }
  return visibleArms(db, actor, { walled, asked: isAsked });
}

/**
 * The same as conditions of which no case fits two. A list that is sorted asks
 * each by itself, since each has an index in the order of the list, and merges
 * what it finds; counts are added up.
 */
export function visibleArms(db: Db, actor: Actor, standing = unasked): readonly Arm[] {
  const { cases } = db.tables;
  if (actor.kind === "system") return [most(undefined)];
  if (actor.kind === "submitter") return [few(eq(cases.id, actor.caseId))];
  if (actor.kind !== "staff") return [few(sql`1 = 0`)];
  const wall = standing.walled ? outsideWall(db, actor) : undefined;
  switch (actor.role) {
    case "triage":
    case "monitor":
      return [most(wall)];
    case "officer":
    case "leader":
      return narrowedBy(deskArms(db, actor, standing), isNull(cases.heldReason), wall);
    case "editor":
      return narrowedBy(editorArms(db), isNull(cases.heldReason), wall);
    case "arbiter":
      return [few(and(inArray(cases.id, arbitrated(db)), isNull(cases.heldReason), wall))];
    case "custodian":
    case "admin":
      return [few(sql`1 = 0`)];
  }
}

/** The cases whose wall does not shut out this person. The excluded ones are few; they are found by index and held against ids, so that no row of a case is read for it. */
export function outsideWall(db: Db, insider: Insider): SQL {
  return notInArray(db.tables.cases.id, excludedFrom(db, insider));
}

/** The cases from which this person is shut out. */
export function insideWall(db: Db, insider: Insider): SQL {
  return inArray(db.tables.cases.id, excludedFrom(db, insider));
}

function excludedFrom(db: Db, { staffId, agencyId, coveredBy }: Insider) {
  const { caseConflicts: c } = db.tables;
  return db
    .select({ caseId: c.caseId })
    .from(c)
    .where(and(isNull(c.liftedAt), or(eq(c.staffId, staffId), inArray(c.agencyId, [agencyId, ...coveredBy]))));
}

/** What waits for the arbiter, what they have assigned, and what is disputed: few cases, each kind from an index of its own. */
function arbitrated(db: Db): SQL {
  const kinds = ["arbiter_since is not null", "binding = true", "disputed_at is not null"];
  const parts = kinds.map((kind) => sql`select id from ${db.tables.cases} where ${sql.raw(kind)}`);
  return sql`(${sql.join(parts, sql` union all `)})`;
}

function narrowedBy(arms: readonly Arm[], ...more: (SQL | undefined)[]): Arm[] {
  return arms.map((arm) => ({ ...arm, where: and(arm.where, ...more) }));
}

/** What is public, and what may become so. */
function editorArms(db: Db): Arm[] {
  const ready = and(toPublish, inArray(db.tables.cases.status, [...publishableStatuses]));
  return [most(published), { ...some(ready), statuses: publishableStatuses }];
}

/** What lies at a person's desk, and at the desks of those for whom they stand in elsewhere. */
function deskArms(db: Db, actor: StaffActor, standing: Standing): Arm[] {
  const elsewhere = actor.standIns.filter((other) => other.agencyId !== actor.agencyId);
  const own = armsOf(db, actor, standing);
  const theirs = elsewhere.flatMap((other, place) => {
    // What an earlier arm has shown is not shown again.
    const before = [actor.agencyId, ...elsewhere.slice(0, place).map(({ agencyId }) => agencyId)];
    const wall = standing.walled ? outsideWall(db, other) : undefined;
    return narrowedBy(armsOf(db, other, standing), wall, ...before.map((agencyId) => notAt(db, agencyId)));
  });
  return [...own, ...theirs];
}

function armsOf(db: Db, { agencyId, coveredBy }: Insider, standing: Standing): Arm[] {
  const { cases } = db.tables;
  const led: Arm = { ...some(eq(cases.agencyId, agencyId)), desk: { as: "lead", agencyId } };
  const notLed = or(isNull(cases.agencyId), ne(cases.agencyId, agencyId));
  const notUnit = or(isNull(cases.unitId), ne(cases.unitId, agencyId));
  const asking = standing.asked ? [few(and(inArray(cases.id, asked(db, agencyId)), notLed, notUnit))] : [];
  // Only what lies below another agency is ever its unit.
  if (coveredBy.length === 0) return [led, ...asking];
  const held: Arm = { ...some(and(eq(cases.unitId, agencyId), notLed)), desk: { as: "unit", agencyId } };
  return [led, held, ...asking];
}

function notAt(db: Db, agencyId: number): SQL | undefined {
  const { cases } = db.tables;
  return and(
    or(isNull(cases.agencyId), ne(cases.agencyId, agencyId)),
    or(isNull(cases.unitId), ne(cases.unitId, agencyId)),
    notInArray(cases.id, asked(db, agencyId)),
  );
}

/** The cases about which an agency is asked now. */
function asked(db: Db, agencyId: number) {
  const { caseConsults: c } = db.tables;
  return db
    .select({ caseId: c.caseId })
    .from(c)
    .where(and(eq(c.agencyId, agencyId), eq(c.state, "open")));
}
