import { timingSafeEqual } from "node:crypto";
import { readCaseCode } from "../app/domain/case-code.ts";
import { readSecret } from "../app/domain/secret.ts";
import { type CaseRow, findCase } from "./cases.ts";
import type { Db } from "./store.server.ts";

const NO_HASH = "0".repeat(64);

/**
 * The case that a code and a secret open together, or null: the same work and
 * the same answer whether the code is unknown or the secret is wrong.
 */
export async function openBySecret(db: Db, typedCode: string, typedSecret: string): Promise<CaseRow | null> {
  const row = await findCase(db, readCaseCode(typedCode.slice(0, 60)) ?? "");
  const given = db.keys.hash("tracking-secret", readSecret(typedSecret.slice(0, 120)) ?? "", row?.secretKeyId);
  const right = timingSafeEqual(Buffer.from(given, "hex"), Buffer.from(row?.secretHash ?? NO_HASH, "hex"));
  return right && row ? row : null;
}
