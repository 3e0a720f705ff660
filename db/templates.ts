import { and, asc, desc, eq, inArray, isNull, or } from "drizzle-orm";
import { localDate } from "../app/domain/calendar.ts";
import type { StaffActor } from "../app/domain/actor.ts";
import {
  templateFits,
  type TemplatePurpose,
  type TemplateStanding,
  templateStanding,
} from "../app/domain/templates.ts";
import type { CaseRow } from "./cases.ts";
import { findLaws, type Law } from "./laws.ts";
import type { Tables } from "./schema.ts";
import type { Db, Tx } from "./store.server.ts";

export type Template = Tables["templates"]["$inferSelect"];

/** A template with the documents that it cites and how it stands on the day asked about. */
export interface TemplateFound {
  readonly row: Template;
  readonly laws: readonly Law[];
  readonly standing: TemplateStanding<Law>;
}

/** Who oversees sees those of every agency. */
const seesEveryTemplate = ({ role }: StaffActor): boolean => role === "monitor";

/** Lists that people keep by hand: hundreds. */
const MOST_TEMPLATES = 500;

/** The templates that this person may see, the newest first: everybody's, those of their own agency and of the ones above it; overseers see all. */
export async function listTemplates(db: Db, actor: StaffActor, now: Date): Promise<TemplateFound[]> {
  const { templates } = db.tables;
  const rows = await db
    .select()
    .from(templates)
    .where(seesEveryTemplate(actor) ? undefined : ownOrShared(db, actor))
    .orderBy(asc(templates.purpose), desc(templates.id))
    .limit(MOST_TEMPLATES);
  return withLaws(db, rows, now);
}

/** The templates in force for a text on this case, oldest first. */
export async function templatesFor(
  db: Db,
  actor: StaffActor,
  row: Pick<CaseRow, "kind" | "field">,
  purposes: readonly TemplatePurpose[],
  now: Date,
): Promise<TemplateFound[]> {
  if (purposes.length === 0) return [];
  const { templates } = db.tables;
  const rows = await db
    .select()
    .from(templates)
    .where(and(ownOrShared(db, actor), inArray(templates.purpose, [...purposes]), isNull(templates.endedAt)))
    .orderBy(asc(templates.id))
    .limit(MOST_TEMPLATES);
  const fitting = rows.filter((template) => templateFits(template, row, housesOf(actor)));
  return (await withLaws(db, fitting, now)).filter(({ standing }) => standing.state === "in-force");
}

/** Whose templates a person writes with: those of their agency, of the ones above it and of the ones whose work it took over. */
const housesOf = ({ agencyId, coveredBy }: StaffActor): number[] => [agencyId, ...coveredBy];

function ownOrShared(db: Db, actor: StaffActor) {
  const { templates } = db.tables;
  return or(isNull(templates.agencyId), inArray(templates.agencyId, housesOf(actor)));
}

/** A template with its documents; null when there is none or it belongs to an agency that is neither the person's own nor above it. */
export async function findTemplate(db: Db, actor: StaffActor, id: number, now: Date): Promise<TemplateFound | null> {
  const { templates } = db.tables;
  const rows = await db.select().from(templates).where(eq(templates.id, id));
  const [found] = await withLaws(db, rows, now);
  if (!found) return null;
  const { agencyId } = found.row;
  return agencyId === null || housesOf(actor).includes(agencyId) || seesEveryTemplate(actor) ? found : null;
}

async function withLaws(db: Db, rows: readonly Template[], now: Date): Promise<TemplateFound[]> {
  const { templateLaws } = db.tables;
  if (rows.length === 0) return [];
  const cited = await db
    .select()
    .from(templateLaws)
    .where(
      inArray(
        templateLaws.templateId,
        rows.map(({ id }) => id),
      ),
    );
  const laws = await findLaws(
    db,
    cited.map(({ lawKey }) => lawKey),
  );
  const today = localDate(now);
  return rows.map((row) => {
    const own = cited.flatMap(({ templateId, lawKey }) => (templateId === row.id ? (laws.get(lawKey) ?? []) : []));
    return { row, laws: own, standing: templateStanding(row, own, today) };
  });
}

/** Stores a new template, or the next version of one; null when somebody was faster. */
export async function storeTemplate(
  tx: Tx,
  before: Template | null,
  values: Omit<Tables["templates"]["$inferInsert"], "id" | "version">,
  lawKeys: readonly string[],
): Promise<Template | null> {
  const { templates, templateLaws } = tx.tables;
  const [row] = before
    ? await tx
        .update(templates)
        .set({ ...values, version: before.version + 1 })
        .where(and(eq(templates.id, before.id), eq(templates.version, before.version)))
        .returning()
    : await tx
        .insert(templates)
        .values({ ...values, version: 1 })
        .returning();
  if (!row) return null;
  await tx.delete(templateLaws).where(eq(templateLaws.templateId, row.id));
  const rows = [...new Set(lawKeys)].map((lawKey) => ({ templateId: row.id, lawKey }));
  if (rows.length > 0) await tx.insert(templateLaws).values(rows);
  return row;
}

/** Withdraws a template; null when somebody was faster. */
export async function endTemplate(tx: Tx, before: Template, now: Date): Promise<Template | null> {
  const { templates } = tx.tables;
  const [row] = await tx
    .update(templates)
    .set({ endedAt: now, version: before.version + 1 })
    .where(and(eq(templates.id, before.id), eq(templates.version, before.version)))
    .returning();
  return row ?? null;
}
