import type { Lang } from "../app/domain/case-kind.ts";
import { listCaseFiles, nameOf } from "./attachments.ts";
import { type CaseRow } from "./cases.ts";
import { type SubmitterView, submitterView } from "./case-views.ts";
import { newAddressOf, openChangeOf } from "./contact-changes.ts";
import { type ContactRow, openAddress } from "./contacts.ts";
import { type Followed, followedBy } from "./followed.ts";
import { eachCaseOfAddress, openReporter, type ReporterIdentity } from "./reporters.ts";
import type { Db } from "./store.server.ts";

/** What the portal holds about somebody beside their cases. */
export interface AccountData {
  readonly email: string;
  readonly wish: ContactRow["wish"];
  readonly lang: Lang;
  readonly confirmedAt: Date;
  readonly changingTo: string | null;
  readonly following: readonly Followed[];
}

/** All that is held about one case and who sent it, as its sender may have it. */
export interface CaseData {
  readonly identity: ReporterIdentity | null;
  readonly view: SubmitterView;
  readonly files: readonly { name: string; type: string; size: number; sentAt: Date; from: "sender" | "agency" }[];
}

/** About whom: an account with all its cases, or the one case that a secret has opened. */
export type Subject = { readonly contact: ContactRow } | { readonly row: CaseRow };

/** The account's own data; null where one case is asked about. The caller is its owner. */
export async function accountData(db: Db, subject: Subject, now: Date): Promise<AccountData | null> {
  if (!("contact" in subject)) return null;
  const { contact } = subject;
  const change = await openChangeOf(db, contact.id, now);
  const { wish, lang, confirmedAt } = contact;
  return {
    email: openAddress(db, contact),
    wish,
    lang,
    confirmedAt,
    changingTo: change && newAddressOf(db, change),
    following: await followedBy(db, contact.emailIndex ?? "", 1000),
  };
}

/** The cases, one at a time: how many there are does not matter. The caller is their sender. */
export async function* eachCaseData(db: Db, subject: Subject, now: Date): AsyncGenerator<CaseData> {
  if ("row" in subject) {
    yield await caseData(db, subject.row, now);
    return;
  }
  for await (const row of eachCaseOfAddress(db, subject.contact.emailIndex ?? "")) yield await caseData(db, row, now);
}

async function caseData(db: Db, row: CaseRow, now: Date): Promise<CaseData> {
  const files = await listCaseFiles(db, row.id);
  return {
    identity: await openReporter(db, row.id),
    view: await submitterView(db, row, now),
    files: files.map((file) => ({
      name: nameOf(db, file),
      type: file.type,
      size: file.size,
      sentAt: file.createdAt,
      from: file.evidenceBy === null ? "sender" : "agency",
    })),
  };
}
