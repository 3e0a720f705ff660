import { moves, statuses } from "../app/domain/case-status.ts";
import { matrix } from "../app/domain/permissions.ts";

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
    const by = [...new Set(move.acts.flatMap((act) => matrix[act]))].join(", ");
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
