import { createHash, randomBytes } from "node:crypto";
import { firstDocument } from "../domain/barrier.ts";
import { localDate } from "../domain/calendar.ts";
import { makeCaseCode } from "../domain/case-code.ts";
import type { Channel } from "../domain/case-kind.ts";
import { acceptedWords, type FiledCoAuthor } from "../domain/co-authors.ts";
import { dueAt } from "../domain/deadlines.ts";
import { detailFields, type Submission } from "../domain/forms.ts";
import { agencyMark, markedStaff, marksOf, staffMark } from "../domain/marks.ts";
import type { Actor } from "../domain/actor.ts";
import { mayEver } from "../domain/permissions.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { makeSecret, readSecret } from "../domain/secret.ts";
import { openingWords } from "../domain/text.ts";
import { textLanguage } from "../domain/text-language.ts";
import { findAgencyByCode, inForce } from "../../db/agencies.ts";
import { takeFiles } from "../../db/attachments.ts";
import { insertAuthors } from "../../db/case-authors.ts";
import { type CaseRow, insertCase, type NewCase } from "../../db/cases.ts";
import { keepPrint } from "../../db/campaigns.ts";
import { insertConflict, insidersOf, keepDetected } from "../../db/conflicts.ts";
import { currentCalendarVersion, loadCalendar, ruleInForce } from "../../db/deadline-settings.ts";
import { bindKey, claimKey, type SubmissionKey } from "../../db/idempotency.ts";
import { checkPlace } from "../../db/places.ts";
import { filedHashes, receiptData } from "../../db/receipts.ts";
import { insertReporter } from "../../db/reporters.ts";
import { caseSearchText } from "../../db/search.ts";
import { checkTerms } from "../../db/terms.ts";
import type { Tx } from "../../db/store.server.ts";
import { countFigures } from "./steps/count-figures.ts";
import { keepBarrier } from "./steps/keep-barrier.ts";
import { proposeRoute } from "./steps/propose-route.ts";
import { recordCaseEvent } from "./steps/change-case.ts";
import { firstClocks } from "./steps/keep-clocks.ts";
import { tellSubmitter } from "./steps/tell.ts";

export interface SubmitCase {
  readonly answers: Submission;
  /** Makes a repeated request the same case. */
  readonly key: SubmissionKey;
  /** Why a person should look before anybody else does: what robots do. Null for everybody else. */
  readonly heldReason: "honeypot" | "too-fast" | "no-work" | "flood" | null;
  /** The way it came in; the website unless given. */
  readonly channel?: Channel;
  /** Where it is, in millionths of a degree, when the sender named a point. */
  readonly point?: { readonly latE6: number; readonly longE6: number } | null;
  /** Whose files, sent before, go with it. */
  readonly fileOwners?: readonly string[];
  /** Who else wrote it, when several did. */
  readonly coAuthors?: readonly FiledCoAuthor[];
  /** The addresses of those co-authors, as far as they are known: kept as keyed hashes alone. */
  readonly coAuthorAddresses?: readonly string[];
  /** One of many that the sender sees on one page: no mail of its own says that it arrived. */
  readonly quiet?: boolean;
  /** Where the code's random bytes come from: the system, unless demo cases are to be the same each time. */
  readonly codeBytes?: () => Uint8Array;
}

export interface Receipt {
  readonly code: string;
  /** Null when the case was filed before by another session: the secret is shown to one session only. */
  readonly secret: string | null;
  readonly receivedAt: Date;
  readonly dueAt: Date;
  readonly triageDueAt: Date;
  readonly contentSha256: string;
  readonly repeated: boolean;
}

/**
 * Files a case. The same idempotency key gives the same case again; with other
 * answers, or from another session, it is refused with `key-reused`.
 */
export async function submitCase(tx: Tx, actor: Actor, input: SubmitCase, now: Date): Promise<Receipt> {
  if (!mayEver(actor, "submit")) throw new Refusal("forbidden");
  const secret = secretFor(tx, input.key);
  const before = await claimKey(tx, input.key, now);
  if (before) return receiptOf(before, input.key.sessionHash === "" ? null : secret, true);

  const against = await complainedOf(tx, input.answers.againstAgency, now);
  const row = await store(tx, input, against, actor.kind === "staff" ? actor.staffId : null, secret, now);
  await keepDetected(tx, row.id, markedStaff(row.walledOff), now);
  if (against !== null) await insertConflict(tx, row.id, { agencyId: against, how: "named-by-sender" }, now);
  await bindKey(tx, input.key, row.id);
  await takeFiles(tx, input.fileOwners ?? [], row.id, null, now);
  const data = receiptData({ host: tx.host, keyId: tx.keys.currentId }, row, await filedHashes(tx, row.id));
  await recordCaseEvent(tx, actor, row, { type: "submit", seenBy: "public", data }, now, null);
  const { reporterType, name, email, phone, taxCode } = input.answers;
  if (reporterType !== "anonymous") {
    await insertReporter(tx, row.id, {
      name: name ?? null,
      email: email ?? null,
      phone: phone ?? null,
      taxCode: taxCode ?? null,
      coAuthors: input.coAuthors ?? null,
    });
    await insertAuthors(tx, row.id, input.coAuthorAddresses ?? []);
  }
  if (row.kind === "barrier") await keepBarrier(tx, row);
  await keepPrint(tx, row);
  if (row.heldReason === null) await proposeRoute(tx, row, true, now);
  await countFigures(tx, null, row, "submit");
  if (!input.quiet) await tellSubmitter(tx, row, "received", now);
  return receiptOf(row, secret, false);
}

/** The agency whose own conduct the case is about, by its code; it sees no trace of it. The standing body sorts out every case: its people are named one by one. */
async function complainedOf(tx: Tx, code: string | undefined, now: Date): Promise<number | null> {
  if (code === undefined) return null;
  const agency = await findAgencyByCode(tx, code);
  if (!agency || !inForce(agency, localDate(now))) throw new InputRefusal({ againstAgency: "wrong" });
  if (agency.kind === "standing_body") throw new InputRefusal({ againstAgency: "standing-body" });
  return agency.id;
}

async function store(
  tx: Tx,
  input: SubmitCase,
  against: number | null,
  clerkId: number | null,
  secret: string,
  now: Date,
): Promise<CaseRow> {
  const { answers } = input;
  const today = localDate(now);
  if (answers.occurredOn !== undefined && answers.occurredOn > today) throw new InputRefusal({ occurredOn: "future" });
  await checkTerms(tx, answers, today);
  const place = await checkPlace(tx, answers);
  const rule = await ruleInForce(tx, "answer", answers.kind, today);
  const triageRule = await ruleInForce(tx, "triage", answers.kind, today);
  const version = await currentCalendarVersion(tx);
  const calendar = await loadCalendar(tx, version);
  const together: Record<string, string> = input.coAuthors?.length ? { coAuthors: acceptedWords(input.coAuthors) } : {};
  const details = { ...detailsOf(answers), ...together };
  const title = answers.title ?? openingWords(answers.content);
  const dates = {
    receivedAt: now,
    calendarVersion: version,
    triageDueAt: dueAt(triageRule, now, calendar),
    dueAt: dueAt(rule, now, calendar),
  };
  const addresses = [...(answers.email ? [answers.email] : []), ...(input.coAuthorAddresses ?? [])];
  const insiders = (await insidersOf(tx, addresses, clerkId)).map(staffMark);
  const walledOff = marksOf([...insiders, ...(against === null ? [] : [agencyMark(against)])]);
  const row: Omit<NewCase, "code" | "search"> = {
    // Whoever sent it, wrote it with the sender or wrote it down for them does not handle it, nor does whoever it is about.
    walledOff,
    ...dates,
    ...(await firstClocks(tx, dates)),
    kind: answers.kind,
    status: "submitted",
    lang: answers.lang,
    textLang: textLanguage(`${title}\n${answers.content}`, answers.lang),
    title,
    content: answers.content,
    details,
    contentSha256: createHash("sha256").update(answers.content).digest("hex"),
    field: answers.field ?? null,
    provinceCode: place.provinceCode,
    communeCode: place.communeCode,
    address: answers.address ?? null,
    extent: answers.extent ?? null,
    occurredOn: answers.occurredOn ?? null,
    channel: input.channel ?? "web",
    latE6: input.point?.latE6 ?? null,
    longE6: input.point?.longE6 ?? null,
    reporterType: answers.reporterType,
    clerkId,
    identityHidden: answers.reporterType !== "anonymous" && answers.hideIdentity === "yes",
    publishConsent: answers.publishConsent === "yes",
    heldReason: input.heldReason,
    refusals: 0,
    secretHash: tx.keys.hash("tracking-secret", readSecret(secret) ?? ""),
    secretKeyId: tx.keys.currentId,
    ruleId: rule.id,
    pausedUnits: 0,
    published: false,
    version: 1,
  };
  const codeBytes = input.codeBytes ?? (() => randomBytes(7));
  for (;;) {
    const code = makeCaseCode(answers.kind, codeBytes());
    const stored = await insertCase(tx, { ...row, code, search: caseSearchText({ ...row, code }) });
    if (stored) return stored;
  }
}

function detailsOf(answers: Submission): Record<string, string> {
  const given: Record<string, unknown> = answers;
  const details: Record<string, string> = {};
  for (const name of detailFields[answers.kind]) {
    const value = given[name];
    if (typeof value === "string") details[name] = value;
  }
  // Where only a list was given, its first document stands where one is asked.
  if (answers.kind === "barrier") details.legalDocument ??= firstDocument(details);
  return details;
}

/**
 * The secret of a submission: derived from its idempotency key under the
 * portal's key, so that the one session that holds the key can be shown it
 * again after a lost answer although only its keyed hash is stored.
 */
function secretFor(tx: Tx, key: SubmissionKey): string {
  return makeSecret(Buffer.from(tx.keys.hash("token", `secret|${key.sessionHash}|${key.key}`), "hex"));
}

function receiptOf(row: CaseRow, secret: string | null, repeated: boolean): Receipt {
  const { code, receivedAt, dueAt: due, triageDueAt, contentSha256 } = row;
  return { code, secret, receivedAt, dueAt: due, triageDueAt, contentSha256, repeated };
}
