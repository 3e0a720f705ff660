import { and, desc, eq, inArray } from "drizzle-orm";
import { citedDocuments } from "../app/domain/citations.ts";
import { documentKey } from "../app/domain/legal-wording.ts";
import type { Outcome } from "../app/domain/outcome.ts";
import type { Amendment } from "./register-entries.ts";
import type { Db } from "./store.server.ts";

/** More than one answer names. */
const MOST = 20;

/**
 * The published amendments of the register that a solved outcome names, in what
 * changed or as its evidence, in any spelling; the latest to come into force first.
 */
export async function amendmentsCited(db: Db, outcome: Outcome | null): Promise<Amendment[]> {
  if (outcome?.kind !== "solved") return [];
  const documents = citedDocuments([outcome.whatChanged, outcome.evidence]);
  const numbers = documents.flatMap(({ number }) => number ?? []).slice(0, MOST);
  if (numbers.length === 0) return [];
  const { amendments } = db.tables;
  const rows = await db
    .select()
    .from(amendments)
    .where(and(eq(amendments.state, "published"), inArray(amendments.number, numbers)))
    .orderBy(desc(amendments.inForceOn), desc(amendments.id))
    .limit(MOST);
  const keys = documents.map(documentKey);
  return rows.filter((row) => keys.includes(documentKey(row)));
}
