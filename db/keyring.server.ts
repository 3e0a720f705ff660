import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from "node:fs";
import { z } from "zod";

/** The uses of a key. Each has its own derived key, so no value serves two purposes. */
type Purpose = "wrap" | "tracking-secret" | "blind-index" | "session" | "token" | "rate-limit" | "idempotency" | "form";

const keyringFile = z.object({
  current: z.string().min(1),
  keys: z.record(
    z.string(),
    z.string().transform((value) => Buffer.from(value, "base64")),
  ),
});

/**
 * The portal's keys. Field encryption is AES-256-GCM with a random 96-bit
 * nonce; the associated data name table, column and row, so that a sealed value
 * cannot be moved elsewhere. Format: `v1.<key id>.<base64url of nonce, tag, text>`.
 */
export interface Keyring {
  readonly currentId: string;
  /** A keyed hash (HMAC-SHA-256, hex) under the current key, or the key named. */
  hash(purpose: Purpose, value: string, keyId?: string): string;
  /** A fresh data key, wrapped by the current master key. */
  newDataKey(owner: string): string;
  /** Encrypts text with a wrapped data key. */
  seal(wrapped: string, owner: string, column: string, text: string): string;
  /** Decrypts; throws when the value was altered, moved or sealed with an unknown key. */
  open(wrapped: string, owner: string, column: string, sealed: string): string;
}

/** Reads the key ring, or makes one (mode 0600, synced to disk) when the file does not exist. */
export function loadKeyring(file: string): Keyring {
  makeKeyringFile(file);
  const parsed = keyringFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (!parsed.success) throw new Error("KEYRING_FILE is not a key ring");
  return makeKeyring(parsed.data.current, parsed.data.keys);
}

/** Makes the file unless it is there; of two first starts at once one makes it and both read it. */
function makeKeyringFile(file: string): void {
  if (existsSync(file)) return;
  const id = `k${randomBytes(3).toString("hex")}`;
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  const descriptor = openSync(fresh, "wx", 0o600);
  writeSync(
    descriptor,
    `${JSON.stringify({ current: id, keys: { [id]: randomBytes(32).toString("base64") } }, null, 2)}\n`,
  );
  fsyncSync(descriptor);
  closeSync(descriptor);
  // Linking fails where the name is taken, and never shows half a file.
  try {
    linkSync(fresh, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    unlinkSync(fresh);
  }
}

/** A key ring from raw 32-byte keys; tests make theirs with it. */
export function makeKeyring(currentId: string, keys: Record<string, Buffer>): Keyring {
  const derived = new Map<string, KeyObject>();
  const keyFor = (purpose: Purpose, id: string): KeyObject => {
    const name = `${purpose}|${id}`;
    const known = derived.get(name);
    if (known) return known;
    const master = keys[id];
    if (!master || master.length !== 32) throw new Error(`KEYRING_FILE has no key of 32 bytes named ${id}`);
    const key = createSecretKey(new Uint8Array(hkdfSync("sha256", master, "cau-noi", purpose, 32)));
    derived.set(name, key);
    return key;
  };
  keyFor("wrap", currentId);

  // The columns of one row follow each other, so the key in use is opened once.
  let opened: { wrapped: string; owner: string; key: KeyObject } | null = null;
  const unwrap = (wrapped: string, owner: string): KeyObject => {
    if (opened?.wrapped === wrapped && opened.owner === owner) return opened.key;
    const [, id = ""] = wrapped.split(".");
    const key = createSecretKey(Buffer.from(decrypt(keyFor("wrap", id), `key|${owner}`, wrapped), "base64"));
    opened = { wrapped, owner, key };
    return key;
  };

  return {
    currentId,
    hash: (purpose, value, keyId = currentId) =>
      createHmac("sha256", keyFor(purpose, keyId)).update(value).digest("hex"),
    newDataKey: (owner) =>
      encrypt(keyFor("wrap", currentId), currentId, `key|${owner}`, randomBytes(32).toString("base64")),
    seal: (wrapped, owner, column, text) => encrypt(unwrap(wrapped, owner), "d", `${owner}|${column}`, text),
    open: (wrapped, owner, column, sealed) => decrypt(unwrap(wrapped, owner), `${owner}|${column}`, sealed),
  };
}

function encrypt(key: KeyObject, keyId: string, bound: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `v1.${keyId}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

function decrypt(key: KeyObject, bound: string, value: string): string {
  const [version, , body = ""] = value.split(".");
  if (version !== "v1") throw new Error("unknown sealing format");
  const bytes = Buffer.from(body, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}
