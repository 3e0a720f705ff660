import { describe, expect, test } from "vitest";
import {
  actsIn,
  findMove,
  isOpen,
  movingActs,
  moves,
  openStatuses,
  publishableStatuses,
  type Status,
  statuses,
  staysPublic,
} from "../../app/domain/case-status.ts";
import { matrix } from "../../app/domain/permissions.ts";

const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));
/** Nothing is owed any more; what was closed or merged may come back. */
const ended: readonly Status[] = ["disputed", "closed", "declined", "withdrawn", "merged"];
/** Left by nothing. */
const final: readonly Status[] = ["declined", "withdrawn"];

/** The whole table of moves, written a second time by hand: from, to, acts. */
const expected = `
submitted         waiting           ask
submitted         assigned          assign arbitrate
submitted         declined          decline
submitted         merged            merge
submitted         withdrawn         withdraw
waiting           submitted         reply lapse
waiting           in_progress       reply lapse
waiting           withdrawn         withdraw
assigned          in_progress       accept
assigned          submitted         refuse declare-conflict name-conflict succeed
assigned          assigned          assign arbitrate delegate hand-back
assigned          merged            merge
assigned          withdrawn         withdraw
in_progress       waiting           ask
in_progress       submitted         refuse declare-conflict name-conflict succeed
in_progress       assigned          assign arbitrate delegate hand-back
in_progress       awaiting_approval answer
in_progress       merged            merge
in_progress       withdrawn         withdraw
awaiting_approval answered          approve
awaiting_approval in_progress       return
awaiting_approval submitted         declare-conflict name-conflict succeed
awaiting_approval withdrawn         withdraw
answered          answered          relay
answered          closed            rate close
answered          disputed          dispute
answered          in_progress       reopen unmerge
answered          submitted         reopen unmerge
answered          assigned          unmerge
disputed          in_progress       reopen
disputed          submitted         reopen
disputed          closed            uphold
closed            answered          relay
closed            disputed          dispute
closed            in_progress       reopen
closed            submitted         reopen
merged            submitted         unmerge
merged            assigned          unmerge
merged            in_progress       unmerge
merged            answered          relay
`;
const expectedActs = new Map(
  expected
    .trim()
    .split("\n")
    .map((row) => row.split(/\s+/))
    .map(([from, to, ...acts]) => [`${from} ${to}`, acts]),
);

describe.each(pairs)("from %s to %s", (from, to) => {
  const acts = expectedActs.get(`${from} ${to}`) ?? [];

  test(`is moved by ${acts.join(" or ") || "nothing"}`, () => {
    expect(movingActs.filter((act) => findMove(from, to, act) !== null).sort()).toEqual([...acts].sort());
  });
});

test("every move has an act, a meaning in one sentence and an act that somebody may make", () => {
  for (const [from, to] of pairs) {
    const move = moves[from][to];
    if (!move) continue;
    expect(move.acts.length).toBeGreaterThan(0);
    expect(move.meaning).toMatch(/^[A-Z].*\.$/);
    for (const act of move.acts) expect(matrix[act].length, act).toBeGreaterThan(0);
  }
});

test("every act of the list moves something", () => {
  const used = new Set(statuses.flatMap((status) => actsIn(status)));
  expect([...used].sort()).toEqual([...movingActs].sort());
});

test("every state is reached from the first one, and a final state is left by nothing", () => {
  const reached = new Set<Status>(["submitted"]);
  for (const from of reached) for (const to of statuses) if (moves[from][to]) reached.add(to);
  expect([...reached].sort()).toEqual([...statuses].sort());
  expect(statuses.filter((status) => actsIn(status).length === 0)).toEqual(final);
});

test("from every state an end can be reached", () => {
  const ends = (status: Status, seen: Set<Status>): boolean => {
    if (status === "closed" || final.includes(status)) return true;
    if (seen.has(status)) return false;
    return statuses.some((to) => moves[status][to] && ends(to, new Set([...seen, status])));
  };
  expect(statuses.filter((status) => !ends(status, new Set()))).toEqual([]);
});

test("an act leads to one state only, but for what leads back, and a reopening where no agency may handle it", () => {
  for (const from of statuses) {
    for (const act of movingActs) {
      const targets = statuses.filter((to) => findMove(from, to, act));
      const back = from === "waiting" && (act === "reply" || act === "lapse");
      const most = act === "unmerge" ? 3 : back || act === "reopen" ? 2 : 1;
      expect(targets.length, `${act} from ${from}`).toBeLessThanOrEqual(most);
    }
  }
});

test("while an answer is owed a case is open; the submitter can always take an open case back", () => {
  for (const status of statuses) {
    const over = status === "answered" || ended.includes(status);
    expect(isOpen(status), status).toBe(!over);
    expect(actsIn(status).includes("withdraw"), status).toBe(!over);
  }
  expect(openStatuses.length).toBe(5);
});

test("what may be published may stay public; what was declined, withdrawn or merged may not", () => {
  for (const status of publishableStatuses) expect(staysPublic(status)).toBe(true);
  expect(statuses.filter((status) => !staysPublic(status))).toEqual(["declined", "withdrawn", "merged"]);
});
