import { parseArgs } from "node:util";
import { invitePerson, inviteInput } from "../app/commands/invite-person.ts";
import { checkInput } from "../app/domain/check-input.ts";
import { InputRefusal } from "../app/domain/refusal.ts";
import { findAgencyByCode } from "../db/agencies.ts";
import { activationEnds } from "../db/staff.ts";
import { activationLink } from "./activation-link.ts";
import { openPortal } from "./open-portal.ts";

const USAGE = "Usage: user create --email ADDRESS --name NAME --role ROLE --agency CODE [--lang vi|en] [--json]";

/** `user create`: makes an account without a password and prints the one-time link with which its owner sets one. */
export async function userCreate(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string" },
      agency: { type: "string" },
      lang: { type: "string" },
      json: { type: "boolean" },
    },
  });
  const portal = await openPortal();
  try {
    const agency = await findAgencyByCode(portal.store.read, values.agency ?? "");
    if (!agency) throw new Error(`There is no agency with the code given. ${USAGE}`);
    const { email, name, role, lang } = values;
    const checked = checkInput(inviteInput, { email, name, role, lang, agencyId: agency.id, byMail: false });
    if (!checked.ok) throw new Error(`Not accepted: ${Object.keys(checked.errors).join(", ")}. ${USAGE}`);
    const now = portal.clock();
    const { row, token } = await portal.store.write((tx) => invitePerson(tx, { kind: "system" }, checked.value, now));
    const link = activationLink(portal, token);
    if (values.json) {
      const expiresAt = activationEnds(now);
      console.log(
        JSON.stringify({
          id: row.id,
          email: row.email,
          role: row.role,
          agency: agency.code,
          activationUrl: link,
          expiresAt,
        }),
      );
    } else console.log(`${row.email}: open this one-time link within 72 hours to set the password.\n${link}`);
  } catch (error) {
    if (error instanceof InputRefusal) throw new Error(wordsOf(error), { cause: error });
    throw error;
  } finally {
    await portal.store.close();
  }
}

function wordsOf({ errors }: InputRefusal): string {
  return errors.email === "taken"
    ? "There is already an account with this address."
    : `Not accepted: ${Object.keys(errors).join(", ")}.`;
}
