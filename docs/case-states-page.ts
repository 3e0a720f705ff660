import { type MovingAct, moves, type Status, statuses } from "../app/domain/case-status.ts";
import type { Actor } from "../app/domain/actor.ts";
import { may, matrix } from "../app/domain/permissions.ts";

/** The page about the states of a case, derived from the tables of moves and permissions. */
export function caseStatesPage(): string {
  const all = statuses.flatMap((from) =>
    statuses.flatMap((to) => {
      const move = moves[from][to];
      return move ? [{ from, to, move }] : [];
    }),
  );
  const arrows = all.map(({ from, to, move }) => `  ${from} --> ${to}: ${move.acts.join(" / ")}`);
  const ends = statuses.filter((status) => Object.keys(moves[status]).length === 0).map((status) => `  ${status} --> [*]`);
  const rows = all.map(({ from, to, move }) => {
    const by = [...new Set(move.acts.flatMap((act) => matrix[act].filter((party) => mayFrom(party, act, from))))].join(", ");
    return `| ${from} | ${to} | ${move.acts.join(" / ")} | ${by} | ${move.requires ?? ""} | ${move.seenBy} | ${move.meaning} |`;
  });
  return `# The states of a case

Made from \`app/domain/case-status.ts\` and \`app/domain/permissions.ts\` by \`npm run docs\`.

\`\`\`mermaid
stateDiagram-v2
  [*] --> submitted: submit
${[...arrows, ...ends].join("\n")}
\`\`\`

| from | to | act | who | needs | seen by | meaning |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

/** True when this party may make the act from this state, on a case of its own. */
function mayFrom(party: (typeof matrix)[MovingAct][number], act: MovingAct, status: Status): boolean {
  const sender = { hasIdentity: true, identityHidden: false, identityGranted: false };
  const arbitration = party === "arbiter" ? "waiting" : "none";
  const desk = { agencyId: 1, unitId: null, unitApproves: false, walledOff: null, askedOf: null };
  const item = { id: 1, status, ...desk, held: false, publishConsent: true, published: false, ...sender };
  return may(actorOf(party), act, { ...item, arbitration, disputed: status === "disputed", member: true, fresh: true });
}

function actorOf(party: (typeof matrix)[MovingAct][number]): Actor {
  if (party === "submitter") return { kind: party, caseId: 1 };
  if (party === "contact") return { kind: party, contactId: 1 };
  if (party === "system" || party === "public") return { kind: party };
  return { kind: "staff", staffId: 1, name: "", role: party, agencyId: 1, agencyVi: "", agencyEn: "", coveredBy: [], standIns: [] };
}
