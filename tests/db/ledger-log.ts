import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { growingRoot } from "../../db/ledger/growing-root.ts";
import { commitmentTo, foldParts, foldWhole, joinHalves, leafHash } from "../../db/ledger/hashing.ts";
import { makeKeyring } from "../../db/keyring.server.ts";
import { signedCheckpoint, verifierKeys } from "../../db/ledger/notes.ts";
import { consistencyProof, inclusionProof } from "../../db/ledger/proofs.ts";
import type { HashReader } from "../../db/ledger/tiles.ts";
import { wholeParts } from "../../app/domain/merkle.ts";

/** A log without a database: its leaves, and the sizes at which it was signed. */
export interface Log {
  readonly commitments: readonly Buffer[];
  readonly notes: readonly string[];
  readonly read: HashReader;
}

export const origin = "portal.example/ledger";
export const keys = makeKeyring("test", { test: Buffer.alloc(32, 9) });
const salt = "ab".repeat(32);
export const eventOf = (index: number, story = "") => ({
  case: "PA-2345-6789",
  position: index + 1,
  type: `act${story}`,
  at: "2026-10-05T02:00:00.000Z",
});
export const commitmentOf = (index: number, story = "") =>
  joinHalves(commitmentTo(salt, eventOf(index, story)), createHash("sha256").update(`${index}`).digest("hex"));

/** A log of leaves signed at some sizes; from `fork` on it tells another story. */
export function logOf(sizes: readonly number[], fork = Number.POSITIVE_INFINITY): Log {
  const commitments: Buffer[] = [];
  const notes: string[] = [];
  const tree = growingRoot();
  for (const [place, size] of sizes.entries()) {
    while (commitments.length < size) {
      const index = commitments.length;
      commitments.push(commitmentOf(index, index >= fork ? " of another story" : ""));
      tree.add(leafHash(index, commitments[index] ?? Buffer.alloc(0)));
    }
    const at = new Date(Date.UTC(2026, 9, 5, 2, place));
    notes.push(signedCheckpoint(keys, { origin, size, root: tree.root().toString("base64"), number: place + 1, at }));
  }
  const leaves = commitments.map((commitment, index) => leafHash(index, commitment));
  const read: HashReader = async (range) =>
    foldParts(
      wholeParts(range).map(({ level, place }) =>
        foldWhole(leaves.slice(place * 2 ** level, (place + 1) * 2 ** level)),
      ),
    );
  return { commitments, notes, read };
}

/** The lines of the leaves as they are published. */
export const linesOf = ({ commitments }: Log): string[] =>
  commitments.map(
    (commitment, index) => `${index} ${commitment.toString("hex")} ${leafHash(index, commitment).toString("hex")}\n`,
  );

/** The files of a log by their names, as somebody would download them. */
export function filesOf(log: Log): Map<string, string | Buffer> {
  const files = new Map<string, string | Buffer>([["keys", `${verifierKeys(keys, origin).join("\n")}\n`]]);
  for (const [place, note] of log.notes.entries()) files.set(`checkpoints/${place + 1}`, note);
  files.set("checkpoint", log.notes.at(-1) ?? "");
  const lines = linesOf(log);
  for (let row = 0; row * 256 < lines.length; row += 1)
    files.set(`leaves/${row}`, lines.slice(row * 256, row * 256 + 256).join(""));
  return files;
}

/** The file of a case whose events are the leaves named. */
export async function caseFileOf(log: Log, sizes: readonly number[], indexes: readonly number[]): Promise<string> {
  const size = sizes.at(-1) ?? 0;
  const since = (index: number) => sizes.findIndex((one) => one > index);
  const events = [];
  for (const index of indexes) {
    events.push({
      index,
      told: eventOf(index),
      salt,
      kept: createHash("sha256").update(`${index}`).digest("hex"),
      proof: await inclusionProof(log.read, index, size),
      checkpoint: since(index) + 1,
      signedAt: new Date(Date.UTC(2026, 9, 5, 2, since(index))).toISOString(),
    });
  }
  const first = since(indexes[0] ?? 0);
  const consistency = { from: log.notes[first], proof: await consistencyProof(log.read, sizes[first] ?? 0, size) };
  const code = "PA-2345-6789";
  const proof = {
    format: "cau-noi-ledger-case-1",
    case: code,
    checkpoint: log.notes.at(-1),
    waiting: 0,
    events,
    texts: null,
    consistency,
  };
  return JSON.stringify(proof);
}

/** Writes files into a folder. */
export function lay(folder: string, files: ReadonlyMap<string, string | Buffer>): string {
  for (const [name, text] of files) {
    const target = path.join(folder, name);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return folder;
}
