import { and, asc, eq, gt } from "drizzle-orm";
import { localDate } from "../domain/calendar.ts";
import { documentWording, referenceWording } from "../domain/legal-wording.ts";
import { stateOn } from "../domain/register.ts";
import { countCasesOf, placesOfAmendments } from "../../db/amendments.ts";
import { draftersOf, findLaws } from "../../db/laws.ts";
import { columnsOf, type OpenDataFile } from "./open-data-file.ts";

const BATCH = 500;

/** The register of barriers: one row for each legal provision that published cases are about. */
export const barriersFile: OpenDataFile = {
  name: "barriers",
  titleKey: "register-data:barriers.title",
  aboutKey: "register-data:barriers.about",
  large: true,
  columns: columnsOf("register-data:barriers", {
    document: "code",
    place: "code",
    provisionVi: "text",
    provisionEn: "text",
    drafterCode: "code",
    state: "code",
    reports: "integer",
    minutesPerYear: "integer",
    minutesReports: "integer",
    moneyPerYear: "integer",
    moneyReports: "integer",
    newestOn: "day",
    fixedOn: "day",
    amendment: "integer",
    urlVi: "text",
    urlEn: "text",
  }),
  async *rows({ db, publicUrl, now }) {
    const { registerEntries: e, laws } = db.tables;
    const today = localDate(now);
    for (let after = 0; ;) {
      const rows = await db
        .select({ entry: e, law: laws })
        .from(e)
        .innerJoin(laws, eq(laws.key, e.lawKey))
        .where(gt(e.id, after))
        .orderBy(asc(e.id))
        .limit(BATCH);
      const drafters = await draftersOf(
        db,
        rows.map(({ law }) => law),
        today,
      );
      for (const { entry, law } of rows) {
        const { article, clause, point, upTo: to } = entry;
        const reference = { document: law, article, clause, point, to, typed: "" };
        const path = `barriers/${entry.documentSlug}/${entry.place}`;
        yield {
          document: law.key,
          place: entry.place,
          provisionVi: referenceWording(reference, "vi"),
          provisionEn: referenceWording(reference, "en"),
          drafterCode: drafters.get(law.drafterId ?? 0)?.code ?? null,
          state: stateOn(entry, today),
          reports: entry.reports,
          minutesPerYear: entry.minutesFrom === 0 ? null : entry.minutes,
          minutesReports: entry.minutesFrom,
          moneyPerYear: entry.moneyFrom === 0 ? null : entry.money,
          moneyReports: entry.moneyFrom,
          newestOn: localDate(entry.newestAt),
          fixedOn: entry.fixedOn,
          amendment: entry.fixedById,
          urlVi: `${publicUrl}/vi/${path}`,
          urlEn: `${publicUrl}/en/${path}`,
        };
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = last.entry.id;
    }
  },
};

/** The published acts that amended reported provisions. */
export const amendmentsFile: OpenDataFile = {
  name: "amendments",
  titleKey: "register-data:amendments.title",
  aboutKey: "register-data:amendments.about",
  large: false,
  columns: columnsOf("register-data:amendments", {
    amendment: "integer",
    actVi: "text",
    actEn: "text",
    inForceOn: "day",
    whatVi: "text",
    whatEn: "text",
    gazetteUrl: "text",
    provisions: "json",
    cases: "integer",
    urlVi: "text",
    urlEn: "text",
  }),
  async *rows({ db, publicUrl }) {
    const { amendments: a } = db.tables;
    for (let after = 0; ;) {
      const rows = await db
        .select()
        .from(a)
        .where(and(eq(a.state, "published"), gt(a.id, after)))
        .orderBy(asc(a.id))
        .limit(BATCH);
      for (const row of rows) {
        const places = await placesOfAmendments(db, [row.id]);
        const laws = await findLaws(
          db,
          places.map(({ lawKey }) => lawKey),
        );
        yield {
          amendment: row.id,
          actVi: documentWording(row, "vi"),
          actEn: documentWording(row, "en"),
          inForceOn: row.inForceOn,
          whatVi: row.whatVi,
          whatEn: row.whatEn,
          gazetteUrl: row.gazetteUrl,
          provisions: places.flatMap(({ lawKey, place }) => (laws.has(lawKey) ? [{ document: lawKey, place }] : [])),
          cases: await countCasesOf(db, row),
          urlVi: `${publicUrl}/vi/barriers/changes/${row.id}`,
          urlEn: `${publicUrl}/en/barriers/changes/${row.id}`,
        };
      }
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return;
      after = last.id;
    }
  },
};
