import { and, asc, eq, gt, or } from "drizzle-orm";
import type { Actor } from "../app/domain/actor.ts";
import { mayEver } from "../app/domain/permissions.ts";
import { type Kept, progressOf } from "../app/domain/segment-state.ts";
import type { Db, Tx } from "./store.server.ts";
import { visibleTo } from "./visible-cases.ts";

/** What waits in the translation of published cases. */
export const workViews = ["to-approve", "stale", "to-translate"] as const;
export type WorkView = (typeof workViews)[number];

/** Above so many, a count says "and more". */
export const MOST_COUNTED = 1000;

/** Counts anew how far the translation of a case is, after its segments have changed. */
export async function keepWork(tx: Tx, caseId: number, segments: readonly Kept[], now: Date): Promise<void> {
  const { translationWork: w } = tx.tables;
  const counted = { ...progressOf(segments), changedAt: now };
  await tx
    .insert(w)
    .values({ caseId, ...counted })
    .onConflictDoUpdate({ target: w.caseId, set: counted });
}

/** True for the one who stores the segments of a case first; whoever comes at the same time waits here. */
export async function beginWork(tx: Tx, caseId: number, now: Date): Promise<boolean> {
  const { translationWork: w } = tx.tables;
  const begun = await tx
    .insert(w)
    .values({ caseId, ...progressOf([]), changedAt: now })
    .onConflictDoNothing()
    .returning({ caseId: w.caseId });
  return begun.length > 0;
}

/** What is not published waits for no translator; its segments stay for when it is published again. */
export async function dropWork(tx: Tx, caseId: number): Promise<void> {
  const { translationWork: w } = tx.tables;
  await tx.delete(w).where(eq(w.caseId, caseId));
}

/** A published case with what waits in its translation. */
export interface WaitingWork {
  readonly code: string;
  readonly title: string;
  readonly lang: "vi" | "en";
  readonly segments: number;
  readonly approved: number;
  readonly toTranslate: number;
  readonly toApprove: number;
  readonly stale: number;
  readonly changedAt: Date;
}

/** One page of the published cases of which something waits, the longest waiting first; none that the actor may not see. */
export async function listWork(
  db: Db,
  actor: Actor,
  view: WorkView,
  { cursor = null, limit = 30 }: { readonly cursor?: string | null; readonly limit?: number } = {},
): Promise<{ items: WaitingWork[]; nextCursor: string | null }> {
  if (!mayEver(actor, "translate")) return { items: [], nextCursor: null };
  const { translationWork: w, cases, publications: p } = db.tables;
  const found = await db
    .select({
      caseId: w.caseId,
      code: cases.code,
      titleVi: p.titleVi,
      titleEn: p.titleEn,
      lang: p.lang,
      segments: w.segments,
      approved: w.approved,
      toTranslate: w.toTranslate,
      toApprove: w.toApprove,
      stale: w.stale,
      changedAt: w.changedAt,
    })
    .from(w)
    .innerJoin(cases, eq(cases.id, w.caseId))
    .innerJoin(p, eq(p.caseId, w.caseId))
    .where(and(waiting(db, view), after(db, cursor), visibleTo(db, actor)))
    .orderBy(asc(w.changedAt), asc(w.caseId))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ caseId: _id, titleVi, titleEn, ...item }) => ({
    ...item,
    title: (item.lang === "vi" ? titleVi : titleEn) ?? "",
  }));
  const last = found.length > limit ? found[limit - 1] : undefined;
  return { items, nextCursor: last ? `${last.changedAt.getTime()}-${last.caseId}` : null };
}

/** How many published cases wait, at most `MOST_COUNTED`. */
export async function countWork(db: Db, actor: Actor, view: WorkView): Promise<number> {
  if (!mayEver(actor, "translate")) return 0;
  const { translationWork: w, cases } = db.tables;
  const found = await db
    .select({ caseId: w.caseId })
    .from(w)
    .innerJoin(cases, eq(cases.id, w.caseId))
    .where(and(waiting(db, view), visibleTo(db, actor)))
    .orderBy(asc(w.changedAt), asc(w.caseId))
    .limit(MOST_COUNTED);
  return found.length;
}

function waiting(db: Db, view: WorkView) {
  const { translationWork: w } = db.tables;
  if (view === "to-approve") return gt(w.toApprove, 0);
  return view === "stale" ? gt(w.stale, 0) : gt(w.toTranslate, 0);
}

function after(db: Db, cursor: string | null) {
  const { translationWork: w } = db.tables;
  const [, at, id] = /^(\d{1,16})-(\d{1,16})$/u.exec(cursor ?? "") ?? [];
  if (at === undefined || id === undefined) return undefined;
  const moment = new Date(Number(at));
  return or(gt(w.changedAt, moment), and(eq(w.changedAt, moment), gt(w.caseId, Number(id))));
}
