import { sql } from "drizzle-orm";
import type { Kind, Level } from "../../app/domain/case-kind.ts";
import type { LegalReference } from "../../app/domain/legal-reference.ts";
import type { Conditions, RouteMode, RouteTarget, RuleSetState } from "../../app/domain/routing.ts";
import type { ColumnKit } from "../columns.server.ts";
import type { CaseworkTables } from "./casework.ts";
import type { OfficeTables } from "./office.ts";

/** Who should answer for a case: what agencies that refused it said, and the rules that propose one. */
export function routingTables(kit: ColumnKit, { agencies, staff }: OfficeTables, { cases, messages }: CaseworkTables) {
  const { table, serial, ref, text, int, bool, time, json, index, uniqueIndex } = kit;

  /** One "not ours", with the body that is competent and the legal ground. */
  const caseRefusals = table(
    "case_refusal",
    {
      id: serial(),
      caseId: ref()
        .references(() => cases.id)
        .notNull(),
      /** Who refused. */
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      /** Whose it is: an agency of the portal, or the name of a body that is none. */
      competentId: ref().references(() => agencies.id),
      competentName: text(),
      ground: json<LegalReference>().notNull(),
      /** The words with which it was refused. */
      messageId: ref()
        .references(() => messages.id)
        .notNull(),
      /** Of the case as it was then: what makes two refusals alike. */
      kind: text().$type<Kind>().notNull(),
      field: text(),
      at: time().notNull(),
    },
    (t) => [
      index("case_refusal_case").on(t.caseId, t.id),
      index("case_refusal_alike").on(t.kind, t.field, t.id, t.agencyId, t.caseId),
    ],
  );

  /** One version of the routing rules. */
  const ruleSets = table(
    "rule_set",
    {
      id: serial(),
      state: text().$type<RuleSetState>().notNull(),
      /** Why it was made, said when it is proposed. */
      reason: text(),
      authorId: ref()
        .references(() => staff.id)
        .notNull(),
      createdAt: time().notNull(),
      proposedAt: time(),
      /** When somebody last ran it over the cases of the past; null again once it is changed. */
      rehearsedAt: time(),
      activatedBy: ref().references(() => staff.id),
      activatedAt: time(),
      /** The version that it took the place of. */
      replacedId: ref(),
      endedAt: time(),
      version: int().notNull(),
    },
    (t) => [
      index("rule_set_state").on(t.state, t.id),
      uniqueIndex("rule_set_only")
        .on(t.state)
        .where(sql`state in ('draft', 'proposed', 'in_force')`),
    ],
  );

  const routingRules = table(
    "routing_rule",
    {
      id: serial(),
      setId: ref()
        .references(() => ruleSets.id)
        .notNull(),
      /** 1, 2, 3 …: the first that holds decides. */
      position: int().notNull(),
      name: text().notNull(),
      conditions: json<Conditions>().notNull(),
      target: text().$type<RouteTarget>().notNull(),
      agencyId: ref().references(() => agencies.id),
      /** Words of the name of a department of the province. */
      department: text(),
      /** What the case gets besides an agency, where it has none yet. */
      field: text(),
      level: text().$type<Level>(),
      mode: text().$type<RouteMode>().notNull(),
    },
    (t) => [index("routing_rule_set").on(t.setId, t.position)],
  );

  /** What the rules in force said of a case that nobody has assigned yet. */
  const routeProposals = table(
    "route_proposal",
    {
      caseId: ref()
        .primaryKey()
        .references(() => cases.id),
      setId: ref()
        .references(() => ruleSets.id)
        .notNull(),
      position: int().notNull(),
      agencyId: ref()
        .references(() => agencies.id)
        .notNull(),
      field: text(),
      level: text().$type<Level>(),
      /** The system still has to assign it. */
      auto: bool().notNull(),
      at: time().notNull(),
    },
    (t) => [
      index("route_proposal_auto")
        .on(t.caseId)
        .where(sql`auto = true`),
    ],
  );

  return { caseRefusals, ruleSets, routingRules, routeProposals };
}
