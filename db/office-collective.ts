import type { Actor } from "../app/domain/actor.ts";
import { mayView } from "../app/domain/permissions.ts";
import { listLinked, type LinkedCase } from "./case-links.ts";
import { type CaseRow, findCaseById, scopeOf } from "./cases.ts";
import { countMembers, findMerge, listMembers, type Member } from "./merges.ts";
import { partsOf } from "./parts.ts";
import { confirmedSenders } from "./reporters.ts";
import { outsideWall } from "./visible-cases.ts";
import type { Db } from "./store.server.ts";

/** The cases that belong together with one, as far as this person may see them. */
export interface Collective {
  /** How many go on under it, whoever may see them; and how many different confirmed senders stand behind them all. */
  readonly members: number;
  readonly senders: number;
  /** The first of them. */
  readonly some: readonly Member[];
  readonly mergedAt: Date | null;
  readonly parentCode: string | null;
  readonly parts: readonly CaseRow[];
  readonly openParts: number;
  readonly links: readonly LinkedCase[];
}

/** How many members are listed on the page of their lead. */
const SHOWN = 20;

/** The caller has asked whether the case itself may be seen. */
export async function collectiveOf(db: Db, actor: Actor, row: CaseRow): Promise<Collective> {
  const reader = actor.kind === "staff" ? actor : null;
  const members = await countMembers(db, row.id, reader);
  const parent = row.parentId === null ? null : await findCaseById(db, row.parentId);
  const parts = await partsOf(db, row.id);
  const merge = row.mergedIntoId === null ? null : await findMerge(db, row.id);
  return {
    members,
    senders: members === 0 ? 0 : await confirmedSenders(db, row.id, reader ? outsideWall(db, reader) : undefined),
    some: members === 0 ? [] : await listMembers(db, actor, row.id, { limit: SHOWN }),
    mergedAt: merge?.at ?? null,
    parentCode: parent && mayView(actor, scopeOf(parent)) ? parent.code : null,
    parts: parts.filter((part) => mayView(actor, scopeOf(part))),
    openParts: row.openParts,
    links: await listLinked(db, actor, row.id),
  };
}
