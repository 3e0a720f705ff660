import { renderMail } from "../../emails/list.ts";
import type { RenderedMail } from "../../emails/mail.tsx";
import { listFollowerAddress, listToken } from "../../db/list-followers.ts";
import { followerAddress, stopToken } from "../../db/followers.ts";
import { forgetAllowances, returnAllowance, takeAllowance } from "../../db/mail-allowance.ts";
import {
  claimDueMail,
  hasDueMail,
  markFailed,
  markSent,
  markWithoutAddress,
  type OutboxRow,
  postponeMail,
  spread,
} from "../../db/outbox.ts";
import { findCoAuthor } from "../../db/co-authors.ts";
import { findContactByIndex } from "../../db/contacts.ts";
import { addressOfLink, findLinkById, insertLink, isUsable, tokenOfMail } from "../../db/mailed-links.ts";
import { addressIndex, reporterAddress } from "../../db/reporters.ts";
import { activationEnds, findStaff, issueActivation } from "../../db/staff.ts";
import type { Db, Store, Tx } from "../../db/store.server.ts";
import { addDays, localDate, startOfDay } from "../domain/calendar.ts";
import { emailAddress } from "../domain/fields.ts";
import { createTransport, failureOf, type MailTransport } from "./mail-transport.ts";

export interface MailJob {
  readonly store: Store;
  /** Null where no SMTP_URL is set: mail waits in the outbox untouched. */
  readonly transport: MailTransport | null;
  /** The portal's address without a slash at the end. */
  readonly publicUrl: string;
  /** MAIL_FROM: `Name <address>` or an address. */
  readonly from: string;
  /** Read anew for every few mails: a pass can last longer than a lease. */
  readonly clock: () => Date;
  readonly log?: { warn(fields: Record<string, string | number>, message: string): void };
}

/** How the mails of one pass ended. `failed` ones are tried again; `postponed` ones wait for their address's next day. */
export type Delivery = Record<"sent" | "failed" | "stuck" | "noAddress" | "postponed", number>;
type Ending = keyof Delivery;

/** Mails on the way at the same time: also the most connections to the mail server. */
const AT_ONCE = 5;
/** Mails of one pass at the most; the next pass goes on. */
const PER_PASS = 500;
const NIGHT_MS = 8 * 3600 * 1000;

/**
 * One pass over the mails that are due. Any number of workers may run it: each
 * mail is leased to one of them. A worker that dies between sending and noting
 * it makes a second copy with the same Message-ID, never a lost mail. Throws
 * when the database fails; mails then stay leased and due again later.
 */
export async function deliverMail(job: MailJob): Promise<Delivery> {
  const total: Delivery = { sent: 0, failed: 0, stuck: 0, noAddress: 0, postponed: 0 };
  const { transport } = job;
  if (!transport) return total;
  for (let taken = 0; taken < PER_PASS;) {
    const now = job.clock();
    if (!(await hasDueMail(job.store.read, now))) break;
    const claimed = await job.store.write(async (tx) => {
      await forgetAllowances(tx, now);
      return claimDueMail(tx, now, AT_ONCE);
    });
    if (claimed.length === 0) break;
    taken += claimed.length;
    const endings = await Promise.allSettled(claimed.map((mail) => deliverOne(job, transport, mail, now)));
    for (const ending of endings) {
      if (ending.status === "rejected") throw ending.reason;
      total[ending.value] += 1;
    }
    // When nothing gets through, the server is left alone until the next pass.
    if (endings.every((ending) => ending.status === "fulfilled" && ending.value === "failed")) break;
  }
  return total;
}

/** A pass that can be repeated, with a transport of its own. */
export function createMailer(settings: {
  readonly store: Store;
  readonly smtpUrl: string | null;
  readonly publicUrl: string;
  readonly from: string;
  readonly clock: () => Date;
  readonly log?: MailJob["log"];
}): () => Promise<Delivery> {
  const { smtpUrl, ...job } = settings;
  const transport = smtpUrl === null ? null : createTransport(smtpUrl);
  return () => deliverMail({ ...job, transport });
}

async function deliverOne(job: MailJob, transport: MailTransport, mail: OutboxRow, now: Date): Promise<Ending> {
  const { store } = job;
  const written = await addressOf(job, mail, now);
  if (written === null) {
    await store.write((tx) => markWithoutAddress(tx, mail));
    return "noAddress";
  }
  const address = emailAddress.safeParse(written);
  if (!address.success) return giveUp(job, mail, "ADDRESS", now);

  const prepared = await store.write((tx) => prepare(tx, mail, address.data, now));
  if (prepared === "postponed") return prepared;
  if (prepared === "link spent") return giveUp(job, mail, "LINK_SPENT", now);
  const content = render(job, mail, prepared);
  if (content === null) return giveUp(job, mail, "TEMPLATE", now);

  try {
    await transport.send({
      from: senderOf(job.from),
      to: address.data,
      messageId: `<${mail.messageId}@${new URL(job.publicUrl).hostname}>`,
      date: now,
      lang: mail.lang,
      ...stopping(job, mail, prepared),
      ...content,
    });
  } catch (error) {
    const failure = failureOf(error);
    job.log?.warn({ mail: mail.mail, id: mail.id, code: failure.code, attempts: mail.attempts + 1 }, "mail not sent");
    const state = await store.write(async (tx) => {
      if (isCounted(mail)) await returnAllowance(tx, address.data, now);
      return markFailed(tx, mail, failure, now);
    });
    return state === "stuck" ? "stuck" : "failed";
  }
  await store.write((tx) => markSent(tx, mail, now));
  return "sent";
}

/** The address as it is known at this moment, or null; the outbox holds none. */
async function addressOf({ store }: MailJob, mail: OutboxRow, now: Date): Promise<string | null> {
  if (mail.recipient === "reporter") return reporterAddress(store.read, mail.recipientId);
  if (mail.recipient === "link") return linkAddress(store.read, mail.recipientId, now);
  if (mail.recipient === "follower") return followerAddress(store.read, mail.recipientId);
  if (mail.recipient === "list-follower") return listFollowerAddress(store.read, mail.recipientId);
  if (mail.recipient === "co-author") return (await findCoAuthor(store.read, mail.recipientId))?.email ?? null;
  const person = await findStaff(store.read, mail.recipientId);
  return person === null || person.disabledAt !== null ? null : person.email;
}

/** The address of a link that can still be used; a link that cannot needs no mail. */
async function linkAddress(db: Db, id: number, now: Date): Promise<string | null> {
  const link = await findLinkById(db, id);
  return link && isUsable(link, now) ? addressOfLink(db, link) : null;
}

/** Mail to addresses that people have typed is counted: whose they are nobody knows before they are confirmed. */
const isCounted = ({ recipient }: OutboxRow): boolean => recipient !== "staff";

/**
 * What is stored before a mail goes: the address's allowance, and the one-time
 * link that it carries. Returns the parameters to write the mail with, or why it does not go.
 */
async function prepare(
  tx: Tx,
  mail: OutboxRow,
  address: string,
  now: Date,
): Promise<Record<string, string> | "postponed" | "link spent"> {
  if (isCounted(mail) && !(await takeAllowance(tx, mail.mail, address, now))) {
    const tomorrow = startOfDay(addDays(localDate(now), 1));
    await postponeMail(tx, mail, new Date(tomorrow.getTime() + Math.round(spread(mail) * NIGHT_MS)), "DAILY_LIMIT");
    return "postponed";
  }
  if (mail.recipient === "link") return { ...mail.params, ...(await linkOf(tx, mail)) };
  if (mail.recipient === "follower") return { ...mail.params, token: stopToken(tx, mail.recipientId) };
  if (mail.recipient === "list-follower") return { ...mail.params, token: listToken(tx, mail.recipientId) };
  if (mail.recipient === "co-author") return { ...mail.params, ...(await invitationOf(tx, mail)) };
  if (mail.mail === "received") return { ...mail.params, ...(await confirmation(tx, mail, address, now)) };
  if (mail.mail !== "activation") return mail.params;
  // An account that waits for no link has been activated: a second copy must not open it again.
  if ((await findStaff(tx, mail.recipientId))?.activationHash === null) return "link spent";
  // Made from the mail's own id under the portal's key: the outbox holds no token, yet a second copy holds the same link.
  const token = tx.keys.hash("token", `activation|${mail.messageId}`);
  await issueActivation(tx, mail.recipientId, now, token);
  return { ...mail.params, token, until: activationEnds(now).toISOString() };
}

/** The token of the link that a mail carries, and until when it works. */
async function linkOf(tx: Tx, mail: OutboxRow): Promise<Record<string, string>> {
  const link = await findLinkById(tx, mail.recipientId);
  if (!link) return {};
  return { token: tokenOfMail(tx, mail.messageId), until: link.expiresAt.toISOString() };
}

/** The code of an invitation; it stands in no row of the outbox. */
async function invitationOf(tx: Tx, mail: OutboxRow): Promise<Record<string, string>> {
  const invited = await findCoAuthor(tx, mail.recipientId);
  return invited ? { token: invited.code } : {};
}

/** The first mail to an address that nobody has confirmed asks its owner to do so. */
async function confirmation(tx: Tx, mail: OutboxRow, email: string, now: Date): Promise<Record<string, string>> {
  if (await findContactByIndex(tx, addressIndex(tx, email))) return {};
  const { lang, messageId, recipientId: caseId } = mail;
  const link = await insertLink(tx, { purpose: "confirm", email, lang, messageId, caseId }, now);
  return { token: tokenOfMail(tx, messageId), until: link.expiresAt.toISOString() };
}

/** Where a mail program stops what its owner follows, without a page. */
function stopping({ publicUrl }: MailJob, mail: OutboxRow, { token = "" }: Record<string, string>) {
  const followed = mail.recipient === "follower" || mail.recipient === "list-follower";
  return followed ? { stopUrl: `${publicUrl}/unsubscribe/${encodeURIComponent(token)}` } : {};
}

function render(job: MailJob, mail: OutboxRow, params: Record<string, string>): RenderedMail | null {
  try {
    return renderMail(mail.mail, mail.lang, params, job.publicUrl);
  } catch {
    return null;
  }
}

/** The mail itself is at fault: no later attempt can do better, so a person has to look. */
async function giveUp(job: MailJob, mail: OutboxRow, code: string, now: Date): Promise<Ending> {
  job.log?.warn({ mail: mail.mail, id: mail.id, code, attempts: mail.attempts + 1 }, "mail cannot be sent");
  await job.store.write((tx) => markFailed(tx, mail, { code, permanent: true, replied: false }, now));
  return "stuck";
}

function senderOf(from: string): { name: string; address: string } {
  const [, name = "", address = from] = /^(.*)<([^<>]+)>$/.exec(from.trim()) ?? [];
  return { name: name.trim(), address: address.trim() };
}
