import { argon2, type Argon2Parameters, randomBytes, timingSafeEqual } from "node:crypto";
import { normalPassword } from "../domain/password-rules.ts";

/** Argon2id, stronger than the least that OWASP advises (19 MiB, 2 passes); memory in KiB. */
const cost = { memory: 32_768, passes: 3, parallelism: 1 } as const;
const TAG_LENGTH = 32;
const AT_ONCE = 2;
/** More than this many in line, and the portal says "not now" instead of letting everybody wait. */
const MOST_WAITING = 40;

type Cost = Pick<Argon2Parameters, "memory" | "passes" | "parallelism">;

/** A new hash in PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. Never called inside `store.write`. */
export async function hashPassword(plain: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await derive(plain, salt, cost, TAG_LENGTH);
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(salt)}$${encode(tag)}`;
}

/**
 * True when the password is the one that was hashed. A missing hash costs the
 * same work as a wrong password, so that an answer's time tells nothing.
 */
export async function verifyPassword(plain: string, stored: string | null): Promise<boolean> {
  const known = readHash(stored);
  const against = known ?? { cost, salt: Buffer.alloc(16), tag: Buffer.alloc(TAG_LENGTH) };
  const tag = await derive(plain, against.salt, against.cost, against.tag.length);
  return timingSafeEqual(tag, against.tag) && known !== null;
}

interface StoredHash {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly tag: Buffer;
}

function readHash(stored: string | null): StoredHash | null {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/.exec(stored ?? "");
  if (!match) return null;
  const [, memory, passes, parallelism, salt = "", tag = ""] = match;
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) },
    salt: Buffer.from(salt, "base64"),
    tag: Buffer.from(tag, "base64"),
  };
}

const encode = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

let running = 0;
const waiting: (() => void)[] = [];

/** Hashes one password; at most two run at once, the others wait their turn. */
async function derive(
  plain: string,
  nonce: Buffer,
  { memory, passes, parallelism }: Cost,
  tagLength: number,
): Promise<Buffer> {
  await takeTurn();
  try {
    const message = normalPassword(plain);
    return await new Promise((resolve, reject) => {
      argon2("argon2id", { message, nonce, memory, passes, parallelism, tagLength }, (error, tag) =>
        error ? reject(error) : resolve(tag),
      );
    });
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function takeTurn(): Promise<void> {
  if (running < AT_ONCE) {
    running += 1;
    return;
  }
  if (waiting.length >= MOST_WAITING) throw new Error("too many passwords to check at once");
  await new Promise<void>((resolve) => waiting.push(resolve));
}
