import { caseStream, type EventRow, listPublicEvents } from "../events.ts";
import type { Publication } from "../publications.ts";
import type { Db } from "../store.server.ts";
import { type Checkpoint, firstCovering, latestCheckpoint } from "./checkpoints.ts";
import { placesOf } from "./entries.ts";
import { consistencyProof, inclusionProof } from "./proofs.ts";
import { saltsOf } from "./salts.ts";
import { type HashReader, hashReader } from "./tiles.ts";
import { halvesOf, type ToldEvent, toldOf } from "./told.ts";
import { type ToldTexts, toldTexts, wordingOf } from "./wordings.ts";

export const CASE_PROOF_FORMAT = "cau-noi-ledger-case-1";

/** Where in the log something stands, and that it does. Hashes and salts in hex. */
interface Proven {
  readonly index: number;
  readonly salt: string;
  readonly proof: readonly string[];
  /** Number and time of the first checkpoint that speaks for it. */
  readonly checkpoint: number;
  readonly signedAt: string;
}

/** One event of a published case with all that is needed to find it in the log. */
export interface ProvenEvent extends Proven {
  readonly told: ToldEvent;
  /** The commitment to the event whole, as the portal keeps it. */
  readonly kept: string;
}

/** What `/ledger/cases/{code}.json` says. */
export interface CaseProof {
  readonly format: typeof CASE_PROOF_FORMAT;
  readonly case: string;
  /** The newest checkpoint, on which all proofs rest; null before the first. */
  readonly checkpoint: string | null;
  /** Public events that the next checkpoint will speak for. */
  readonly waiting: number;
  readonly events: readonly ProvenEvent[];
  /** The texts as they are published; null while they wait for their place or its checkpoint. */
  readonly texts: (Proven & { readonly told: ToldTexts }) | null;
  /** That the log only grew since the first checkpoint which speaks for this case. */
  readonly consistency: { readonly from: string; readonly proof: readonly string[] } | null;
}

/** Proofs for the public events of a published case. */
export async function caseProof(db: Db, publication: Publication): Promise<CaseProof> {
  const checkpoint = await latestCheckpoint(db);
  const read = hashReader(db);
  const shown = await listPublicEvents(db, caseStream(publication.caseId));
  const events = checkpoint ? await provenEvents(db, read, publication, shown, checkpoint) : [];
  return {
    format: CASE_PROOF_FORMAT,
    case: publication.code,
    checkpoint: checkpoint?.note ?? null,
    waiting: shown.length - events.length,
    events,
    texts: checkpoint && (await provenTexts(db, read, publication, checkpoint)),
    consistency: checkpoint && events[0] ? await sinceThen(db, read, events[0].index, checkpoint) : null,
  };
}

async function provenEvents(
  db: Db,
  read: HashReader,
  { caseId, code }: Publication,
  shown: readonly EventRow[],
  { size }: Checkpoint,
): Promise<ProvenEvent[]> {
  const salt = (await saltsOf(db, [caseId])).get(caseId);
  const places = await placesOf(
    db,
    shown.map(({ id }) => id),
  );
  const proven: ProvenEvent[] = [];
  for (const event of shown) {
    const index = places.get(event.id);
    if (!salt || event.position < salt.fromPosition || index === undefined || index >= size) continue;
    const place = await prove(db, read, index, size);
    proven.push({ ...place, told: toldOf(code, event), ...halvesOf(salt.salt, event) });
  }
  return proven;
}

async function provenTexts(
  db: Db,
  read: HashReader,
  publication: Publication,
  { size }: Checkpoint,
): Promise<CaseProof["texts"]> {
  const wording = await wordingOf(db, publication.caseId);
  if (!wording || wording.logIndex >= size) return null;
  const { logIndex, at, salt } = wording;
  return { ...(await prove(db, read, logIndex, size)), salt, told: toldTexts(publication, at) };
}

async function prove(db: Db, read: HashReader, index: number, size: number): Promise<Omit<Proven, "salt">> {
  const first = await firstCovering(db, index);
  const since = { checkpoint: first?.number ?? 0, signedAt: first?.at.toISOString() ?? "" };
  return { index, proof: await inclusionProof(read, index, size), ...since };
}

async function sinceThen(
  db: Db,
  read: HashReader,
  index: number,
  checkpoint: Checkpoint,
): Promise<CaseProof["consistency"]> {
  const first = await firstCovering(db, index);
  if (!first) return null;
  return { from: first.note, proof: await consistencyProof(read, first.size, checkpoint.size) };
}
