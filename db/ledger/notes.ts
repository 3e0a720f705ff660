import { createHash } from "node:crypto";
import type { Keyring } from "../keyring.server.ts";

/** What a checkpoint says of the log. */
export interface CheckpointFacts {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly number: number;
  readonly at: Date;
}

/** The kind of signature that signed notes call Ed25519. */
const ED25519 = Buffer.of(1);

/**
 * A checkpoint in the text form of C2SP's tlog-checkpoint: name of the log,
 * number of leaves, root; then, as further lines, the checkpoint's own number
 * and time. Every key of the ring signs it, so that whoever knows only an older
 * key goes on following the log after a new one came.
 */
export function signedCheckpoint(keys: Keyring, facts: CheckpointFacts): string {
  const { origin, size, root, number, at } = facts;
  const text = `${[origin, size, root, `number ${number}`, `time ${at.toISOString()}`].join("\n")}\n`;
  const lines = keys.ledgerPublicKeys().map(({ keyId, key }) => {
    const signature = keys.signLedger(Buffer.from(text), keyId);
    return `— ${origin} ${Buffer.concat([idOf(origin, rawOf(key)), signature]).toString("base64")}\n`;
  });
  return `${text}\n${lines.join("")}`;
}

/** The public keys as C2SP's signed notes write them, a line each, the current one first. */
export function verifierKeys(keys: Keyring, origin: string): string[] {
  return keys.ledgerPublicKeys().map(({ key }) => {
    const raw = rawOf(key);
    return `${origin}+${idOf(origin, raw).toString("hex")}+${Buffer.concat([ED25519, raw]).toString("base64")}`;
  });
}

type PublicKey = ReturnType<Keyring["ledgerPublicKeys"]>[number]["key"];

/** The 32 bytes of a public key: the end of its DER form. */
const rawOf = (key: PublicKey): Buffer => key.export({ type: "spki", format: "der" }).subarray(-32);

/** Four bytes by which a note says whose signature a line holds. */
const idOf = (origin: string, raw: Buffer): Buffer =>
  createHash("sha256").update(`${origin}\n`).update(ED25519).update(raw).digest().subarray(0, 4);
