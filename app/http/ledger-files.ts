import { readFileSync } from "node:fs";
import { readCaseCode } from "../domain/case-code.ts";
import { caseProof } from "../../db/ledger/case-proof.ts";
import { checkpointOfSize, findCheckpoint, latestCheckpoint } from "../../db/ledger/checkpoints.ts";
import { leafHash } from "../../db/ledger/hashing.ts";
import { verifierKeys } from "../../db/ledger/notes.ts";
import { consistencyProof } from "../../db/ledger/proofs.ts";
import { originOf, readLedger } from "../../db/ledger/state.ts";
import { hashReader, readRow, ROW } from "../../db/ledger/tiles.ts";
import { projectFile } from "../../db/migrations.server.ts";
import { findPublication } from "../../db/publications.ts";
import type { Db } from "../../db/store.server.ts";

/** A file of the public log: text, its type, and whether it stays as it is for good. */
export interface LedgerFile {
  readonly text: string;
  readonly type: "text/plain" | "application/json" | "text/javascript";
  readonly forGood: boolean;
}

/** The file with which anybody checks the log by themselves, as it lies in the project. */
const verifier = (): string => readFileSync(projectFile("ledger", "verify.mjs"), "utf8");

const plain = (text: string, forGood = false): LedgerFile => ({ text, type: "text/plain", forGood });
const json = (value: unknown): LedgerFile => ({
  text: `${JSON.stringify(value, null, 1)}\n`,
  type: "application/json",
  forGood: false,
});

/**
 * The file under `/ledger/`, or null when there is none of this name. Nothing of
 * the log is told that no checkpoint has signed, and of cases only what is
 * published.
 */
export async function ledgerFile(db: Db, name: string): Promise<LedgerFile | null> {
  const [kind = "", rest = "", ...more] = name.split("/");
  if (more.length > 0) return null;
  if (rest === "") return singleFile(db, kind);
  const number = /^(0|[1-9]\d{0,9})$/.test(rest) ? Number(rest) : null;
  if (kind === "checkpoints" && number !== null) return checkpointFile(db, number);
  if (kind === "leaves" && number !== null) return leavesFile(db, number);
  if (kind === "cases" && rest.endsWith(".json")) return caseFile(db, rest.slice(0, -".json".length));
  const sizes = /^([1-9]\d{0,9})-([1-9]\d{0,9})\.json$/.exec(rest);
  if (kind === "consistency" && sizes) return consistencyFile(db, Number(sizes[1]), Number(sizes[2]));
  return null;
}

async function singleFile(db: Db, kind: string): Promise<LedgerFile | null> {
  if (kind === "verify.mjs") return { text: verifier(), type: "text/javascript", forGood: false };
  if (kind === "keys") return plain(`${verifierKeys(db.keys, originOf(db, await readLedger(db))).join("\n")}\n`);
  const latest = kind === "checkpoint" ? await latestCheckpoint(db) : null;
  return latest && plain(latest.note);
}

async function checkpointFile(db: Db, number: number): Promise<LedgerFile | null> {
  const checkpoint = await findCheckpoint(db, number);
  return checkpoint && plain(checkpoint.note, true);
}

/** A line for each leaf: index, commitment, hash. */
async function leavesFile(db: Db, number: number): Promise<LedgerFile | null> {
  const from = number * ROW;
  const signed = (await latestCheckpoint(db))?.size ?? 0;
  if (from >= signed) return null;
  const row = (await readRow(db, 0, number)).slice(0, signed - from);
  const lines = row.map((commitment, place) => {
    const hash = leafHash(from + place, commitment).toString("hex");
    return `${from + place} ${commitment.toString("hex")} ${hash}\n`;
  });
  return plain(lines.join(""), row.length === ROW);
}

async function caseFile(db: Db, typed: string): Promise<LedgerFile | null> {
  const code = readCaseCode(typed.slice(0, 60));
  const publication = code === typed ? await findPublication(db, code) : null;
  return publication && json(await caseProof(db, publication));
}

/** The proof that the log of one checkpoint begins with that of another, both by their sizes. */
async function consistencyFile(db: Db, earlier: number, size: number): Promise<LedgerFile | null> {
  const from = await checkpointOfSize(db, earlier);
  const to = await checkpointOfSize(db, size);
  if (!from || !to || earlier > size) return null;
  const proof = await consistencyProof(hashReader(db), earlier, size);
  return json({ format: "cau-noi-ledger-consistency-1", from: from.note, to: to.note, proof });
}
