import { lastDay } from "../../domain/deadlines.ts";
import { answerMails, isWanted } from "../../domain/identity.ts";
import type { Role } from "../../domain/actor.ts";
import { findAgency } from "../../../db/agencies.ts";
import { type CaseRow, scopeOf } from "../../../db/cases.ts";
import { findContactByIndex } from "../../../db/contacts.ts";
import { findDoneAct } from "../../../db/done-acts.ts";
import { noteFamilyNews } from "../../../db/follower-news.ts";
import { enqueueMail } from "../../../db/outbox.ts";
import { reporterIndex } from "../../../db/reporters.ts";
import { activeStaff } from "../../../db/staff.ts";
import type { Tx } from "../../../db/store.server.ts";

/** Queues a mail to the submitter of a case: code, agency and due date, never text of the case. */
export async function tellSubmitter(
  tx: Tx,
  row: CaseRow,
  mail: string,
  now: Date,
  extra: Record<string, string> = {},
): Promise<void> {
  if (!scopeOf(row).hasIdentity || row.heldReason !== null) return;
  if (!(await wants(tx, row, mail))) return;
  // Its mails may not speak of a secret that nobody has shown to the sender.
  const channel: Record<string, string> = row.channel === "open311" ? { channel: row.channel } : {};
  const params = { ...(await caseParams(tx, row)), ...channel, ...extra };
  const mailed = { mail, lang: row.lang, recipient: "reporter" as const, recipientId: row.id, params };
  await enqueueMail(tx, mailed, now, await causeOf(tx, row));
}

/** What the owner of the case's address has chosen; who has confirmed none gets every mail that its daily allowance lets through. */
async function wants(tx: Tx, row: CaseRow, mail: string): Promise<boolean> {
  if (answerMails.includes(mail)) return true;
  const emailIndex = await reporterIndex(tx, row.id);
  const contact = emailIndex === null ? null : await findContactByIndex(tx, emailIndex);
  return contact === null || isWanted(contact.wish, mail);
}

/** Notes news for whoever follows a published case, or one that goes on under it. What is not public is nobody's news. */
export async function tellFollowers(
  tx: Tx,
  row: CaseRow,
  mail: string,
  now: Date,
  extra: Record<string, string> = {},
): Promise<void> {
  if (row.published) await noteFamilyNews(tx, row.id, mail, { ...(await caseParams(tx, row)), ...extra }, now);
}

/** Queues a mail to the people in these roles at the desk where the case lies: the unit to which the work was handed, or the lead agency. */
export async function tellAgency(tx: Tx, row: CaseRow, roles: readonly Role[], mail: string, now: Date): Promise<void> {
  const deskId = mail === "approval-wanted" && !row.unitApproves ? row.agencyId : (row.unitId ?? row.agencyId);
  if (deskId === null) return;
  const params = await caseParams(tx, row);
  const cause = await causeOf(tx, row);
  for (const person of await activeStaff(tx, deskId, roles)) {
    await enqueueMail(tx, { mail, lang: person.lang, recipient: "staff", recipientId: person.id, params }, now, cause);
  }
}

/** The officer's act that gave the case this version; null when it was the submitter's, or a timer's. */
export async function causeOf(tx: Tx, row: CaseRow): Promise<number | null> {
  return (await findDoneAct(tx, row))?.id ?? null;
}

async function caseParams(tx: Tx, row: CaseRow): Promise<Record<string, string>> {
  const agency = row.agencyId === null ? null : await findAgency(tx, row.agencyId);
  const replyBy: Record<string, string> = row.waitUntil ? { replyBy: lastDay(row.waitUntil) } : {};
  const closesOn: Record<string, string> = row.closeAt ? { closesOn: lastDay(row.closeAt) } : {};
  return {
    code: row.code,
    kind: row.kind,
    dueOn: lastDay(row.dueAt),
    ...replyBy,
    ...closesOn,
    ...(agency ? { agencyVi: agency.nameVi, agencyEn: agency.nameEn } : {}),
  };
}
