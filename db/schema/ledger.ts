import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/**
 * The public log over the events of all cases (docs/decisions): who is in it at
 * which place, the hashes of its tree, and what was signed of it. Triggers of
 * the database enter every new case event as waiting, and refuse to change what
 * was signed.
 */
export function ledgerTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, time, uniqueIndex, primaryKey } = kit;

  /** One row for each event of a case; without an index while it waits for its place. */
  const ledgerEntries = table(
    "ledger_entry",
    {
      eventId: ref().primaryKey(),
      /** 0, 1, 2 … without a gap. */
      logIndex: ref(),
    },
    (t) => [uniqueIndex("ledger_entry_place").on(t.logIndex, t.eventId)],
  );

  /** The one row that everybody who adds to the log holds meanwhile. */
  const ledgerState = table("ledger_state", {
    id: int().primaryKey(),
    /** Events that have their place. */
    size: ref().notNull(),
    /** The name of the log in its checkpoints; empty until the first. It stays when the portal moves to another address. */
    origin: text().notNull(),
  });

  /**
   * Up to 256 hashes side by side, base64. On level 0 the commitments of the
   * events, on level n the roots of 256 full rows of level n - 1.
   */
  const ledgerTiles = table(
    "ledger_tile",
    {
      level: int().notNull(),
      number: ref().notNull(),
      hashes: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.level, t.number] })],
  );

  /** What hides the events of a case in their commitments. Once it is gone nobody can find out any more what they say. */
  const ledgerSalts = table("ledger_salt", {
    caseId: ref()
      .primaryKey()
      .references(() => cases.id),
    salt: text().notNull(),
    /** The first event that it hides; those before were hidden by one that is gone. */
    fromPosition: int().notNull(),
  });

  /**
   * The texts that a published case shows, each time that they change: triggers
   * of the database enter them as waiting, and take their salt away when they are
   * no longer published.
   */
  const ledgerTexts = table(
    "ledger_wording",
    {
      id: serial(),
      caseId: ref().notNull(),
      /** Null while it waits for its place. */
      logIndex: ref(),
      /** When it got its place. */
      at: time(),
      /** What hides the texts in their commitment; null once they are not those of the publication any more. */
      salt: text(),
    },
    (t) => [
      uniqueIndex("ledger_wording_place").on(t.logIndex, t.id),
      uniqueIndex("ledger_wording_case").on(t.caseId, t.id),
    ],
  );

  /** What the portal signed of the log, in order. */
  const ledgerCheckpoints = table(
    "ledger_checkpoint",
    {
      /** 1, 2, 3 … without a gap. */
      number: ref().primaryKey(),
      size: ref().notNull(),
      /** Base64. */
      root: text().notNull(),
      at: time().notNull(),
      /** The signed text with its signatures, as it is published. */
      note: text().notNull(),
    },
    (t) => [uniqueIndex("ledger_checkpoint_by_size").on(t.size)],
  );

  return { ledgerEntries, ledgerState, ledgerTiles, ledgerSalts, ledgerTexts, ledgerCheckpoints };
}
