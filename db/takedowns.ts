import { and, desc, eq, lt } from "drizzle-orm";
import type { Lang } from "../app/domain/case-kind.ts";
import { localDate } from "../app/domain/calendar.ts";
import type { TakedownAct, TakedownCategory } from "../app/domain/takedown.ts";
import type { CaseRow } from "./cases.ts";
import { addRow } from "./prepared.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

type TakedownRow = Tables["takedowns"]["$inferSelect"];

/** A line of the public log: never which case. */
export type Takedown = Pick<TakedownRow, "id" | "act" | "day" | "kind" | "category" | "ground" | "groundLang"> & {
  readonly agency: { readonly nameVi: string; readonly nameEn: string } | null;
};

/** Notes in the public log that something is public no more. */
export async function logTakedown(
  tx: Tx,
  row: CaseRow,
  what: {
    readonly act: TakedownAct;
    readonly category: TakedownCategory;
    readonly ground?: string | undefined;
    readonly groundLang?: Lang;
  },
  now: Date,
): Promise<void> {
  const { id: caseId, kind, agencyId } = row;
  const ground = { ground: what.ground ?? null, groundLang: what.ground ? (what.groundLang ?? "vi") : null };
  const line = { act: what.act, category: what.category, ...ground };
  await addRow(tx, "takedowns", { ...line, caseId, kind, agencyId, day: localDate(now), at: now });
}

/** Takes back what was noted of an act that is undone. */
export async function forgetTakedown(tx: Tx, caseId: number, at: Date): Promise<void> {
  const { takedowns } = tx.tables;
  await tx.delete(takedowns).where(and(eq(takedowns.caseId, caseId), eq(takedowns.at, at)));
}

/** One page of the log, the latest first; keyset-paged by id. */
export async function listTakedowns(
  db: Db,
  cursor: string | null,
  limit = 50,
): Promise<{ items: Takedown[]; nextCursor: string | null }> {
  const { takedowns: t, agencies } = db.tables;
  const before = Number.parseInt(cursor ?? "", 36);
  const found = await db
    .select({
      id: t.id,
      act: t.act,
      day: t.day,
      kind: t.kind,
      category: t.category,
      ground: t.ground,
      groundLang: t.groundLang,
      nameVi: agencies.nameVi,
      nameEn: agencies.nameEn,
    })
    .from(t)
    .leftJoin(agencies, eq(agencies.id, t.agencyId))
    .where(Number.isSafeInteger(before) ? lt(t.id, before) : undefined)
    .orderBy(desc(t.id))
    .limit(limit + 1);
  const items = found.slice(0, limit).map(({ nameVi, nameEn, ...line }) => ({
    ...line,
    agency: nameVi === null || nameEn === null ? null : { nameVi, nameEn },
  }));
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id.toString(36) ?? null) : null };
}
