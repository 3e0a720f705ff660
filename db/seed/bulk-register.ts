import { localDate } from "../../app/domain/calendar.ts";
import type { LegalDocument } from "../../app/domain/legal-tokens.ts";
import { documentKey } from "../../app/domain/legal-wording.ts";
import { provisionsOf } from "../../app/domain/barrier.ts";
import { refreshEntry } from "../register-entries.ts";
import { reportCases } from "../register.ts";
import type { Tx } from "../store.server.ts";
import { noteUnknown } from "../unknown-documents.ts";
import type { Stored } from "./bulk-cases.ts";

/** What seeded barriers come to in the register, counted once all of them are stored. */
export interface RegisterTally {
  readonly entries: Set<number>;
  /** The documents that they name, with the first case that did. */
  readonly documents: Map<string, { readonly document: LegalDocument; readonly at: Date }>;
}

export const newRegisterTally = (): RegisterTally => ({ entries: new Set(), documents: new Map() });

/** Puts the published barriers of a batch under the provisions that they name. */
export async function reportInBulk(tx: Tx, cases: readonly Stored[], tally: RegisterTally): Promise<void> {
  const barriers = cases.filter(({ row }) => row.kind === "barrier");
  const published = barriers.filter(({ folded }) => folded.publication);
  const ids = published.map(({ row }) => row.id);
  for (const entry of await reportCases(tx, ids)) tally.entries.add(entry);
  for (const { row } of barriers) {
    for (const { document } of provisionsOf(row.details)) {
      const key = documentKey(document);
      if (document && !tally.documents.has(key)) tally.documents.set(key, { document, at: row.receivedAt });
    }
  }
}

/** Counts the entries, and puts the documents that nobody knows before people. */
export async function storeRegister(tx: Tx, { entries, documents }: RegisterTally): Promise<void> {
  for (const id of entries) await refreshEntry(tx, id);
  for (const { document, at } of documents.values()) await noteUnknown(tx, [document], localDate(at), at);
  if (entries.size > 0) await tx.publicChanged();
}
