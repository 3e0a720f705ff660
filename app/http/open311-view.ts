import { localDate } from "../domain/calendar.ts";
import type { Kind, Lang } from "../domain/case-kind.ts";
import type { Status } from "../domain/case-status.ts";
import { lastDay } from "../domain/deadlines.ts";
import { opennessOf, OTHER_FIELD, serviceCode, w3cTime } from "../domain/open311.ts";
import { dateWords } from "../components/date-words.ts";
import { getI18n } from "../i18n.ts";
import { type Agency, agencyNames } from "../../db/agencies.ts";
import { toldInOrder } from "../domain/told-events.ts";
import { spoken } from "../domain/spoken.ts";
import { answerStands, answerStateOf } from "../domain/published-answer.ts";
import { areaCentres, type Centre, communesAmong, type FiledCase, type Note, publicNotes } from "../../db/open311.ts";
import { type Commune, listProvinces, type Province } from "../../db/places.ts";
import type { Publication } from "../../db/publications.ts";
import { type Term, termNames } from "../../db/terms.ts";
import { type GeoCall, named } from "./open311-call.ts";
import { list, type Part } from "./open311-format.ts";
import { serviceName } from "./open311-services.ts";

/** A request as it may be shown: the facts of the case, and its texts only as far as they are published. */
export interface Shown {
  readonly caseId: number;
  readonly code: string;
  readonly kind: Kind;
  readonly status: Status;
  readonly field: string | null;
  readonly provinceCode: string | null;
  readonly communeCode: string | null;
  readonly agencyId: number | null;
  readonly receivedAt: Date;
  readonly changedAt: Date;
  readonly dueAt: Date;
  readonly publication: Publication | null;
  /** The exact point: only for the key that sent it. */
  readonly point: Centre | null;
}

export const shownToAll = (publication: Publication): Shown => ({ ...publication, publication, point: null });

/** A case as the key that filed it may see it: unpublished texts are not told, not even its own. */
export function shownToFiler({ row, changedAt }: FiledCase, publication: Publication | null): Shown {
  const { id: caseId, latE6, longE6 } = row;
  const point = latE6 === null || longE6 === null ? null : { latE6, longE6 };
  return { ...row, caseId, changedAt: publication?.changedAt ?? changedAt, publication, point };
}

/** The names that a page of requests needs, fetched once for all of them. */
interface Names {
  readonly terms: Map<string, Term>;
  readonly agencies: Map<number, Agency>;
  readonly provinces: Map<string, Province>;
  readonly communes: Map<string, Commune>;
  readonly centres: Map<string, Centre>;
  /** When those whose answer stands no more were taken up again. */
  readonly reopened: Map<number, Date>;
}

async function namesFor(call: GeoCall, items: readonly Shown[]): Promise<Names> {
  const { store, clock } = call.portal;
  const db = store.read;
  const present = (codes: (string | null)[]) => codes.filter((code) => code !== null);
  return {
    terms: await termNames(db, [OTHER_FIELD, ...items.map(({ field }) => field)]),
    agencies: await agencyNames(
      db,
      items.map(({ agencyId }) => agencyId),
    ),
    provinces: new Map((await listProvinces(db)).map((province) => [province.code, province])),
    communes: await communesAmong(db, present(items.map(({ communeCode }) => communeCode))),
    centres: await areaCentres(db, localDate(clock())),
    reopened: await reopenedAmong(call, items),
  };
}

async function reopenedAmong(call: GeoCall, items: readonly Shown[]): Promise<Map<number, Date>> {
  const ids = items.flatMap(({ caseId, publication }) =>
    publication && answerStateOf(publication) === "reopened" ? [caseId] : [],
  );
  const notes = await publicNotes(call.portal.store.read, ids);
  const last = ids.map((id) => [id, notes.get(id)?.findLast(({ type }) => type === "reopen")?.at] as const);
  return new Map(last.flatMap(([id, at]) => (at ? [[id, at] as const] : [])));
}

/** `service_requests/request`, a list however many there are. */
export async function requestParts(call: GeoCall, items: readonly Shown[], extended: boolean): Promise<Part> {
  const names = await namesFor(call, items);
  const published = items.filter(({ publication }) => publication !== null).map(({ caseId }) => caseId);
  const notes = extended ? await publicNotes(call.portal.store.read, published) : new Map<number, Note[]>();
  const parts = items.map((item) => {
    const more = extended ? extensions(call, item, names, notes.get(item.caseId) ?? []) : {};
    return { ...requestPart(call, item, names), ...more };
  });
  return list("request", parts);
}

function requestPart(call: GeoCall, item: Shown, names: Names): { readonly [name: string]: Part } {
  const { lang } = call;
  const { publication } = item;
  const agency = item.agencyId === null ? undefined : names.agencies.get(item.agencyId);
  const { lat, long } = placeOf(item, names);
  return {
    service_request_id: item.code,
    status: opennessOf(item.status),
    status_notes: statusNotes(lang, item, names),
    service_name: serviceName(lang, item.kind, fieldOf(item, names)),
    service_code: serviceCode(item.kind, item.field),
    description: publication ? markedText(lang, publication.questionVi, publication.questionEn) : null,
    agency_responsible: agency ? named(lang, agency) : null,
    service_notice: noticeOf(call, item),
    requested_datetime: w3cTime(item.receivedAt),
    updated_datetime: w3cTime(item.changedAt),
    expected_datetime: w3cTime(item.dueAt),
    address: addressOf(lang, item, names),
    address_id: item.communeCode ?? item.provinceCode,
    zipcode: null,
    lat,
    long,
    media_url: null,
  };
}

/** A published text; one that is not translated says so before its own words. */
function markedText(lang: Lang, vi: string | null, en: string | null): string {
  const shown = spoken({ vi, en }, lang);
  if (shown.lang === lang) return shown.text;
  return `[${getI18n(lang).getFixedT(lang, "translation")("mark.untranslated")}] ${shown.text}`;
}

const textIn = (lang: Lang, vi: string | null, en: string | null): string | null => (lang === "vi" ? vi : en);

/** The published answer, after a word on how it stands where it does not simply stand; else the state in words. */
function statusNotes(lang: Lang, { caseId, status, changedAt, publication }: Shown, names: Names): string {
  const answer =
    publication && publication.outcomeKind !== null
      ? markedText(lang, publication.answerVi, publication.answerEn)
      : null;
  if (!publication || answer === null) return getI18n(lang).getFixedT(lang, "domain")(`status.${status}`);
  const standing = answerStateOf(publication);
  if (standing === "none" || standing === "stands") return answer;
  const reopenedAt = names.reopened.get(caseId) ?? changedAt;
  const furniture = getI18n(lang).getFixedT(lang, "furniture");
  const date = dateWords((standing === "renewed" ? publication.answeredAt : null) ?? reopenedAt, "long", furniture);
  return `${getI18n(lang).getFixedT(lang, "dispute")(`public.${standing}`, { date })}\n\n${answer}`;
}

function noticeOf(call: GeoCall, item: Shown): string | null {
  const due = opennessOf(item.status) === "open" ? dueNotice(call, item.dueAt) : null;
  return item.publication ? due : [due, call.t("notice.published")].filter(Boolean).join(". ");
}

/** Until when an answer is due, in words. */
export function dueNotice(call: GeoCall, dueAt: Date): string {
  const furniture = getI18n(call.lang).getFixedT(call.lang, "furniture");
  return call.t("notice.due", { date: dateWords(lastDay(dueAt), "letter", furniture) });
}

function fieldOf({ field }: Shown, names: Names): Pick<Term, "nameVi" | "nameEn"> {
  const term = names.terms.get(`field/${field ?? OTHER_FIELD}`);
  return term ?? { nameVi: field ?? "", nameEn: field ?? "" };
}

function addressOf(lang: Lang, { provinceCode, communeCode }: Shown, names: Names): string | null {
  const commune = names.communes.get(communeCode ?? "");
  const province = names.provinces.get(provinceCode ?? "");
  const full = province && (lang === "vi" ? province.fullNameVi : province.fullNameEn);
  return [commune && named(lang, commune), full].filter(Boolean).join(", ") || null;
}

/** Where a map shows it: importers drop a request without a point, so one without a place lies in the middle of its area. */
function placeOf({ point, provinceCode }: Shown, names: Names) {
  const province = names.centres.get(provinceCode ?? "");
  const at = point ?? province ?? names.centres.get("VN") ?? { latE6: 0, longE6: 0 };
  const precision = point ? "point" : province ? "province" : "country";
  return { lat: at.latE6 / 1e6, long: at.longE6 / 1e6, precision };
}

function extensions(
  call: GeoCall,
  item: Shown,
  names: Names,
  notes: readonly Note[],
): { readonly [name: string]: Part } {
  const { lang, portal } = call;
  const { publication } = item;
  const page = `${portal.env.PUBLIC_URL.replace(/\/$/, "")}/${lang}/cases/${item.code}`;
  return {
    attributes: list("attribute", attributesOf(call, item, names)),
    extended_attributes: {
      location_precision: placeOf(item, names).precision,
      title: publication ? markedText(lang, publication.titleVi, publication.titleEn) : null,
      published: publication !== null,
      detail_url: publication ? page : null,
      province_code: item.provinceCode,
      commune_code: item.communeCode,
    },
    notes: list(
      "note",
      toldInOrder(notes).map((note) => ({
        datetime: w3cTime(note.at),
        description: eventWords(lang, note),
        type: note.type,
      })),
    ),
  };
}

function attributesOf(call: GeoCall, item: Shown, names: Names): Part[] {
  const { lang, t } = call;
  const domain = getI18n(lang).getFixedT(lang, "domain");
  const outcome = item.publication && answerStands(item.publication) ? item.publication.outcomeKind : null;
  const rows: [code: string, value: string, name: string][] = [
    ["kind", item.kind, domain(`kind.${item.kind}`)],
    ["field", item.field ?? OTHER_FIELD, named(lang, fieldOf(item, names))],
    ...(outcome === null
      ? []
      : [["outcome", outcome, domain(`outcome.${outcome}`)] satisfies [string, string, string]]),
  ];
  return rows.map(([code, value, name]) => ({ label: t(`attribute.${code}`), name, value, code }));
}

/** What happened, in words by the key that `toldInOrder` gives; with the agency to which the case went. */
export function eventWords(lang: Lang, note: Pick<Note, "type" | "toStatus" | "data"> & { told: string }): string {
  const { type, toStatus, data, told } = note;
  const domain = getI18n(lang).getFixedT(lang, "domain");
  const words = domain(`event.${told}`, { defaultValue: "" });
  const text = words || (toStatus === null ? type : domain(`status.${toStatus}`));
  const agency = type === "assign" ? textIn(lang, textOr(data.holderVi), textOr(data.holderEn)) : null;
  return agency === null ? text : `${text}: ${agency}`;
}

const textOr = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
