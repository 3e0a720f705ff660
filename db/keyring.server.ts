import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  sign,
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
  /**
   * An Ed25519 signature by the receipt key derived from the current key, or
   * the key named: the same bytes, 64 of them, for the same message each time.
   */
  signReceipt(message: Uint8Array, keyId?: string): Buffer;
  /** The public halves of every receipt key, the current one first. */
  receiptPublicKeys(): readonly ReceiptPublicKey[];
  /** An Ed25519 signature by the ledger key derived from the key named. */
  signLedger(message: Uint8Array, keyId: string): Buffer;
  /** The public halves of every ledger key, the current one first. */
  ledgerPublicKeys(): readonly ReceiptPublicKey[];
  /** Encrypts text with a wrapped data key. */
  seal(wrapped: string, owner: string, column: string, text: string): string;
  /** Decrypts; throws when the value was altered, moved or sealed with an unknown key. */
  open(wrapped: string, owner: string, column: string, sealed: string): string;
  /** As `seal`, for bytes: version byte, nonce, tag and sealed bytes (`SEAL_BYTES` more than went in). */
  sealBytes(wrapped: string, owner: string, column: string, bytes: Uint8Array): Buffer;
  /** As `open`, for what `sealBytes` made. */
  openBytes(wrapped: string, owner: string, column: string, sealed: Uint8Array): Buffer;
}

/** What sealing adds to bytes: version, nonce and tag. */
export const SEAL_BYTES = 1 + 12 + 16;
const BYTES_VERSION = 1;

export interface ReceiptPublicKey {
  readonly keyId: string;
  readonly key: KeyObject;
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
  const masterOf = (id: string): Buffer => {
    const master = keys[id];
    if (!master || master.length !== 32) throw new Error(`KEYRING_FILE has no key of 32 bytes named ${id}`);
    return master;
  };
  const keyFor = (purpose: Purpose, id: string): KeyObject => {
    const name = `${purpose}|${id}`;
    const known = derived.get(name);
    if (known) return known;
    const key = createSecretKey(new Uint8Array(hkdfSync("sha256", masterOf(id), "cau-noi", purpose, 32)));
    derived.set(name, key);
    return key;
  };
  keyFor("wrap", currentId);

  const signing = new Map<string, KeyObject>();
  const signingKey = (id: string, use: SigningUse): KeyObject => {
    const name = `${use}|${id}`;
    const key = signing.get(name) ?? ed25519Key(masterOf(id), use);
    signing.set(name, key);
    return key;
  };
  const publicKeys = (use: SigningUse): ReceiptPublicKey[] =>
    [currentId, ...Object.keys(keys).filter((id) => id !== currentId)].map((keyId) => ({
      keyId,
      key: createPublicKey(signingKey(keyId, use)),
    }));

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
    signReceipt: (message, keyId = currentId) => sign(null, message, signingKey(keyId, "receipt-signature")),
    receiptPublicKeys: () => publicKeys("receipt-signature"),
    signLedger: (message, keyId) => sign(null, message, signingKey(keyId, "ledger-signature")),
    ledgerPublicKeys: () => publicKeys("ledger-signature"),
    seal: (wrapped, owner, column, text) => encrypt(unwrap(wrapped, owner), "d", `${owner}|${column}`, text),
    open: (wrapped, owner, column, sealed) => decrypt(unwrap(wrapped, owner), `${owner}|${column}`, sealed),
    sealBytes: (wrapped, owner, column, bytes) => encryptBytes(unwrap(wrapped, owner), `${owner}|${column}`, bytes),
    openBytes: (wrapped, owner, column, sealed) => decryptBytes(unwrap(wrapped, owner), `${owner}|${column}`, sealed),
  };
}

/** What PKCS #8 writes before the 32 bytes of an Ed25519 key (RFC 8410). */
const ED25519_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");

type SigningUse = "receipt-signature" | "ledger-signature";

function ed25519Key(master: Buffer, use: SigningUse): KeyObject {
  const seed = Buffer.from(hkdfSync("sha256", master, "cau-noi", use, 32));
  return createPrivateKey({ key: Buffer.concat([ED25519_PREFIX, seed]), format: "der", type: "pkcs8" });
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

function encryptBytes(key: KeyObject, bound: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(bound));
  const sealed = cipher.update(bytes);
  cipher.final();
  return Buffer.concat([Buffer.of(BYTES_VERSION), nonce, cipher.getAuthTag(), sealed]);
}

function decryptBytes(key: KeyObject, bound: string, sealed: Uint8Array): Buffer {
  if (sealed.length < SEAL_BYTES || sealed[0] !== BYTES_VERSION) throw new Error("unknown sealing format");
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(1, 13)).setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(13, SEAL_BYTES));
  const bytes = decipher.update(sealed.subarray(SEAL_BYTES));
  decipher.final();
  return bytes;
}
