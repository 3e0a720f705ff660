import { z } from "zod";
import type { Actor } from "../domain/actor.ts";
import { isoDate, line, optional, paragraphs } from "../domain/fields.ts";
import { isUnderstood, readReferences } from "../domain/legal-reference.ts";
import { documentKey } from "../domain/legal-wording.ts";
import { localDate } from "../domain/calendar.ts";
import { InputRefusal, Refusal } from "../domain/refusal.ts";
import { type Place, placesOf } from "../domain/register.ts";
import { type Amendment, findAmendment, insertAmendment, setPlaces, updateAmendment } from "../../db/amendments.ts";
import { amendmentStream } from "../../db/events.ts";
import type { Law } from "../../db/laws.ts";
import { lawsMeant } from "../../db/register-documents.ts";
import type { Tx } from "../../db/store.server.ts";
import { documentIn } from "./save-law.ts";
import { mustManage, recordOfficeEvent } from "./steps/change-office.ts";

/** The most provisions that one amendment names. */
const MOST_PLACES = 60;

export const proposeAmendmentInput = z.object({
  /** Of one that was sent back; left out for a new one. */
  id: z.coerce.number({ error: "wrong" }).int().optional(),
  version: z.coerce.number({ error: "wrong" }).int().optional(),
  /** The act, as people cite it: "Nghị định 20/2027/NĐ-CP". */
  document: optional(line(300)),
  inForceOn: isoDate,
  /** The provisions that it changes, a line or a semicolon for each. */
  provisions: paragraphs(4000, 3),
  whatVi: paragraphs(2000, 10),
  whatEn: paragraphs(2000, 10),
  /** Where the official gazette prints it. */
  gazetteUrl: z.url({ protocol: /^https$/, error: "wrong" }).max(500, "too-long"),
});
type Input = z.infer<typeof proposeAmendmentInput>;

/**
 * Records the act that changes provisions, by somebody of the agency in charge
 * of them or by an editor. Nobody outside sees it before another person has
 * confirmed it.
 */
export async function proposeAmendment(tx: Tx, actor: Actor, input: Input, now: Date): Promise<Amendment> {
  mustManage(actor, "propose-amendment");
  if (actor.kind !== "staff") throw new Refusal("not-found");
  const { type, number, year, symbol, name } = documentIn(input.document);
  const places = await placesIn(tx, actor, input.provisions, now);
  const { inForceOn, whatVi, whatEn, gazetteUrl } = input;
  const told = { type, number, year, symbol, name, inForceOn, whatVi, whatEn, gazetteUrl };
  const proposed = {
    ...told,
    state: "proposed" as const,
    agencyId: actor.agencyId,
    proposedBy: actor.staffId,
    proposedAt: now,
    decidedBy: null,
    decidedAt: null,
    reason: null,
  };
  const row = await storeProposal(tx, actor.staffId, input, proposed);
  await setPlaces(tx, row.id, places);
  const data = { places: places.length, inForceOn };
  await recordOfficeEvent(tx, actor, amendmentStream(row.id), "amendment-propose", data, now);
  return row;
}

type Proposed = Omit<Amendment, "id" | "version" | "tellAfter">;

async function storeProposal(tx: Tx, staffId: number, input: Input, proposed: Proposed): Promise<Amendment> {
  if (input.id === undefined) return insertAmendment(tx, { ...proposed, version: 1 });
  const row = await findAmendment(tx, input.id);
  if (!row || row.proposedBy !== staffId) throw new Refusal("not-found");
  if (row.state !== "returned" && row.state !== "proposed") throw new Refusal("wrong-state");
  if (row.version !== input.version) throw new Refusal("stale");
  const updated = await updateAmendment(tx, row, proposed);
  if (!updated) throw new Refusal("stale");
  return updated;
}

/** The provisions that were typed, each of a document that the portal knows and the actor may speak for. */
async function placesIn(tx: Tx, actor: Actor, typed: string, now: Date): Promise<{ lawKey: string; place: Place }[]> {
  const references = readReferences(typed);
  if (references.length === 0 || !references.every(isUnderstood)) throw new InputRefusal({ provisions: "unread" });
  const documents = references.flatMap(({ document }) => document ?? []);
  const laws = await lawsMeant(tx, documents, localDate(now));
  const places = references.flatMap((reference) => {
    const law = laws.get(documentKey(reference.document));
    if (!law) throw new InputRefusal({ provisions: "unknown" });
    if (!speaksFor(actor, law)) throw new InputRefusal({ provisions: "not-yours" });
    return placesOf(reference).map((place) => ({ lawKey: law.key, place }));
  });
  if (places.length > MOST_PLACES) throw new InputRefusal({ provisions: "too-many" });
  return places;
}

/** An editor for every document; others for those that their agency, or one above it, is in charge of. */
export function speaksFor(actor: Actor, { drafterId }: Pick<Law, "drafterId">): boolean {
  if (actor.kind !== "staff") return false;
  if (actor.role === "editor") return true;
  return drafterId !== null && [actor.agencyId, ...actor.coveredBy].includes(drafterId);
}
