import type { Actor } from "../domain/actor.ts";
import { eraseFollowing } from "../../db/followed.ts";
import { eachCaseOfAddress } from "../../db/reporters.ts";
import type { Tx } from "../../db/store.server.ts";
import { eraseIdentityOf } from "./steps/erase-identity.ts";
import { openAccount } from "./steps/own-account.ts";
import { wipeAccount } from "./steps/wipe-account.ts";

/** Erases who a person is from every case of their address, and the account itself. Nothing of it can be undone. Returns the number of cases. */
export async function eraseAccount(tx: Tx, actor: Actor, _input: unknown, now: Date): Promise<number> {
  const contact = await openAccount(tx, actor);
  let erased = 0;
  for await (const row of eachCaseOfAddress(tx, contact.emailIndex ?? "")) {
    await eraseIdentityOf(tx, { kind: "submitter", caseId: row.id }, row, now);
    erased += 1;
  }
  await eraseFollowing(tx, contact.emailIndex ?? "");
  await wipeAccount(tx, actor, contact, "erase-account", now);
  return erased;
}
