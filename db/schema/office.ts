import type { Lang } from "../../app/domain/case-kind.ts";
import type { Shortcuts } from "../../app/domain/shortcuts.ts";
import type { Role } from "../../app/domain/permissions.ts";
import type { ColumnKit } from "../columns.server.ts";

/** Agencies and the people who work in them. */
export function officeTables(kit: ColumnKit) {
  const { table, serial, ref, text, int, time, index, uniqueIndex } = kit;

  const agencies = table(
    "agency",
    {
      id: serial(),
      code: text().notNull(),
      kind: text().notNull(),
      parentId: ref(),
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
    (t) => [uniqueIndex("agency_code").on(t.code), index("agency_parent").on(t.parentId)],
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

  return { agencies, staff, sessions, apiTokens };
}

export type OfficeTables = ReturnType<typeof officeTables>;
