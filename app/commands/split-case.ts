import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { makeCaseCode } from "../domain/case-code.ts";
import { partFiles } from "../domain/attachments.ts";
import { line, paragraphs } from "../domain/fields.ts";
import type { Actor } from "../domain/actor.ts";
import { textLanguage } from "../domain/text-language.ts";
import { type CaseRow, insertCase, type NewCase } from "../../db/cases.ts";
import { shareFiles } from "../../db/attachment-shares.ts";
import { copyAuthors } from "../../db/case-authors.ts";
import { copyConflicts } from "../../db/conflicts.ts";
import { insertReporter, openReporter } from "../../db/reporters.ts";
import { caseSearchText } from "../../db/search.ts";
import type { Tx } from "../../db/store.server.ts";
import { changeCase, recordCaseEvent } from "./steps/change-case.ts";
import { caseRef, openCase } from "./steps/open-case.ts";
import { tellSubmitter } from "./steps/tell.ts";

const part = z.object({ title: line(150, 5), content: paragraphs(10_000, 20), files: z.enum(partFiles).optional() });
type Part = z.infer<typeof part>;

const isBlank = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  Object.entries(value).every(([name, text]) => name === "files" || text === "");
/** A part of which nothing was written is none. */
const further = z.preprocess((value) => (isBlank(value) ? undefined : value), part.optional());
const first = z.preprocess((value) => (isBlank(value) ? { title: "", content: "" } : value), part);

/** Two to five parts, each with a title and the text that belongs to it, and the letter's files unless it is to have none. */
export const splitInput = caseRef.extend({
  part1: first,
  part2: first,
  part3: further,
  part4: further,
  part5: further,
});

/**
 * Splits a letter about several matters: each part becomes a case with a code,
 * an agency and an answer of its own. Its dates are those of the letter, which
 * the same secret goes on opening with all its parts; the letter itself is
 * answered once they are.
 */
export async function splitCase(tx: Tx, actor: Actor, input: z.infer<typeof splitInput>, now: Date): Promise<CaseRow> {
  const row = await openCase(tx, actor, input, "split");
  const { part1, part2, part3, part4, part5 } = input;
  const parts = [part1, part2, part3, part4, part5].filter((one) => one !== undefined);
  for (const one of parts) await storePart(tx, actor, row, one, now);
  const set = { openParts: row.openParts + parts.length };
  const change = { type: "split", seenBy: "submitter", set, data: { parts: parts.length } } as const;
  const changed = await changeCase(tx, actor, row, change, now);
  await tellSubmitter(tx, changed, "split", now);
  return changed;
}

async function storePart(tx: Tx, actor: Actor, parent: CaseRow, one: Part, now: Date): Promise<void> {
  const { title, content } = one;
  const row: Omit<NewCase, "code" | "search"> = {
    ...sharedWith(parent),
    parentId: parent.id,
    status: "submitted",
    title,
    content,
    textLang: textLanguage(`${title}\n${content}`, parent.lang),
    details: {},
    contentSha256: createHash("sha256").update(content).digest("hex"),
    heldReason: null,
    refusals: 0,
    published: false,
    version: 1,
  };
  const stored = await store(tx, row);
  await recordCaseEvent(
    tx,
    actor,
    stored,
    { type: "split-off", seenBy: "submitter", data: { parentCaseId: parent.id } },
    now,
    null,
  );
  await copyConflicts(tx, parent.id, stored.id);
  const identity = await openReporter(tx, parent.id);
  if (identity) await insertReporter(tx, stored.id, identity);
  await copyAuthors(tx, parent.id, stored.id);
  if (one.files !== "none") await shareFiles(tx, parent.id, stored.id, "sent");
}

/** What a part has in common with the letter: its sender, its place, and every date that was promised. */
function sharedWith(parent: CaseRow) {
  return {
    kind: parent.kind,
    lang: parent.lang,
    channel: parent.channel,
    provinceCode: parent.provinceCode,
    communeCode: parent.communeCode,
    address: parent.address,
    extent: parent.extent,
    occurredOn: parent.occurredOn,
    latE6: parent.latE6,
    longE6: parent.longE6,
    field: parent.field,
    reporterType: parent.reporterType,
    identityHidden: parent.identityHidden,
    identityErasedAt: parent.identityErasedAt,
    clerkId: parent.clerkId,
    publishConsent: parent.publishConsent,
    walledOff: parent.walledOff,
    secretHash: parent.secretHash,
    secretKeyId: parent.secretKeyId,
    receivedAt: parent.receivedAt,
    ruleId: parent.ruleId,
    calendarVersion: parent.calendarVersion,
    triageDueAt: parent.triageDueAt,
    dueAt: parent.dueAt,
    extendedUnits: parent.extendedUnits,
    pausedUnits: parent.pausedUnits,
    heldSince: parent.heldSince,
    allowanceDueAt: parent.allowanceDueAt,
    warnAt: parent.warnAt,
  };
}

async function store(tx: Tx, row: Omit<NewCase, "code" | "search">): Promise<CaseRow> {
  for (;;) {
    const code = makeCaseCode(row.kind, randomBytes(7));
    const stored = await insertCase(tx, { ...row, code, search: caseSearchText({ ...row, code }) });
    if (stored) return stored;
  }
}
