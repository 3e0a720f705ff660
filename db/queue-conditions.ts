import { and, eq, gt, gte, inArray, isNull, lt, lte, ne, or, sql, type SQL, type SQLWrapper } from "drizzle-orm";
import { endOfDay, startOfDay } from "../app/domain/calendar.ts";
import type { Kind, Level } from "../app/domain/case-kind.ts";
import { openStatuses, publishableStatuses, type Status, statuses } from "../app/domain/case-status.ts";
import type { Actor } from "../app/domain/actor.ts";
import type { Db } from "./store.server.ts";

/** The views of the office queue. Each is a question; the counts beside them are bounded. */
export const queueViews = [
  "new",
  "held",
  "heard",
  "returned",
  "arbitration",
  "desk",
  "mine",
  "unclaimed",
  "due-soon",
  "late",
  "snoozed",
  "watched",
  "disputed",
  "waiting",
  "approval",
  "to-publish",
  "proposed",
  "scheduled",
  "objected",
  "published",
  "answered",
  "all",
] as const;
export type QueueView = (typeof queueViews)[number];

/** What narrows a view. Days are days in Viet Nam, both included. */
export interface QueueFilter {
  readonly kind?: Kind | undefined;
  readonly field?: string | undefined;
  readonly bottleneck?: string | undefined;
  readonly province?: string | undefined;
  readonly agencyId?: number | undefined;
  readonly status?: Status | undefined;
  readonly level?: Level | undefined;
  readonly standing?: "late" | "soon" | undefined;
  readonly owner?: "me" | "nobody" | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The moments against which late and soon are held. */
export interface QueueMoment {
  readonly now: Date;
  /** Cases due before this moment count as due soon. */
  readonly soon: Date;
}

/**
 * A part of a view that one index answers in order: cases in one of these
 * states that fulfil the condition; of any state where none is named. The
 * groups of a view have no case in common.
 */
export interface QueueGroup {
  readonly statuses: readonly Status[] | null;
  readonly where?: SQL | undefined;
  /** Of all cases few fulfil this: they are found by it before anything else is asked of them. */
  readonly rare?: SQL | undefined;
}

// The words of these conditions are those of the partial indexes in db/schema/cases.ts: an index serves only who asks in its words.
const held = sql`case_file.held_reason is not null and case_file.status = 'submitted'`;
const returned = sql`case_file.refusals > 0 and case_file.status = 'submitted'`;
const heard = sql`case_file.heard_at is not null`;
const inArbitration = sql`case_file.arbiter_since is not null`;
const snoozedOnce = sql`case_file.snoozed_until is not null`;
export const toPublish = sql`case_file.publish_consent = true and case_file.published = false`;
const proposed = sql`case_file.proposed_at is not null`;
const scheduled = sql`case_file.publish_at is not null`;
/** Neither with a second editor nor approved for a later day: what is, waits for nobody else. Asked of the few ids of their indexes, so that no row is read for it. */
const notUnderWay = (id: SQLWrapper): SQL =>
  sql`${id} not in (select waiting.id from case_file as waiting where waiting.proposed_at is not null) and ${id} not in (select waiting.id from case_file as waiting where waiting.publish_at is not null)`;
const objected = sql`case_file.objected_at is not null`;
const disputed = sql`case_file.status = 'disputed'`;
export const published = sql`case_file.published = true`;
/** A letter whose parts are not settled: what it says waits in them, so it is no new one. */
const notSplit = sql`case_file.id not in (select split.id from case_file as split where split.open_parts > 0)`;
const unusualLevel = sql`case_file.level <> 'normal'`;

/** The states in which somebody still has something to do. */
const liveStatuses: readonly Status[] = statuses.filter(
  (status) => openStatuses.includes(status) || status === "answered",
);

/** The groups whose union is a view, as this reader's desk asks it. */
export function viewGroups(db: Db, actor: Actor, view: QueueView, moment: QueueMoment): QueueGroup[] {
  const { cases } = db.tables;
  const awake = or(isNull(cases.snoozedUntil), lte(cases.snoozedUntil, moment.now));
  switch (view) {
    case "new":
      return [
        { statuses: ["submitted"], where: and(isNull(cases.heldReason), isNull(cases.arbiterSince), awake, notSplit) },
      ];
    case "held":
      return [{ statuses: null, where: held }];
    case "heard":
      return [{ statuses: null, where: and(heard, inArray(cases.status, [...deskStatuses(actor, liveStatuses)])) }];
    case "returned":
      return [{ statuses: null, where: and(returned, isNull(cases.arbiterSince), awake) }];
    case "arbitration":
      return [{ statuses: null, where: inArbitration }];
    case "desk":
      return deskGroups(db, actor, awake);
    case "mine":
      // Few: found by who has taken them, whatever their state.
      return [{ statuses: null, where: and(ownedBy(db, actor), inArray(cases.status, [...openStatuses]), awake) }];
    case "unclaimed":
      return deskGroups(db, actor, and(ownedByNobody(), awake));
    case "due-soon":
      return soonGroups(db, moment);
    case "late":
      return lateGroups(db, moment);
    case "snoozed":
      return [
        {
          statuses: null,
          where: and(
            snoozedOnce,
            gt(cases.snoozedUntil, moment.now),
            inArray(cases.status, [...deskStatuses(actor, liveStatuses)]),
          ),
        },
      ];
    case "watched":
      return [{ statuses: null, rare: watchedBy(db, actor) }];
    case "disputed":
      return [{ statuses: null, where: disputed }];
    case "waiting":
      return [{ statuses: ["waiting"] }];
    case "approval":
      return [{ statuses: ["awaiting_approval"] }];
    case "to-publish":
      return [
        { statuses: publishableStatuses, where: and(toPublish, notUnderWay(cases.id)) },
        { statuses: null, where: and(published, eq(cases.publishConsent, true), publishedWithoutAnswer(db)) },
      ];
    case "proposed":
      return [{ statuses: null, where: proposed }];
    case "scheduled":
      return [{ statuses: null, rare: scheduled }];
    case "objected":
      return [{ statuses: null, where: objected }];
    case "published":
      return [{ statuses, where: published }];
    case "answered":
      return [{ statuses: ["answered", "closed"] }];
    case "all":
      return [{ statuses }];
  }
}

/** What a filter asks of each case of a group, the states it leaves included. Null where it leaves nothing. */
export function narrowed(
  db: Db,
  actor: Actor,
  group: QueueGroup,
  filter: QueueFilter,
  moment: QueueMoment,
): QueueGroup[] {
  const { cases } = db.tables;
  // Whoever sees one agency's cases finds them by the agency: said so that no index of all agencies' cases is read.
  const atDesk = actor.kind === "staff" && (actor.role === "officer" || actor.role === "leader");
  const theirs = (column: typeof cases.field | typeof cases.provinceCode) =>
    atDesk ? sql`coalesce(${column}, '')` : sql`${column}`;
  const base = and(
    group.where,
    filter.kind ? eq(cases.kind, filter.kind) : undefined,
    filter.field ? sql`${theirs(cases.field)} = ${filter.field}` : undefined,
    filter.bottleneck ? eq(cases.bottleneck, filter.bottleneck) : undefined,
    filter.province ? sql`${theirs(cases.provinceCode)} = ${filter.province}` : undefined,
    filter.agencyId ? eq(cases.agencyId, filter.agencyId) : undefined,
    filter.level ? and(eq(cases.level, filter.level), filter.level === "normal" ? undefined : unusualLevel) : undefined,
    filter.owner === "me" ? ownedBy(db, actor) : undefined,
    filter.owner === "nobody" ? ownedByNobody() : undefined,
    // Nothing is due before it was received; said again of the date by which lists are sorted.
    filter.from
      ? and(gte(cases.receivedAt, startOfDay(filter.from)), gte(cases.dueAt, startOfDay(filter.from)))
      : undefined,
    filter.to ? lt(cases.receivedAt, endOfDay(filter.to)) : undefined,
  );
  const asked = filter.status;
  const own = group.statuses;
  const kept = asked === undefined ? own : own === null ? [asked] : own.filter((status) => status === asked);
  const { rare } = group;
  if (filter.standing === undefined) return [{ statuses: kept, where: base, rare }];
  const standings = filter.standing === "late" ? lateGroups(db, moment) : soonGroups(db, moment);
  return standings.map((standing) => ({
    statuses: (standing.statuses ?? []).filter((status) => kept === null || kept.includes(status)),
    where: and(base, standing.where),
    rare,
  }));
}

/** The states in which a case lies at the reader's own desk; those of whoever has no desk are all that are offered. */
function deskStatuses(actor: Actor, offered: readonly Status[]): readonly Status[] {
  if (actor.kind === "staff" && actor.role === "triage") return ["submitted"];
  return offered;
}

/** What lies at the reader's desk to be worked on: at the standing body's until it is assigned, then at the agency's or its unit's. */
function deskGroups(db: Db, actor: Actor, more: SQL | undefined): QueueGroup[] {
  const { cases } = db.tables;
  if (actor.kind === "staff" && (actor.role === "officer" || actor.role === "leader")) {
    const worked: readonly Status[] = ["assigned", "in_progress"];
    const desks = [...new Set([actor, ...actor.standIns].map(({ agencyId }) => agencyId))];
    return desks.flatMap((agencyId) => [
      { statuses: worked, where: and(eq(cases.agencyId, agencyId), isNull(cases.unitId), more) },
      { statuses: worked, where: and(eq(cases.unitId, agencyId), more) },
    ]);
  }
  const free = and(isNull(cases.heldReason), isNull(cases.arbiterSince), more);
  if (actor.kind === "staff" && actor.role === "triage")
    return [{ statuses: ["submitted"], where: and(free, notSplit) }];
  return [{ statuses: ["submitted", "assigned", "in_progress"], where: free }];
}

function lateGroups(db: Db, { now }: QueueMoment): QueueGroup[] {
  const { cases } = db.tables;
  const running = isNull(cases.pausedAt);
  // The same as `nextLimit` says (app/domain/deadlines.ts).
  const first = and(eq(cases.refusals, 0), lte(cases.triageDueAt, now));
  const again = and(gt(cases.refusals, 0), lte(cases.allowanceDueAt, now));
  return [
    { statuses: openStatuses.filter((status) => status !== "submitted"), where: and(running, lte(cases.dueAt, now)) },
    // With triage, a case is late once it should have been passed on, which is never after its answer is due.
    { statuses: ["submitted"], where: and(running, or(and(or(first, again), notSplit), lte(cases.dueAt, now))) },
    { statuses: ["disputed"], where: lte(cases.disputeDueAt, now) },
  ];
}

function soonGroups(db: Db, { now, soon }: QueueMoment): QueueGroup[] {
  const { cases } = db.tables;
  const within = (due: typeof cases.dueAt | typeof cases.disputeDueAt) => and(gt(due, now), lte(due, soon));
  return [
    { statuses: openStatuses, where: and(isNull(cases.pausedAt), within(cases.dueAt)) },
    { statuses: ["disputed"], where: within(cases.disputeDueAt) },
  ];
}

function ownedBy(db: Db, actor: Actor): SQL {
  if (actor.kind !== "staff") return eq(db.tables.cases.ownerId, 0);
  // What an absent person had taken is asked of whoever stands in for them.
  return inArray(db.tables.cases.ownerId, [actor.staffId, ...actor.standIns.map(({ staffId }) => staffId)]);
}

/** What a person keeps an eye on is their own affair: an absent person's is nobody else's. */
function watchedBy(db: Db, actor: Actor): SQL {
  const { cases, watches } = db.tables;
  const staffId = actor.kind === "staff" ? actor.staffId : 0;
  return inArray(cases.id, db.select({ id: watches.caseId }).from(watches).where(eq(watches.staffId, staffId)));
}

/** Said so that nobody looks for it in the index of owners, where it is nearly everything. */
const ownedByNobody = (): SQL => sql`coalesce(case_file.owner_id, 0) = 0`;

/** What is public of a case was published before its answer, and nothing newer is under way. */
function publishedWithoutAnswer(db: Db): SQL {
  const { cases, publications } = db.tables;
  const answered: Status[] = ["answered", "closed"];
  const unanswered = db
    .select({ id: publications.caseId })
    .from(publications)
    .where(
      and(
        sql`publication.answer_vi is null`,
        inArray(publications.status, answered),
        ne(publications.caseId, 0),
        // Asked of these few: PostgreSQL would look at every published case for it.
        notUnderWay(publications.caseId),
      ),
    );
  return inArray(cases.id, unanswered);
}
