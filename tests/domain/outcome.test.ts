import { describe, expect, test } from "vitest";
import { checkInput } from "../../app/domain/check-input.ts";
import {
  declineReason,
  declineReasons,
  evidenceErrors,
  outcomeDateErrors,
  outcomeFields,
  type OutcomeKind,
  outcomeKinds,
  outcomeSchema,
} from "../../app/domain/outcome.ts";
import { outcomeOf } from "../store/answers.ts";

/** What each outcome must show, written a second time by hand. */
const required: Record<OutcomeKind, string[]> = {
  solved: ["whatChanged", "measure", "unit", "before", "after", "evidence", "changedOn"],
  explained: ["legalBasis"],
  not_accepted: ["reasons", "legalBasis"],
  referred: ["referredTo", "legalBasis"],
  commitment: ["promise", "owner", "promisedOn"],
};

describe.each(outcomeKinds)("%s", (kind) => {
  test("is taken when complete and asks for exactly its fields", () => {
    expect(outcomeSchema.parse(outcomeOf(kind))).toEqual(outcomeOf(kind));
    expect(outcomeFields[kind]).toEqual(required[kind]);
  });

  test("each missing field gives its own rule", () => {
    // Evidence may come as files instead, so that its absence is seen with them.
    for (const field of required[kind].filter((name) => name !== "evidence")) {
      expect(checkInput(outcomeSchema, { ...outcomeOf(kind), [field]: " " }), field).toEqual({
        ok: false,
        errors: { [field]: "empty" },
      });
      const { [field]: _left, ...rest } = outcomeOf(kind);
      expect(checkInput(outcomeSchema, rest), field).toEqual({ ok: false, errors: { [field]: "empty" } });
    }
  });

  test("fields of other outcomes are dropped", () => {
    const all = Object.assign({}, ...outcomeKinds.map(outcomeOf), { kind });
    expect(Object.keys(outcomeSchema.parse(all)).sort()).toEqual(["kind", ...required[kind]].sort());
  });
});

test.each([{}, { kind: "" }, { kind: "done" }])("%o is no outcome", (input) => {
  expect(checkInput(outcomeSchema, input)).toEqual({
    ok: false,
    errors: { kind: "empty" },
    allowed: { kind: outcomeKinds },
  });
});

test("a change lies in the past or today, a commitment in the future", () => {
  const solved = outcomeSchema.parse(outcomeOf("solved"));
  expect(outcomeDateErrors(solved, "2026-10-01")).toEqual({});
  expect(outcomeDateErrors(solved, "2026-09-30")).toEqual({ changedOn: "future" });
  const commitment = outcomeSchema.parse(outcomeOf("commitment"));
  expect(outcomeDateErrors(commitment, "2027-03-30")).toEqual({});
  expect(outcomeDateErrors(commitment, "2027-03-31")).toEqual({ promisedOn: "past" });
  expect(outcomeDateErrors(outcomeSchema.parse(outcomeOf("explained")), "2026-10-01")).toEqual({});
});

test("a change that is solved is proved by a reference or by files", () => {
  const solved = outcomeSchema.parse({ ...outcomeOf("solved"), evidence: " " });
  expect(evidenceErrors(solved, 0)).toEqual({ evidence: "empty" });
  expect(evidenceErrors(solved, 1)).toEqual({});
  expect(evidenceErrors(outcomeSchema.parse(outcomeOf("solved")), 0)).toEqual({});
  expect(evidenceErrors(outcomeSchema.parse(outcomeOf("explained")), 0)).toEqual({});
});

test("a case is declined for a reason of the list", () => {
  for (const reason of declineReasons) expect(declineReason.parse(reason)).toBe(reason);
  expect(declineReason.safeParse("because").success).toBe(false);
});

test("before and after are numbers, as people write them", () => {
  const typed = (before: string) => checkInput(outcomeSchema, { ...outcomeOf("solved"), before });
  for (const number of ["12", "3,5", "1.200", "-4"]) expect(typed(number), number).toMatchObject({ ok: true });
  expect(typed("mười")).toEqual({ ok: false, errors: { before: "not-number" } });
});
