import { z } from "zod";
import { languages } from "../domain/case-kind.ts";
import { choice, line, optional } from "../domain/fields.ts";
import { mailWishes } from "../domain/identity.ts";
import type { Actor } from "../domain/actor.ts";
import { readPhone } from "../domain/phone.ts";
import type { ContactRow } from "../../db/contacts.ts";
import { changeReporter, eachCaseOfAddress } from "../../db/reporters.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeAccountRow, openAccount } from "./steps/own-account.ts";

const phone = z
  .string()
  .refine((value) => readPhone(value) !== null, "wrong")
  .overwrite((value) => readPhone(value) ?? value);

export const changeWishInput = z.object({ wish: choice(mailWishes), mailLang: choice(languages) });

/** Chooses which mails come, and in which language. */
export async function changeWish(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof changeWishInput>,
  now: Date,
): Promise<ContactRow> {
  const contact = await openAccount(tx, actor);
  const set = { wish: input.wish, lang: input.mailLang };
  return changeAccountRow(tx, actor, contact, { type: "change-wish", set }, now);
}

export const changeNameInput = z
  .object({ name: optional(line(120, 2)), phone: optional(phone) })
  .refine(({ name, phone: number }) => name !== undefined || number !== undefined, {
    message: "empty",
    path: ["name"],
  });

/** Corrects name or phone number on every case of the account; what is left empty stays as it is. */
export async function changeName(
  tx: Tx,
  actor: Actor,
  input: z.infer<typeof changeNameInput>,
  now: Date,
): Promise<ContactRow> {
  const contact = await openAccount(tx, actor);
  const changes = {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.phone === undefined ? {} : { phone: input.phone }),
  };
  for await (const row of eachCaseOfAddress(tx, contact.emailIndex ?? "")) await changeReporter(tx, row.id, changes);
  return changeAccountRow(tx, actor, contact, { type: "change-name" }, now);
}
