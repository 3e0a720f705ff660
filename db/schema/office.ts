import type { Lang } from "../../app/domain/case-kind.ts";
import type { Shortcuts } from "../../app/domain/shortcuts.ts";
import type { Role } from "../../app/domain/actor.ts";
import type { ColumnKit } from "../columns.server.ts";

/** Agencies and the people who work in them. */
export function officeTables(kit: ColumnKit) {
  const { table, serial, ref, text, int, bool, time, index, uniqueIndex } = kit;

  const agencies = table(
    "agency",
    {
      id: serial(),
      code: text().notNull(),
      kind: text().notNull(),
      parentId: ref(),
      /** All agencies above this one, as marks (`app/domain/marks.ts`). */
      above: text().notNull().default(""),
      /** The dissolved agencies whose work this one or one above it took over, as marks. */
      succeeded: text().notNull().default(""),
      /** Who took over the work when it was dissolved. */
      successorId: ref(),
      /** The commune whose People's Committee it is. */
      communeCode: text(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      abbreviation: text().notNull(),
      provinceCode: text(),
      email: text(),
      /** Folded names and abbreviation, for look-ups. */
      search: text().notNull(),
      validFrom: text().notNull(),
      validTo: text(),
      version: int().notNull(),
    },
    (t) => [
      uniqueIndex("agency_code").on(t.code),
      index("agency_parent").on(t.parentId, t.id),
      index("agency_successor").on(t.successorId, t.id),
      index("agency_commune").on(t.communeCode),
    ],
  );

  /** The names an agency has had, and those decided for a later day. */
  const agencyNames = table(
    "agency_name",
    {
      id: serial(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      nameVi: text().notNull(),
      nameEn: text().notNull(),
      abbreviation: text().notNull(),
      /** First day of the name; it ends where the next begins. */
      validFrom: text().notNull(),
      /** It is, or was, the agency's name; false until its day comes. */
      applied: bool().notNull(),
    },
    (t) => [
      uniqueIndex("agency_name_from").on(t.agencyId, t.validFrom),
      index("agency_name_open").on(t.applied, t.validFrom),
    ],
  );

  const staff = table(
    "staff",
    {
      id: serial(),
      email: text().notNull(),
      name: text().notNull(),
      role: text().$type<Role>().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      lang: text().$type<Lang>().notNull(),
      passwordHash: text(),
      activationHash: text(),
      activationExpiresAt: time(),
      disabledAt: time(),
      /** Whether single keys act in the console, only together with Alt, or not at all (WCAG 2.1.4). */
      shortcuts: text().$type<Shortcuts>().notNull().default("on"),
      createdAt: time().notNull(),
      version: int().notNull(),
    },
    (t) => [
      uniqueIndex("staff_email").on(t.email),
      uniqueIndex("staff_activation").on(t.activationHash),
      index("staff_agency").on(t.agencyId),
    ],
  );

  const sessions = table(
    "session",
    {
      idHash: text().primaryKey(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      createdAt: time().notNull(),
      seenAt: time().notNull(),
    },
    (t) => [index("session_staff").on(t.staffId)],
  );

  const apiTokens = table(
    "api_token",
    {
      id: serial(),
      tokenHash: text().notNull(),
      staffId: ref()
        .references(() => staff.id)
        .notNull(),
      scope: text().notNull(),
      createdAt: time().notNull(),
      revokedAt: time(),
    },
    (t) => [uniqueIndex("api_token_hash").on(t.tokenHash)],
  );

  return { agencies, agencyNames, staff, sessions, apiTokens };
}

export type OfficeTables = ReturnType<typeof officeTables>;
