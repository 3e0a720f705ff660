import { sql } from "drizzle-orm";
import type { Lang } from "../../app/domain/case-kind.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";

/** Voices on a case of somebody else, and letters that are nearly the same. */
export function similarTables(kit: ColumnKit, { cases }: CaseworkTables) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex, primaryKey } = kit;

  /** Who follows a published case instead of sending their own. Stopping removes the row. */
  const followers = table(
    "follower",
    {
      id: serial(),
      code: text().notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      lang: text().$type<Lang>().notNull(),
      secretHash: text().notNull(),
      secretKeyId: text().notNull(),
      /** Keyed hash of the form session and the case: the same browser has one voice on it. */
      sessionHash: text().notNull(),
      /** The follower's own key, wrapped; null without an address. */
      wrappedKey: text(),
      /** Sealed. */
      email: text(),
      /** Keyed hash of the address. */
      emailIndex: text(),
      /** When the owner of the address said that it is theirs; of those from before that was asked, when they began to follow. */
      confirmedAt: time(),
      /** False where the same address already had its voice on this case. */
      counted: bool().notNull(),
      createdAt: time().notNull(),
    },
    (t) => [
      uniqueIndex("follower_code").on(t.code),
      uniqueIndex("follower_session").on(t.sessionHash),
      index("follower_case").on(t.caseId, t.id),
      // An address has one voice on a case.
      uniqueIndex("follower_email").on(t.emailIndex, t.caseId),
      index("follower_unconfirmed")
        .on(t.createdAt)
        .where(sql`email is not null and confirmed_at is null`),
    ],
  );

  /** What the followers of a case are to be told: one row for all, written with the act; the timer turns it into mails. */
  const followerNews = table(
    "follower_news",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      mail: text().notNull(),
      params: json<Record<string, string>>().notNull(),
      /** The last follower told. */
      afterId: ref().notNull(),
      createdAt: time().notNull(),
    },
    (t) => [index("follower_news_case").on(t.caseId)],
  );

  /** Letters so near to each other that one text stands behind them. Nothing is merged by it. */
  const campaigns = table("campaign", {
    id: serial(),
    firstCaseId: ref()
      .references(() => cases.id)
      .notNull(),
    letters: int().notNull(),
    /** Different senders who left a name and an address. */
    named: int().notNull(),
    anonymous: int().notNull(),
    createdAt: time().notNull(),
  });

  /** A keyed hash of each named sender of a campaign: counts people, and finds nobody's cases. */
  const campaignSenders = table(
    "campaign_sender",
    {
      campaignId: ref()
        .references(() => campaigns.id)
        .notNull(),
      senderHash: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.campaignId, t.senderHash] })],
  );

  /** The print of each letter's text (app/domain/letter-print.ts). */
  const letterPrints = table(
    "letter_print",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      sketch: text().notNull(),
      /** False until the letter has been held against those before it. */
      grouped: bool().notNull(),
      campaignId: ref().references(() => campaigns.id),
    },
    (t) => [
      index("letter_print_campaign").on(t.campaignId, t.caseId),
      index("letter_print_grouped").on(t.grouped, t.caseId),
    ],
  );

  /** The few keys by which near prints are found. */
  const letterKeys = table(
    "letter_key",
    {
      key: ref().notNull(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
    },
    (t) => [primaryKey({ columns: [t.key, t.caseId] })],
  );

  return { followers, followerNews, campaigns, campaignSenders, letterPrints, letterKeys };
}

export type SimilarTables = ReturnType<typeof similarTables>;
