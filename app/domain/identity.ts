/** What a link sent by mail does once its button is pressed. */
export const linkPurposes = ["confirm", "sign-in", "old-address", "new-address"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** Which mails a person wants about their cases. */
export const mailWishes = ["every-step", "answers"] as const;
export type MailWish = (typeof mailWishes)[number];

/** What is done about identities, as the audit page lists it. */
export const identityActTypes = [
  "request-identity",
  "grant-identity",
  "refuse-identity",
  "reveal",
  "erase-identity",
  "read-audit",
] as const;
export type IdentityActType = (typeof identityActTypes)[number];

const HOUR_MS = 3600 * 1000;

/** How long each kind of link works. A sign-in link is as good as a password, so it lives shortly. */
export const linkLifeMs: Record<LinkPurpose, number> = {
  confirm: 30 * 24 * HOUR_MS,
  "sign-in": HOUR_MS / 2,
  "old-address": 7 * 24 * HOUR_MS,
  "new-address": 7 * 24 * HOUR_MS,
};

/** How long a custodian's grant opens one case to one person. */
export const GRANT_HOURS = 24;
export const GRANT_MS = GRANT_HOURS * HOUR_MS;

/** Mails that go out whatever a person wishes: somebody waits for them, or they end the case. */
export const answerMails: readonly string[] = [
  "received",
  "extended",
  "question",
  "answered",
  "declined",
  "merged",
  "reopened",
  "dispute-upheld",
];

/** True when a person with this wish gets this mail. */
export function isWanted(wish: MailWish, mail: string): boolean {
  return wish === "every-step" || answerMails.includes(mail);
}
