import { asc } from "drizzle-orm";
import type { Calendar } from "../../app/domain/calendar.ts";
import type { Kind } from "../../app/domain/case-kind.ts";
import type { DeadlineStep } from "../../app/domain/deadlines.ts";
import type { WarningStep } from "../../app/domain/warnings.ts";
import { type Agency, listAgencies } from "../agencies.ts";
import { warningSteps } from "../clock-settings.ts";
import { currentCalendarVersion, type DeadlineRuleRow, loadCalendar } from "../deadline-settings.ts";
import type { Db } from "../store.server.ts";
import type { Term } from "../terms.ts";
import type { Pair, Terrain } from "./story.ts";

export interface Place {
  readonly provinceCode: string;
  readonly communeCode: string;
  readonly commune: Pair;
  readonly province: Pair;
  readonly shortProvince: Pair;
  readonly rural: boolean;
}

/** The reference data on which cases grow, read once. */
export interface Ground {
  /** What receipts name: the host of the portal and the key that signs. */
  readonly site: { readonly host: string; readonly keyId: string };
  readonly agencies: ReadonlyMap<string, Agency>;
  readonly agencyById: (id: number | null) => Agency | null;
  readonly standingBody: Agency;
  readonly calendar: Calendar;
  readonly rule: (step: DeadlineStep, kind: Kind, day: string) => DeadlineRuleRow;
  readonly warningSteps: readonly WarningStep[];
  readonly termInForce: (vocabulary: string, code: string, day: string) => boolean;
  readonly provinceOf: (communeCode: string) => string | null;
  /** The places of a terrain by province, the provinces in order of their codes. */
  readonly places: (terrain: Terrain) => readonly (readonly Place[])[];
}

const provincesOf: Partial<Record<Terrain, readonly string[]>> = {
  mountain: ["04", "08", "11", "12", "14", "15", "20", "38", "40", "48", "51", "52", "66", "68"],
  coast: ["22", "31", "40", "42", "44", "46", "48", "51", "52", "56", "66", "68", "86", "91", "96"],
  delta: ["31", "33", "37", "80", "82", "86", "91", "92", "96"],
  city: ["01", "22", "24", "31", "46", "48", "75", "79", "92"],
  industry: ["01", "19", "22", "24", "25", "31", "33", "37", "48", "75", "79", "80"],
};

/** Reads the ground. Throws when the reference data is not loaded. */
export async function readGround(db: Db, day: string): Promise<Ground> {
  const { terms, deadlineRules } = db.tables;
  const agencies = new Map((await listAgencies(db, day)).map((agency) => [agency.code, agency]));
  const standingBody = [...agencies.values()].find((agency) => agency.kind === "standing_body");
  if (!standingBody) throw new Error("reference data is not loaded: there is no standing body");
  const rules = await db.select().from(deadlineRules).orderBy(asc(deadlineRules.id));
  const allTerms: Term[] = await db.select().from(terms);
  const byProvince = await readPlaces(db);
  const byCommune = new Map([...byProvince.values()].flat().map((place) => [place.communeCode, place.provinceCode]));
  const byId = new Map([...agencies.values()].map((agency) => [agency.id, agency]));
  const chosen = new Map<Terrain, readonly (readonly Place[])[]>();
  return {
    site: { host: db.host, keyId: db.keys.currentId },
    agencies,
    agencyById: (id) => (id === null ? null : (byId.get(id) ?? null)),
    standingBody,
    calendar: await loadCalendar(db, await currentCalendarVersion(db)),
    rule(step, kind, on) {
      const found = rules
        .filter((rule) => rule.step === step && (rule.caseKind === kind || rule.caseKind === null) && holdsOn(rule, on))
        .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
      const rule = found.find((row) => row.caseKind === kind) ?? found[0];
      if (!rule) throw new Error(`no deadline rule for ${step} of ${kind} on ${on}`);
      return rule;
    },
    warningSteps: await warningSteps(db, day),
    termInForce: (vocabulary, code, on) =>
      allTerms.some((term) => term.vocabulary === vocabulary && term.code === code && holdsOn(term, on)),
    provinceOf: (communeCode) => byCommune.get(communeCode) ?? null,
    places(terrain) {
      const known = chosen.get(terrain);
      if (known) return known;
      const made = placesOf(byProvince, terrain);
      chosen.set(terrain, made);
      return made;
    },
  };
}

function holdsOn(row: { validFrom: string; validTo: string | null }, day: string): boolean {
  return row.validFrom <= day && (row.validTo === null || row.validTo >= day);
}

async function readPlaces(db: Db): Promise<Map<string, Place[]>> {
  const { provinces, communes } = db.tables;
  const byCode = new Map((await db.select().from(provinces)).map((province) => [province.code, province]));
  const places = new Map<string, Place[]>();
  for (const commune of await db.select().from(communes).orderBy(asc(communes.code))) {
    const province = byCode.get(commune.provinceCode);
    if (!province || commune.validTo !== null) continue;
    const list = places.get(province.code) ?? [];
    places.set(province.code, list);
    list.push({
      provinceCode: province.code,
      communeCode: commune.code,
      commune: [commune.nameVi, commune.nameEn],
      province: [province.fullNameVi, province.fullNameEn],
      shortProvince: [province.nameVi, province.nameEn],
      rural: commune.kind === "commune",
    });
  }
  return places;
}

function placesOf(byProvince: Map<string, Place[]>, terrain: Terrain): Place[][] {
  const wanted = provincesOf[terrain] ?? [...byProvince.keys()].sort();
  const rural = terrain === "mountain" || terrain === "delta";
  const urban = terrain === "city";
  return wanted
    .map((code) => (byProvince.get(code) ?? []).filter((place) => (rural ? place.rural : urban ? !place.rural : true)))
    .filter((places) => places.length > 0);
}
