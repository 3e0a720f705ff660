import { createHash } from "node:crypto";
import { addOpen311Update } from "../commands/add-open311-update.ts";
import { readCaseCode } from "../domain/case-code.ts";
import { readMoment, showsNewAnswer, updateStatus, w3cTime } from "../domain/open311.ts";
import { toldInOrder } from "../domain/told-events.ts";
import { findCase } from "../../db/cases.ts";
import { canonicalJson } from "../../db/events.ts";
import { hasFiled, listUpdates, type Note, publicNotes, publishedAmong, type UpdateRow } from "../../db/open311.ts";
import { answer, type Detail, type GeoCall, keyOf, publicAnswer, refuse } from "./open311-call.ts";
import { list, type Part } from "./open311-format.ts";
import { externalIdOf, readDescription, readMedia, withLinks } from "./open311-input.ts";
import { readSlice, readSpan } from "./open311-query.ts";
import { eventWords } from "./open311-view.ts";
import { perform } from "./perform.ts";

/** The statuses of mySociety's extension. */
const STATUSES = [
  "OPEN",
  "CLOSED",
  "FIXED",
  "IN_PROGRESS",
  "ACTION_SCHEDULED",
  "INVESTIGATING",
  "DUPLICATE",
  "NOT_COUNCILS_RESPONSIBILITY",
  "NO_FURTHER_ACTION",
  "INTERNAL_REFERRAL",
  "FOR_TRIAGE",
  "CANCELLED",
  "REOPEN",
] as const;

/** `GET servicerequestupdates`: what happened to published cases, and to those that the key filed. */
export async function listRequestUpdates(call: GeoCall): Promise<Response> {
  const key = await keyOf(call, false);
  const slice = readSlice(call);
  const wrong: Detail[] = [];
  const span = readSpan(call, "start_date", "end_date", wrong);
  if (wrong.length > 0) return refuse(call, 400, wrong);
  const rows = await listUpdates(call.portal.store.read, span, key?.tokenId ?? null, slice);
  const told = await toldAmong(call, rows);
  const part = list(
    "request_update",
    rows.map((row) => updatePart(call, row, told.get(placeOf(row.note)))),
  );
  return key ? answer(call, "service_request_updates", part) : publicAnswer(call, "service_request_updates", part);
}

/** How an event is told that its own row does not say: as the first of its kind or a later one, and with a new answer. */
interface Told {
  readonly told: string;
  readonly newAnswer: boolean;
}

const placeOf = ({ stream, position }: Pick<Note, "stream" | "position">): string => `${stream} ${position}`;

/** How the public events of these cases are told, by their places: a page shows a part of each history. */
async function toldAmong(call: GeoCall, rows: readonly UpdateRow[]): Promise<Map<string, Told>> {
  const ids = new Set(rows.map(({ note }) => Number(note.stream.slice("case/".length))));
  const histories = await publicNotes(call.portal.store.read, [...ids]);
  return new Map(
    [...histories.values()].flatMap((history) => {
      const answers = showsNewAnswer(history);
      return toldInOrder(history).map((note): [string, Told] => [
        placeOf(note),
        { told: note.told, newAnswer: answers.has(note.position) },
      ]);
    }),
  );
}

function updatePart(call: GeoCall, { code, note, publication }: UpdateRow, told?: Told): Part {
  // Publishing tells the state of the moment together with the answer, when there is one.
  const status = note.toStatus ?? publication?.status ?? "submitted";
  return {
    update_id: `${code}-${note.position}`,
    service_request_id: code,
    status: updateStatus(status, publication?.outcomeKind ?? null),
    updated_datetime: w3cTime(note.at),
    description: descriptionOf(call, { code, note, publication }, told),
    media_url: null,
  };
}

function descriptionOf({ lang, t }: GeoCall, { note, publication }: UpdateRow, told?: Told): string {
  const published = (lang === "vi" ? publication?.answerVi : publication?.answerEn) ?? null;
  if (told?.newAnswer && published !== null) return t("update.answered", { answer: published });
  return eventWords(lang, { ...note, told: told?.told ?? note.type });
}

/** `POST servicerequestupdates`: adds to a case that the key filed. */
export async function addUpdate(call: GeoCall): Promise<Response> {
  const key = await keyOf(call, true);
  if (!key) return refuse(call, 403, [["noKey"]]);
  const wrong: Detail[] = [];
  const id = call.given.one("service_request_id");
  if (id === null) wrong.push(["noRequestId"]);
  const text = readDescription(call, wrong);
  if (text === "") wrong.push(["noDescription"]);
  const links = readMedia(call, wrong);
  const status = call.given.one("status")?.toUpperCase() ?? null;
  if (status !== null && !STATUSES.some((known) => known === status))
    wrong.push(["updateStatus", { values: STATUSES.join(", ") }]);
  const at = call.given.one("updated_datetime");
  if (at !== null && !readMoment(at)) wrong.push(["time", { name: "updated_datetime" }]);
  if (id === null || wrong.length > 0) return refuse(call, 400, wrong);

  const code = readCaseCode(id.slice(0, 60)) ?? "";
  const db = call.portal.store.read;
  const row = await findCase(db, code);
  const filed = row !== null && (await hasFiled(db, key.tokenId, row.id));
  if (!row || !filed) {
    const known = (await publishedAmong(db, [code])).length > 0;
    return known ? refuse(call, 403, [["notYours"]]) : refuse(call, 404, [["unknownRequest"]]);
  }
  const message = withLinks(text, links);
  const bodyHash = createHash("sha256").update(canonicalJson({ code, message, status })).digest("hex");
  const externalId = externalIdOf(call, "update_id", "update_id_ext");
  const input = { tokenId: key.tokenId, code, message, externalId, bodyHash };
  const added = await perform(call.context, addOpen311Update, input, { kind: "submitter", caseId: row.id });
  if (!added.ok) {
    if (added.status === 503) return refuse(call, 503, [["unavailable"]]);
    return refuse(call, 400, [added.refusal === "key-reused" ? ["reused"] : ["over"]]);
  }
  return answer(call, "service_request_updates", list("request_update", [{ update_id: added.value }]), 201);
}
