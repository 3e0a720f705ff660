import type { ColumnKit } from "./columns.server.ts";
import { answeringTables } from "./schema/answering.ts";
import { attachmentTables } from "./schema/attachments.ts";
import { attentionTables } from "./schema/attention.ts";
import { barrierTables } from "./schema/barriers.ts";
import { caseworkTables } from "./schema/casework.ts";
import { clockTables } from "./schema/clocks.ts";
import { connectionTables } from "./schema/connections.ts";
import { collectiveTables } from "./schema/collective.ts";
import { deliveryTables } from "./schema/delivery.ts";
import { doneActTables } from "./schema/done-acts.ts";
import { figureTables } from "./schema/figures.ts";
import { identityTables } from "./schema/identity.ts";
import { intakeTables } from "./schema/intake.ts";
import { open311Tables } from "./schema/open311.ts";
import { listFollowerTables } from "./schema/list-followers.ts";
import { officeTables } from "./schema/office.ts";
import { presenceTables } from "./schema/presence.ts";
import { lawTables } from "./schema/laws.ts";
import { ledgerTables } from "./schema/ledger.ts";
import { proposalTables } from "./schema/proposals.ts";
import { referenceTables } from "./schema/reference.ts";
import { registerTables } from "./schema/register.ts";
import { routingTables } from "./schema/routing.ts";
import { segmentTables } from "./schema/segments.ts";
import { similarTables } from "./schema/similar.ts";
import { wallTables } from "./schema/walls.ts";
import { suggestionTables } from "./schema/suggestions.ts";
import { templateTables } from "./schema/templates.ts";

export type { EventData } from "./schema/casework.ts";

/** The tables, written once for both databases. Names in the database are snake_case (set by the store). */
export function defineSchema(kit: ColumnKit) {
  const reference = referenceTables(kit);
  const office = officeTables(kit);
  const casework = caseworkTables(kit, office, reference);
  const answering = answeringTables(kit, office, casework);
  const laws = lawTables(kit, office);
  return {
    ...reference,
    ...office,
    ...casework,
    ...answering,
    ...attachmentTables(kit, casework),
    ...attentionTables(kit, office, casework),
    ...barrierTables(kit, casework),
    ...intakeTables(kit, casework),
    ...identityTables(kit, office, casework),
    ...segmentTables(kit, office, casework),
    ...similarTables(kit, casework),
    ...listFollowerTables(kit),
    ...laws,
    ...registerTables(kit, office, casework, laws),
    ...ledgerTables(kit, casework),
    ...suggestionTables(kit, casework),
    ...templateTables(kit, office, casework),
    ...collectiveTables(kit, office, casework),
    ...open311Tables(kit, office, casework),
    ...presenceTables(kit, office, casework),
    ...clockTables(kit, office, casework),
    ...doneActTables(kit, office, casework),
    ...wallTables(kit, office, casework),
    ...routingTables(kit, office, casework),
    ...proposalTables(kit, office, casework),
    ...figureTables(kit),
    ...deliveryTables(kit),
    ...connectionTables(kit, office, casework, answering),
  };
}

export type Tables = ReturnType<typeof defineSchema>;
