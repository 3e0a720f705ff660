import { parseArgs } from "node:util";
import { createToken, createTokenInput } from "../app/commands/create-token.ts";
import { checkInput } from "../app/domain/check-input.ts";
import { InputRefusal } from "../app/domain/refusal.ts";
import { openPortal } from "./open-portal.ts";

const USAGE = "Usage: token create --user ADDRESS [--scope staff|open311|webhook] [--json]";

/** `token create`: prints an API token once. */
export async function tokenCreate(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { user: { type: "string" }, scope: { type: "string" }, json: { type: "boolean" } },
  });
  const checked = checkInput(createTokenInput, { email: values.user, scope: values.scope });
  if (!checked.ok) throw new Error(USAGE);
  const portal = await openPortal();
  try {
    const token = await portal.store.write((tx) => createToken(tx, { kind: "system" }, checked.value, portal.clock()));
    const { email, scope } = checked.value;
    console.log(values.json ? JSON.stringify({ user: email, scope, token }) : token);
  } catch (error) {
    if (error instanceof InputRefusal)
      throw new Error("There is no active account with this address.", { cause: error });
    throw error;
  } finally {
    await portal.store.close();
  }
}
