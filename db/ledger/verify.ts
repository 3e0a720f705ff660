import { inArray } from "drizzle-orm";
import { caseOf, codesOf, eventsAt } from "./entries.ts";
import { type Checkpoint, eachCheckpoint } from "./checkpoints.ts";
import { growingRoot } from "./growing-root.ts";
import { commitmentTo, leafHash } from "./hashing.ts";
import { signedCheckpoint } from "./notes.ts";
import { saltsOf } from "./salts.ts";
import { originOf, readLedger } from "./state.ts";
import { readRow, ROW, rootOfRow } from "./tiles.ts";
import { commitmentOf } from "./told.ts";
import { textsAt, toldTexts } from "./wordings.ts";
import type { Db } from "../store.server.ts";

/** Something in the log that does not fit the database, by the first index from which it does not. */
export interface LedgerFinding {
  readonly index: number;
  readonly problem:
    | "missing"
    | "altered"
    | "texts-altered"
    | "salt-missing"
    | "nodes-altered"
    | "checkpoint-altered"
    | "checkpoint-unfit";
}

export interface LedgerVerdict {
  readonly leaves: number;
  readonly checkpoints: number;
  /** Leaves of erased cases: nobody can open them any more, so that only the tree speaks for them. */
  readonly sealed: number;
  /** The first bad index first. */
  readonly findings: readonly LedgerFinding[];
}

/**
 * Holds the public log against the database: each leaf against its event or the
 * texts that are published, the tree against what is kept of it, each checkpoint
 * against the tree and the portal's keys. Reads everything once; the portal may
 * be at work meanwhile.
 */
export async function verifyLedger(db: Db): Promise<LedgerVerdict> {
  const state = await readLedger(db);
  const findings: LedgerFinding[] = [];
  const tree = growingRoot();
  const signed = eachCheckpoint(db);
  let next = (await signed.next()).value as Checkpoint | undefined;
  let before: Checkpoint | null = null;
  let checkpoints = 0;
  let sealed = 0;
  for (let number = 0; number * ROW < state.size; number += 1) {
    const from = number * ROW;
    const row = await readRow(db, 0, number);
    const expected = Math.min(ROW, state.size - from);
    if (row.length < expected) findings.push({ index: from + row.length, problem: "missing" });
    const checked = await checkRow(db, row.slice(0, expected), from);
    sealed += checked.sealed;
    findings.push(...checked.findings);
    for (const [place, commitment] of row.slice(0, expected).entries()) {
      tree.add(leafHash(from + place, commitment));
      if (next?.size !== tree.size) continue;
      findings.push(...checkCheckpoint(db, originOf(db, state), next, tree.root(), before));
      checkpoints += 1;
      before = next;
      next = (await signed.next()).value as Checkpoint | undefined;
    }
    if (row.length === ROW && !(await isKeptAbove(db, number, rootOfRow(0, number, row))))
      findings.push({ index: from, problem: "nodes-altered" });
  }
  if (next && next.size <= state.size) findings.push({ index: before?.size ?? 0, problem: "checkpoint-unfit" });
  findings.sort((one, other) => one.index - other.index);
  return { leaves: tree.size, checkpoints, sealed, findings };
}

/** Each leaf of a row against what it stands for. */
async function checkRow(
  db: Db,
  row: readonly Buffer[],
  from: number,
): Promise<{ sealed: number; findings: LedgerFinding[] }> {
  const findings: LedgerFinding[] = [];
  const found = new Set<number>();
  let sealed = 0;
  const events = await eventsAt(db, from, from + row.length);
  const caseIds = [...new Set(events.map(({ event }) => caseOf(event)))];
  const [codes, salts, erased] = [await codesOf(db, caseIds), await saltsOf(db, caseIds), await erasedOf(db, caseIds)];
  for (const { index, event } of events) {
    found.add(index);
    const caseId = caseOf(event);
    const salt = salts.get(caseId);
    if (!salt || event.position < salt.fromPosition) {
      sealed += 1;
      if (!erased.has(caseId)) findings.push({ index, problem: "salt-missing" });
    } else if (!row[index - from]?.equals(commitmentOf(salt.salt, codes.get(caseId) ?? "", event)))
      findings.push({ index, problem: "altered" });
  }
  for (const { wording, publication } of await textsAt(db, from, from + row.length)) {
    const index = wording.logIndex ?? 0;
    found.add(index);
    if (wording.salt === null || wording.at === null || !publication) sealed += 1;
    else if (row[index - from]?.toString("hex") !== commitmentTo(wording.salt, toldTexts(publication, wording.at)))
      findings.push({ index, problem: "texts-altered" });
  }
  for (const place of row.keys())
    if (!found.has(from + place)) findings.push({ index: from + place, problem: "missing" });
  return { sealed, findings };
}

/** Those of some cases whose sender was erased. */
async function erasedOf(db: Db, caseIds: readonly number[]): Promise<Set<number>> {
  const { cases } = db.tables;
  if (caseIds.length === 0) return new Set();
  const rows = await db
    .select({ id: cases.id, erasedAt: cases.identityErasedAt })
    .from(cases)
    .where(inArray(cases.id, [...caseIds]));
  return new Set(rows.flatMap(({ id, erasedAt }) => (erasedAt === null ? [] : [id])));
}

/** Whether the root of a full row of leaves, and those of the rows that it fills, stand on the levels above. */
async function isKeptAbove(db: Db, number: number, root: Buffer): Promise<boolean> {
  for (let level = 1, place = number, hash = root; ; level += 1) {
    const row = await readRow(db, level, Math.floor(place / ROW));
    if (!row[place % ROW]?.equals(hash)) return false;
    if (row.length < ROW || place % ROW < ROW - 1) return true;
    place = Math.floor(place / ROW);
    hash = rootOfRow(level, place, row);
  }
}

function checkCheckpoint(
  db: Db,
  origin: string,
  checkpoint: Checkpoint,
  root: Buffer,
  before: Checkpoint | null,
): LedgerFinding[] {
  const index = before?.size ?? 0;
  if (root.toString("base64") !== checkpoint.root) return [{ index, problem: "checkpoint-unfit" }];
  const [text, lines = ""] = signedCheckpoint(db.keys, { origin, ...checkpoint }).split("\n\n");
  const right = checkpoint.note.startsWith(`${text}\n\n`);
  const ours = lines.split("\n").filter(Boolean);
  return right && ours.some((line) => checkpoint.note.includes(line)) ? [] : [{ index, problem: "checkpoint-altered" }];
}
