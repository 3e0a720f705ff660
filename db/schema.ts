import type { ReporterType, Kind, Lang } from "../app/domain/case-kind.ts";
import type { Status, Visibility } from "../app/domain/case-status.ts";
import type { DeadlineStep } from "../app/domain/deadlines.ts";
import type { Outcome, OutcomeKind } from "../app/domain/outcome.ts";
import type { Role } from "../app/domain/permissions.ts";
import type { ColumnKit } from "./columns.server.ts";

/** What an event tells beside its fixed columns; never personal data, never text written by people. */
export type EventData = Record<string, string | number | boolean | null>;

/** The tables, written once for both databases. Names in the database are snake_case (set by the store). */
export function defineSchema(kit: ColumnKit) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex, primaryKey } = kit;

  const agencies = table(
    "agency",
    {
      id: serial(),
      code: text().notNull(),
      kind: text().notNull(),
      parentId: ref(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      abbreviation: text().notNull(),
      provinceCode: text(),
      email: text(),
      /** Folded names and abbreviation, for look-ups. */
      search: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
      version: int().notNull(),
    },
    (t) => [uniqueIndex("agency_code").on(t.code), index("agency_parent").on(t.parentId)],
  );

  const provinces = table("province", {
    code: text().primaryKey(),
    kind: text().notNull(),
    nameVi: text().notNull(),
    nameEn: text().notNull(),
    fullNameVi: text().notNull(),
    fullNameEn: text().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
  });

  const communes = table(
    "commune",
    {
      code: text().primaryKey(),
      provinceCode: text().notNull(),
      kind: text().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [index("commune_province").on(t.provinceCode)],
  );

  /** Every name people may type for a commune: today's and the ones before 1/7/2025. */
  const placeNames = table(
    "place_name",
    {
      id: serial(),
      communeCode: text().notNull(),
      name: text().notNull(),
      search: text().notNull(),
      former: bool().notNull(),
    },
    (t) => [index("place_name_search").on(t.search)],
  );

  /** Closed lists that people edit: fields, bottlenecks, technologies, sectors. */
  const terms = table(
    "term",
    {
      vocabulary: text().notNull(),
      code: text().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      position: int().notNull(),
      basis: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [primaryKey({ columns: [t.vocabulary, t.code] })],
  );

  /** One row per day that differs from the plain week, per version of the calendar. */
  const calendarDays = table(
    "calendar_day",
    {
      version: int().notNull(),
      date: text().notNull(),
      kind: text().$type<"off" | "working">().notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      basis: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.version, t.date] })],
  );

  const deadlineRules = table(
    "deadline_rule",
    {
      id: serial(),
      code: text().notNull(),
      step: text().$type<DeadlineStep>().notNull(),
      caseKind: text().$type<Kind>(),
      amount: int().notNull(),
      unit: text().$type<"working_days" | "days">().notNull(),
      basisVi: text().notNull(),
      basisEn: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
    },
    (t) => [uniqueIndex("deadline_rule_code").on(t.code, t.validFrom)],
  );

  const staff = table(
    "staff",
    {
      id: serial(),
      email: text().notNull(),
      name: text().notNull(),
      role: text().$type<Role>().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      lang: text().$type<Lang>().notNull(),
      passwordHash: text(),
      activationHash: text(),
      activationExpiresAt: time(),
      disabledAt: time(),
      createdAt: time().notNull(),
      version: int().notNull(),
    },
    (t) => [
      uniqueIndex("staff_email").on(t.email),
      uniqueIndex("staff_activation").on(t.activationHash),
      index("staff_agency").on(t.agencyId),
    ],
  );

  const sessions = table(
    "session",
    {
      idHash: text().primaryKey(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      createdAt: time().notNull(),
      seenAt: time().notNull(),
    },
    (t) => [index("session_staff").on(t.staffId)],
  );

  const apiTokens = table(
    "api_token",
    {
      id: serial(),
      tokenHash: text().notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      scope: text().notNull(),
      createdAt: time().notNull(),
      revokedAt: time(),
    },
    (t) => [uniqueIndex("api_token_hash").on(t.tokenHash)],
  );

  const cases = table(
    "case_file",
    {
      id: serial(),
      code: text().notNull(),
      kind: text().$type<Kind>().notNull(),
      status: text().$type<Status>().notNull(),
      /** Where a waiting case goes back to. */
      resumeStatus: text().$type<Status>(),
      lang: text().$type<Lang>().notNull(),
      title: text().notNull(),
      content: text().notNull(),
      details: json<Record<string, string>>().notNull(),
      contentSha256: text().notNull(),
      field: text(),
      bottleneck: text(),
      provinceCode: text(),
      communeCode: text(),
      address: text(),
      reporterType: text().$type<ReporterType>().notNull(),
      publishConsent: bool().notNull(),
      /** Why the case is held for review (a rule name), or null. */
      heldReason: text(),
      agencyId: ref().references(() => agencies.id),
      /** How often an agency has said "not ours". */
      refusals: int().notNull(),
      secretHash: text().notNull(),
      secretKeyId: text().notNull(),
      receivedAt: time().notNull(),
      ruleId: ref()
        .references(() => deadlineRules.id)
        .notNull(),
      calendarVersion: int().notNull(),
      triageDueAt: time().notNull(),
      /** The promised end: rule + calendar of filing + pauses. */
      dueAt: time().notNull(),
      pausedAt: time(),
      pausedUnits: int().notNull(),
      /** When an open question to the submitter lapses. */
      waitUntil: time(),
      answeredAt: time(),
      /** When an answered case closes by itself. */
      closeAt: time(),
      closedAt: time(),
      mergedIntoId: ref(),
      published: bool().notNull(),
      /** Equals the number of the case's events: each change adds one of each. */
      version: int().notNull(),
      search: text().notNull(),
    },
    (t) => [
      uniqueIndex("case_code").on(t.code),
      index("case_queue").on(t.status, t.dueAt, t.id),
      index("case_agency_queue").on(t.agencyId, t.status, t.dueAt, t.id),
      index("case_wait").on(t.status, t.waitUntil),
      index("case_close").on(t.status, t.closeAt),
      index("case_received").on(t.receivedAt),
    ],
  );

  /** Who sent a case. Every value is sealed with the case's own key; nothing joins this table but `db/reporters.ts`. */
  const reporters = table(
    "reporter",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      wrappedKey: text().notNull(),
      name: text(),
      email: text(),
      phone: text(),
      taxCode: text(),
      /** Keyed hash of the address, for exact look-up by permission. */
      emailIndex: text(),
    },
    (t) => [index("reporter_email").on(t.emailIndex)],
  );

  /** What was said on a case: questions, replies, notes, reasons. */
  const messages = table(
    "message",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      kind: text().$type<"question" | "reply" | "note" | "reason">().notNull(),
      body: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      seenBy: text().$type<Visibility>().notNull(),
      authorName: text().notNull(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      at: time().notNull(),
    },
    (t) => [index("message_case").on(t.caseId, t.id)],
  );

  const answers = table(
    "answer",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      state: text().$type<"draft" | "submitted" | "returned" | "approved">().notNull(),
      body: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      /** Half-filled while a draft; an `Outcome` once submitted. */
      outcome: json<Record<string, unknown>>().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      draftedBy: ref().notNull(),
      draftedAt: time().notNull(),
      approvedBy: ref(),
      approvedAt: time(),
    },
    (t) => [index("answer_case").on(t.caseId, t.id)],
  );

  /** What the public may read, built from an allow-list; no public query reads another table about a case's content. */
  const publications = table(
    "publication",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      code: text().notNull(),
      kind: text().$type<Kind>().notNull(),
      status: text().$type<Status>().notNull(),
      field: text(),
      provinceCode: text(),
      communeCode: text(),
      agencyId: ref().references(() => agencies.id),
      titleVi: text().notNull(),
      titleEn: text().notNull(),
      questionVi: text().notNull(),
      questionEn: text().notNull(),
      answerVi: text(),
      answerEn: text(),
      outcomeKind: text().$type<OutcomeKind>(),
      outcomeVi: json<Outcome>(),
      outcomeEn: json<Outcome>(),
      /** The language in which the question was written. */
      lang: text().$type<Lang>().notNull(),
      receivedOn: text().notNull(),
      dueAt: time().notNull(),
      answeredAt: time(),
      ratingLevel: int(),
      ratingSolved: bool(),
      publishedAt: time().notNull(),
      updatedAt: time().notNull(),
      search: text().notNull(),
    },
    (t) => [
      uniqueIndex("publication_code").on(t.code),
      uniqueIndex("publication_case").on(t.caseId),
      index("publication_kind").on(t.kind, t.id),
      index("publication_status").on(t.status, t.id),
      index("publication_field").on(t.field, t.id),
      index("publication_province").on(t.provinceCode, t.id),
      index("publication_agency").on(t.agencyId, t.id),
      index("publication_received").on(t.receivedOn, t.id),
    ],
  );

  const ratings = table("rating", {
    caseId: ref()
      .primaryKey()
      .references(() => cases.id),
    /** 1 very dissatisfied … 4 very satisfied; no middle. */
    level: int().notNull(),
    solved: bool().notNull(),
    comment: text(),
    at: time().notNull(),
  });

  /** Append-only history, one hash chain per stream (`case/12`, `staff/3`). */
  const events = table(
    "event",
    {
      id: serial(),
      stream: text().notNull(),
      /** 1, 2, 3 … without a gap within the stream. */
      position: int().notNull(),
      type: text().notNull(),
      at: time().notNull(),
      actorKind: text().notNull(),
      actorId: ref(),
      actorName: text().notNull(),
      agencyId: ref(),
      agencyVi: text().notNull(),
      agencyEn: text().notNull(),
      fromStatus: text().$type<Status>(),
      toStatus: text().$type<Status>(),
      seenBy: text().$type<Visibility>().notNull(),
      data: json<EventData>().notNull(),
      previousHash: text().notNull(),
      hash: text().notNull(),
    },
    (t) => [uniqueIndex("event_stream").on(t.stream, t.position)],
  );

  /** Mail to be sent, written in the transaction of the act that causes it. Holds no address and no text. */
  const outbox = table(
    "outbox",
    {
      id: serial(),
      mail: text().notNull(),
      lang: text().$type<Lang>().notNull(),
      recipient: text().$type<"reporter" | "staff">().notNull(),
      recipientId: ref().notNull(),
      params: json<Record<string, string>>().notNull(),
      messageId: text().notNull(),
      state: text().$type<"queued" | "sent" | "stuck" | "no-address">().notNull(),
      attempts: int().notNull(),
      notBefore: time().notNull(),
      leaseUntil: time(),
      lastError: text(),
      createdAt: time().notNull(),
      sentAt: time(),
    },
    (t) => [index("outbox_due").on(t.state, t.notBefore, t.id), uniqueIndex("outbox_message").on(t.messageId)],
  );

  const idempotencyKeys = table(
    "idempotency_key",
    {
      keyHash: text().primaryKey(),
      sessionHash: text().notNull(),
      bodyHash: text().notNull(),
      caseId: ref().references(() => cases.id),
      createdAt: time().notNull(),
    },
    (t) => [index("idempotency_created").on(t.createdAt)],
  );

  /** A submission being written; the answers are sealed with the draft's own key. */
  const drafts = table(
    "draft",
    {
      tokenHash: text().primaryKey(),
      kind: text().$type<Kind>().notNull(),
      wrappedKey: text().notNull(),
      answers: text().notNull(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
      expiresAt: time().notNull(),
    },
    (t) => [index("draft_expires").on(t.expiresAt)],
  );

  /** Figures on pages, kept in the transaction that changes them. */
  const counters = table("counter", { name: text().notNull(), key: text().notNull(), value: int().notNull() }, (t) => [
    primaryKey({ columns: [t.name, t.key] }),
  ]);

  return {
    agencies,
    provinces,
    communes,
    placeNames,
    terms,
    calendarDays,
    deadlineRules,
    staff,
    sessions,
    apiTokens,
    cases,
    reporters,
    messages,
    answers,
    publications,
    ratings,
    events,
    outbox,
    idempotencyKeys,
    drafts,
    counters,
  };
}

export type Tables = ReturnType<typeof defineSchema>;
