import { z } from "zod";
import { kinds } from "../domain/case-kind.ts";
import { choice, isoDate, line, optional, paragraphs, rowId } from "../domain/fields.ts";
import { localDate } from "../domain/calendar.ts";
import { readReferences } from "../domain/legal-reference.ts";
import { documentKey } from "../domain/legal-wording.ts";
import type { Actor } from "../domain/actor.ts";
import { type FieldErrors, InputRefusal, Refusal } from "../domain/refusal.ts";
import { templatePurposes, unknownVariables } from "../domain/templates.ts";
import { listAgencies } from "../../db/agencies.ts";
import { commitTo, templateStream } from "../../db/events.ts";
import { knownLaws } from "../../db/laws.ts";
import type { Tx } from "../../db/store.server.ts";
import { findTemplate, storeTemplate, type Template } from "../../db/templates.ts";
import { listTerms } from "../../db/terms.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

export const saveTemplateInput = z.object({
  /** Left out for a new template. */
  templateId: optional(rowId),
  version: z.coerce.number().int().optional(),
  purpose: choice(templatePurposes),
  title: line(120, 3),
  bodyVi: paragraphs(8000, 20),
  bodyEn: paragraphs(8000, 20),
  /** For cases of these kinds and fields, for people of these agencies; empty for all. */
  kinds: z.array(z.enum(kinds)).default([]),
  fields: z.array(z.string().max(40)).max(50).default([]),
  agencies: z.array(rowId).max(50).default([]),
  /** The documents that it cites, as people write them. */
  laws: optional(paragraphs(2000)),
  validTo: optional(isoDate),
});
type Input = z.infer<typeof saveTemplateInput>;

/**
 * Adds a template or writes its next version. Triage keeps those of everybody,
 * the leader of an agency those of the agency. Every variable has to exist and
 * every document has to be one whose validity the portal knows.
 */
export async function saveTemplate(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Template> {
  mustManage(actor, "manage-templates");
  if (actor.kind !== "staff") throw new Refusal("forbidden");
  const { templateId, version, laws, validTo = null, ...rest } = input;
  const agencyId = actor.role === "triage" ? null : actor.agencyId;
  const before = templateId === undefined ? null : await ownTemplate(tx, actor, templateId, now);
  if (before && before.version !== version) throw new Refusal("stale");
  const cited = await citedLaws(tx, laws ?? "");
  const errors = { ...(await wrongFields(tx, rest, localDate(now))), ...(cited ? {} : { laws: "unknown" }) };
  if (Object.keys(errors).length > 0) throw new InputRefusal(errors);
  const own = { agencyId, endedAt: null, changedBy: actor.staffId, changedAt: now };
  const saved = await storeTemplate(tx, before, { ...rest, validTo, ...own }, cited ?? []);
  if (!saved) throw new Refusal("stale");
  const text = JSON.stringify([saved.title, saved.bodyVi, saved.bodyEn]);
  const data = { purpose: saved.purpose, version: saved.version, ...commitTo(text) };
  const stream = templateStream(saved.id);
  await recordOfficeEvent(tx, actor, stream, before ? "template-change" : "template-add", data, now);
  return saved;
}

/** A template that this person keeps. Throws `not-found` for one of others. */
export async function ownTemplate(tx: Tx, actor: Actor, id: number, now: Date): Promise<Template> {
  const found = actor.kind === "staff" ? await findTemplate(tx, actor, id, now) : null;
  if (!found || actor.kind !== "staff") throw new Refusal("not-found");
  const keeper = actor.role === "triage" ? null : actor.agencyId;
  if (found.row.agencyId !== keeper) throw new Refusal("forbidden");
  return found.row;
}

async function wrongFields(
  tx: Tx,
  { bodyVi, bodyEn, fields, agencies }: Pick<Input, "bodyVi" | "bodyEn" | "fields" | "agencies">,
  today: string,
): Promise<FieldErrors> {
  const wrong: Record<string, string> = {};
  if (unknownVariables(bodyVi).length > 0) wrong["bodyVi"] = "variable";
  if (unknownVariables(bodyEn).length > 0) wrong["bodyEn"] = "variable";
  const terms = fields.length === 0 ? [] : await listTerms(tx, "field", today);
  if (fields.some((code) => !terms.some((term) => term.code === code))) wrong["fields"] = "wrong";
  const known = agencies.length === 0 ? [] : await listAgencies(tx, today);
  if (agencies.some((id) => !known.some((agency) => agency.id === id))) wrong["agencies"] = "wrong";
  return wrong;
}

/** The keys of the documents named; null when one of them is not known. */
async function citedLaws(tx: Tx, typed: string): Promise<string[] | null> {
  if (typed === "") return [];
  const documents = readReferences(typed).map(({ document }) => document);
  const named = documents.flatMap((document) => document ?? []);
  const known = await knownLaws(tx, named);
  const keys = documents.map((document) => known.get(documentKey(document))?.key);
  return keys.length > 0 && keys.every((key) => key !== undefined) ? keys.flatMap((key) => key ?? []) : null;
}
