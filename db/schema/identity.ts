import type { Lang } from "../../app/domain/case-kind.ts";
import type { IdentityActType, LinkPurpose, MailWish } from "../../app/domain/identity.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** People as far as they have confirmed an address, and who may see who they are. */
export function identityTables(kit: ColumnKit, { staff }: OfficeTables, { cases, messages }: CaseworkTables) {
  const { table, serial, ref, text, time, int, index, uniqueIndex } = kit;

  /** A confirmed address and what its owner wishes: the account that gathers a person's cases. Wiped, never deleted, by erasure. */
  const contacts = table(
    "contact",
    {
      id: serial(),
      /** Keyed hash of the address; null once erased or given up for another. */
      emailIndex: text(),
      wrappedKey: text().notNull(),
      /** Sealed. */
      email: text(),
      lang: text().$type<Lang>().notNull(),
      wish: text().$type<MailWish>().notNull(),
      confirmedAt: time().notNull(),
      erasedAt: time(),
      version: int().notNull(),
    },
    (t) => [uniqueIndex("contact_email").on(t.emailIndex)],
  );

  /** One change of a contact's address: the old one approves, the new one confirms. */
  const contactChanges = table(
    "contact_change",
    {
      id: serial(),
      contactId: ref()
        .references(() => contacts.id)
        .notNull(),
      wrappedKey: text().notNull(),
      /** The new address, sealed. */
      email: text().notNull(),
      emailIndex: text().notNull(),
      createdAt: time().notNull(),
      expiresAt: time().notNull(),
      approvedAt: time(),
      confirmedAt: time(),
    },
    (t) => [index("contact_change_contact").on(t.contactId), index("contact_change_expires").on(t.expiresAt)],
  );

  /** A link sent by mail. Opening it shows a page; only the button there spends it. */
  const mailedLinks = table(
    "mailed_link",
    {
      id: serial(),
      purpose: text().$type<LinkPurpose>().notNull(),
      tokenHash: text().notNull(),
      /** Keyed hash of the address it goes to. */
      emailIndex: text().notNull(),
      /** The address, sealed; null where it is that of the case. */
      wrappedKey: text(),
      email: text(),
      caseId: ref().references(() => cases.id),
      changeId: ref().references(() => contactChanges.id),
      lang: text().$type<Lang>().notNull(),
      createdAt: time().notNull(),
      expiresAt: time().notNull(),
      usedAt: time(),
    },
    (t) => [
      uniqueIndex("mailed_link_token").on(t.tokenHash),
      index("mailed_link_email").on(t.emailIndex),
      index("mailed_link_expires").on(t.expiresAt),
    ],
  );

  const contactSessions = table(
    "contact_session",
    {
      idHash: text().primaryKey(),
      contactId: ref()
        .references(() => contacts.id)
        .notNull(),
      createdAt: time().notNull(),
      seenAt: time().notNull(),
    },
    (t) => [index("contact_session_contact").on(t.contactId), index("contact_session_created").on(t.createdAt)],
  );

  /** Somebody of an office asks to see who sent a case; a custodian decides. The reasons are messages of the case. */
  const identityRequests = table(
    "identity_request",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      state: text().$type<"open" | "granted" | "refused">().notNull(),
      reasonId: ref()
        .references(() => messages.id)
        .notNull(),
      askedAt: time().notNull(),
      decidedBy: ref().references(() => staff.id),
      decisionId: ref().references(() => messages.id),
      decidedAt: time(),
      grantedUntil: time(),
    },
    (t) => [
      index("identity_request_state").on(t.state, t.id),
      index("identity_request_case").on(t.caseId, t.staffId, t.id),
    ],
  );

  /** What was done about identities, for the audit page: a projection of events, in the order of time. */
  const identityActs = table(
    "identity_act",
    {
      id: serial(),
      type: text().$type<IdentityActType>().notNull(),
      at: time().notNull(),
      caseId: ref().references(() => cases.id),
      /** Who did it; null for the person themselves. */
      staffId: ref().references(() => staff.id),
      actorName: text().notNull(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      /** The reason given, as a message of the case. */
      messageId: ref().references(() => messages.id),
      until: time(),
    },
    (t) => [
      index("identity_act_at").on(t.at, t.id),
      index("identity_act_case").on(t.caseId, t.at, t.id),
      index("identity_act_staff").on(t.staffId, t.at, t.id),
    ],
  );

  return { contacts, contactChanges, mailedLinks, contactSessions, identityRequests, identityActs };
}

export type IdentityTables = ReturnType<typeof identityTables>;
