import { readFileSync } from "node:fs";
import type { LegalDocument } from "../app/domain/legal-tokens.ts";
import { documentKey, nameKeyOf } from "../app/domain/legal-wording.ts";
import { agencySearchText } from "../app/domain/folded-match.ts";
import { foldText } from "../app/domain/text.ts";
import { currentCalendarVersion } from "./deadline-settings.ts";
import { projectFile } from "./migrations.server.ts";
import type { Tables } from "./schema.ts";
import type { Store, Tx } from "./store.server.ts";

/** What the reference files hold, by the table that takes it. */
type Row<T extends keyof Tables> = Tables[T]["$inferInsert"];
/** Facts without a known first day were in force before the portal was. */
const ALWAYS = "1945-09-02";
const CHUNK = 500;

function readReference<T>(name: string): T {
  return JSON.parse(readFileSync(projectFile("db/reference", `${name}.json`), "utf8"));
}

/**
 * Loads the reference data that is missing. What people have edited since is
 * left as it is; a newer calendar file becomes a new version. Of processes that
 * start at once one loads and the others wait, for as long as that takes.
 */
export async function loadReference(store: Store): Promise<void> {
  const { agencies } = store.read.tables;
  for (;;) {
    const [known] = await store.read.select({ id: agencies.id }).from(agencies).limit(1);
    if (known) return loadNewerCalendar(store);
    try {
      return await store.write(loadAll);
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
    }
  }
}

async function loadAll(tx: Tx): Promise<void> {
  const inserted = await loadAgencies(tx);
  // Another process may have been first.
  if (!inserted) return;
  await loadPlaces(tx);
  await loadCentres(tx);
  await loadTerms(tx);
  await loadDeadlines(tx);
  await loadLaws(tx);
}

/** Whether PostgreSQL gave a statement up that waited for another transaction's lock. */
function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === "55P03";
}

async function loadAgencies(tx: Tx): Promise<boolean> {
  type Given = Omit<Row<"agencies">, "search" | "version" | "validFrom"> & { validFrom: string | null };
  const rows = readReference<Given[]>("agencies").map((given) => ({
    code: given.code,
    kind: given.kind,
    nameVi: given.nameVi,
    nameEn: given.nameEn,
    abbreviation: given.abbreviation,
    provinceCode: given.provinceCode,
    validFrom: given.validFrom ?? ALWAYS,
    validTo: given.validTo,
    search: agencySearchText(given),
    version: 1,
  }));
  const stored = await tx.insert(tx.tables.agencies).values(rows).onConflictDoNothing().returning();
  return stored.length > 0;
}

async function loadPlaces(tx: Tx): Promise<void> {
  const provinces = readReference<(Row<"provinces"> & { formerNames: string[] })[]>("provinces");
  const provinceNames = new Map(provinces.map((province) => [province.code, province.fullNameVi]));
  await inChunks(
    provinces.map(({ code, kind, nameVi, nameEn, fullNameVi, fullNameEn, validFrom, validTo }) => ({
      code,
      kind,
      nameVi,
      nameEn,
      fullNameVi,
      fullNameEn,
      validFrom: validFrom ?? ALWAYS,
      validTo,
    })),
    (chunk) => tx.insert(tx.tables.provinces).values(chunk),
  );
  const communes = readReference<Row<"communes">[]>("communes");
  await inChunks(
    communes.map(({ code, provinceCode, kind, nameVi, nameEn, validFrom, validTo }) => ({
      code,
      provinceCode,
      kind,
      nameVi,
      nameEn,
      validFrom: validFrom ?? ALWAYS,
      validTo,
    })),
    (chunk) => tx.insert(tx.tables.communes).values(chunk),
  );
  type Former = { formerName: string; formerDistrict: string; formerProvince: string; communeCode: string };
  const former = readReference<Former[]>("former-names");
  await inChunks(
    [
      ...communes.map((commune) => ({
        communeCode: commune.code,
        name: commune.nameVi,
        search: foldText(`${commune.nameVi} ${provinceNames.get(commune.provinceCode) ?? ""}`),
        former: false,
      })),
      ...former.map((old) => ({
        communeCode: old.communeCode,
        name: [old.formerName, old.formerDistrict, old.formerProvince].filter(Boolean).join(", "),
        search: foldText([old.formerName, old.formerDistrict, old.formerProvince].join(" ")),
        former: true,
      })),
    ],
    (chunk) => tx.insert(tx.tables.placeNames).values(chunk),
  );
}

async function loadCentres(tx: Tx): Promise<void> {
  const centres = readReference<(Omit<Row<"areaCentres">, "validFrom"> & { validFrom: string | null })[]>("centres");
  await tx
    .insert(tx.tables.areaCentres)
    .values(centres.map((centre) => ({ ...centre, validFrom: centre.validFrom ?? ALWAYS })));
}

async function loadTerms(tx: Tx): Promise<void> {
  const terms = readReference<(Omit<Row<"terms">, "validFrom"> & { validFrom: string | null })[]>("terms");
  await inChunks(
    terms.map((term) => ({ ...term, validFrom: term.validFrom ?? ALWAYS })),
    (chunk) => tx.insert(tx.tables.terms).values(chunk),
  );
}

interface CalendarFile {
  version: number;
  days: Omit<Row<"calendarDays">, "version">[];
}

async function loadNewerCalendar(store: Store): Promise<void> {
  const file = readReference<CalendarFile>("calendar");
  if (file.version > (await currentCalendarVersion(store.read))) await store.write((tx) => loadCalendarFile(tx, file));
}

async function loadCalendarFile(tx: Tx, { version, days }: CalendarFile): Promise<void> {
  const shipped = { version, madeAt: null, source: "shipped" as const, staffId: null, madeBy: "", reason: "" };
  await tx.insert(tx.tables.calendarVersions).values(shipped).onConflictDoNothing();
  await inChunks(
    days.map((day) => ({ ...day, version })),
    (chunk) => tx.insert(tx.tables.calendarDays).values(chunk).onConflictDoNothing(),
  );
}

async function loadDeadlines(tx: Tx): Promise<void> {
  await loadCalendarFile(tx, readReference<CalendarFile>("calendar"));
  const rules =
    readReference<(Omit<Row<"deadlineRules">, "validFrom"> & { validFrom: string | null })[]>("deadline-rules");
  await inChunks(
    rules.map((rule) => ({ ...rule, validFrom: rule.validFrom ?? ALWAYS })),
    (chunk) => tx.insert(tx.tables.deadlineRules).values(chunk),
  );
  type Undated<T extends keyof Tables> = Omit<Row<T>, "validFrom"> & { validFrom: string | null };
  const steps = readReference<Undated<"warningSteps">[]>("warning-steps");
  await tx
    .insert(tx.tables.warningSteps)
    .values(steps.map((step) => ({ ...step, validFrom: step.validFrom ?? ALWAYS })));
  const budgets = readReference<Undated<"extensionBudgets">[]>("extension-budgets");
  await tx
    .insert(tx.tables.extensionBudgets)
    .values(budgets.map((budget) => ({ ...budget, validFrom: budget.validFrom ?? ALWAYS })));
}

async function loadLaws(tx: Tx): Promise<void> {
  type Given = Omit<Row<"laws">, "key" | "nameKey" | "version" | "validFrom" | "drafterId"> &
    LegalDocument & { validFrom: string | null; drafter: string | null };
  const { agencies } = tx.tables;
  const named = await tx.select({ id: agencies.id, code: agencies.code }).from(agencies);
  const rows = readReference<Given[]>("laws").map(({ drafter, ...given }) => ({
    ...given,
    drafterId: named.find(({ code }) => code === drafter)?.id ?? null,
    key: documentKey(given),
    nameKey: given.name === null ? null : nameKeyOf(given),
    validFrom: given.validFrom ?? ALWAYS,
    version: 1,
  }));
  await tx.insert(tx.tables.laws).values(rows).onConflictDoNothing();
}

async function inChunks<T>(rows: T[], insert: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) await insert(rows.slice(from, from + CHUNK));
}
