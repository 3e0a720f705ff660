import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arrangeRule } from "../../app/commands/arrange-rule.ts";
import { assignCase } from "../../app/commands/assign-case.ts";
import { beginRules } from "../../app/commands/begin-rules.ts";
import { classifyCase } from "../../app/commands/classify-case.ts";
import { proposeRules } from "../../app/commands/propose-rules.ts";
import { rehearseRules } from "../../app/commands/rehearse-rules.ts";
import { rerouteCase } from "../../app/commands/reroute-case.ts";
import { saveRule, saveRuleInput } from "../../app/commands/save-rule.ts";
import { switchRules } from "../../app/commands/switch-rules.ts";
import { switchRulesBack } from "../../app/commands/switch-rules-back.ts";
import { withdrawRules } from "../../app/commands/withdraw-rules.ts";
import { checkInput } from "../../app/domain/check-input.ts";
import type { StaffActor } from "../../app/domain/actor.ts";
import { InputRefusal, Refusal } from "../../app/domain/refusal.ts";
import { routeCases } from "../../app/jobs/route-cases.ts";
import { agencyMark, marksOf } from "../../app/domain/marks.ts";
import { caseStream, listEvents } from "../../db/events.ts";
import { rehearse } from "../../db/rehearsal.ts";
import { findProposal } from "../../db/route-proposals.ts";
import { findRuleSet, type RuleSet, ruleSetIn, rulesOf } from "../../db/rule-sets.ts";
import { refusedBy } from "./arbitration.ts";
import { hire, type People } from "./journey.ts";
import { openWorld, type World } from "./world.ts";

/** A rule of a form, checked. */
const ruleOf = (set: RuleSet, more: object) => {
  const checked = checkInput(saveRuleInput, {
    setId: set.id,
    version: set.version,
    name: "Quy tắc thử",
    mode: "propose",
    target: "agency",
    ...more,
  });
  if (!checked.ok) throw new InputRefusal(checked.errors);
  return checked.value;
};

async function refusal(attempt: () => Promise<unknown>): Promise<unknown> {
  try {
    await attempt();
    return "done";
  } catch (failure) {
    if (failure instanceof InputRefusal) return failure.errors;
    return failure instanceof Refusal ? failure.code : failure;
  }
}

/** Drafts these rules, rehearses, proposes and switches them on. */
async function putInForce(world: World, people: People, rules: readonly object[]): Promise<RuleSet> {
  let set = await world.run(beginRules, people.triage, {});
  const before = await rulesOf(world.store.read, set.id);
  while (before.pop()) {
    set = await world.run(arrangeRule, people.triage, { ...ref(set), position: 1, change: "remove" });
  }
  for (const rule of rules) set = await world.run(saveRule, people.triage, ruleOf(set, rule));
  set = await world.run(rehearseRules, people.triage, ref(set));
  set = await world.run(proposeRules, people.triage, { ...ref(set), reason: "Phân công mới của năm nay." });
  return world.run(switchRules, people.admin, ref(set));
}

const ref = ({ id, version }: RuleSet) => ({ setId: id, version });

let world: World;
let people: People;
beforeAll(async () => {
  world = await openWorld();
  people = await hire(world);
});
afterAll(() => world.close());

describe("the rehearsal", () => {
  test("names exactly the cases that would move, from whom to whom and by which rule, and changes nothing", async () => {
    await using apart = await openWorld();
    const staff = await hire(apart);
    const [tax, health, justice] = await Promise.all(["BTC", "BYT", "BTP"].map((code) => apart.agency(code)));
    if (!tax || !health || !justice) throw new Error("an agency is missing");
    const file = async (answers: object, agencyId: number | null) => {
      const { code } = await apart.submit("feedback", { answers: answers as Record<string, string> });
      if (agencyId !== null) await apart.run(assignCase, staff.triage, { code, agencyId });
      return code;
    };
    const customs = { title: "Thủ tục hải quan chậm", field: "finance" };
    const expected = [
      { code: await file(customs, health.id), fromId: health.id, toId: tax.id, rule: 1 },
      { code: await file({ field: "data" }, tax.id), fromId: tax.id, toId: justice.id, rule: 2 },
    ];
    await file(customs, tax.id);
    await file({ field: "data" }, justice.id);
    await file({ field: "finance" }, health.id);
    await file(customs, null);
    for (let more = 0; more < 3; more += 1) {
      expected.push({
        code: await file({ ...customs, field: "data" }, justice.id),
        fromId: justice.id,
        toId: tax.id,
        rule: 1,
      });
    }
    let set = await apart.run(beginRules, staff.triage, {});
    const first = { name: "Hải quan", words: "hai quan", agencyId: tax.id };
    set = await apart.run(saveRule, staff.triage, ruleOf(set, first));
    set = await apart.run(
      saveRule,
      staff.triage,
      ruleOf(set, { name: "Dữ liệu", field: "data", agencyId: justice.id }),
    );
    const rules = await rulesOf(apart.store.read, set.id);
    const before = await apart.store.read.select().from(apart.store.read.tables.cases);
    const result = await rehearse(apart.store.read, staff.triage, rules, 1000, "2026-10-05");
    expect(result.moved.toSorted((one, other) => one.code.localeCompare(other.code))).toEqual(
      expected.toSorted((one, other) => one.code.localeCompare(other.code)),
    );
    expect({ looked: result.looked, matched: result.matched }).toEqual({ looked: 8, matched: 7 });
    expect(await apart.store.read.select().from(apart.store.read.tables.cases)).toEqual(before);
    expect((await rehearse(apart.store.read, staff.triage, rules, 2, "2026-10-05")).looked).toBe(2);
    expect((await rehearse(apart.store.read, staff.admin, rules, 1000, "2026-10-05")).looked).toBe(0);
  });
});

describe("a version of the rules", () => {
  test("is switched on by a second person, once it was rehearsed, and back by anybody who may", async () => {
    const { id: agencyId } = await world.agency("BTC");
    const first = await putInForce(world, people, [{ words: "thứ nhất", agencyId }]);
    let set = await world.run(beginRules, people.triage, {});
    expect(await rulesOf(world.store.read, set.id)).toMatchObject([
      { position: 1, conditions: { words: ["thứ nhất"] } },
    ]);
    expect(await refusal(() => world.run(beginRules, people.admin, {}))).toBe("already-exists");
    set = await world.run(saveRule, people.triage, ruleOf(set, { position: "1", words: "thứ hai", agencyId }));
    set = await world.run(proposeRules, people.triage, { ...ref(set), reason: "Sửa từ khóa cho đúng." });
    expect(await refusal(() => world.run(saveRule, people.triage, ruleOf(set, { words: "x y", agencyId })))).toBe(
      "wrong-state",
    );
    expect(await refusal(() => world.run(switchRules, people.triage, ref(set)))).toBe("own-work");
    expect(await refusal(() => world.run(switchRules, people.admin, ref(set)))).toBe("not-rehearsed");
    expect(await refusal(() => world.run(switchRules, people.officer, ref(set)))).toBe("not-found");
    expect(await refusal(() => world.run(rehearseRules, people.admin, ref(set)))).toBe("not-found");
    set = await world.run(rehearseRules, people.triage, ref(set));
    expect(await refusal(() => world.run(switchRules, people.admin, { ...ref(set), version: 1 }))).toBe("stale");
    set = await world.run(switchRules, people.admin, ref(set));
    expect(set).toMatchObject({ state: "in_force", replacedId: first.id, activatedBy: people.admin.staffId });
    expect(await findRuleSet(world.store.read, first.id)).toMatchObject({ state: "superseded" });
    const back = await world.run(switchRulesBack, people.triage, ref(set));
    expect(back).toMatchObject({ id: first.id, state: "in_force" });
    expect(await findRuleSet(world.store.read, set.id)).toMatchObject({ state: "superseded" });
    await world.run(switchRulesBack, people.triage, ref(back));
    expect(await ruleSetIn(world.store.read, "in_force")).toBeNull();
  });

  test("loses its rehearsal with every change, and can be given up", async () => {
    const { id: agencyId } = await world.agency("BTC");
    let set = await world.run(beginRules, people.triage, {});
    set = await world.run(saveRule, people.triage, ruleOf(set, { words: "một hai", agencyId }));
    set = await world.run(rehearseRules, people.triage, ref(set));
    expect(set.rehearsedAt).toEqual(world.now());
    set = await world.run(saveRule, people.triage, ruleOf(set, { name: "Sau", words: "ba bốn", agencyId }));
    expect(set.rehearsedAt).toBeNull();
    set = await world.run(arrangeRule, people.triage, { ...ref(set), position: 2, change: "up" });
    expect((await rulesOf(world.store.read, set.id)).map(({ name, position }) => [position, name])).toEqual([
      [1, "Sau"],
      [2, "Quy tắc thử"],
    ]);
    set = await world.run(withdrawRules, people.triage, { ...ref(set), to: "discarded" });
    expect(set.state).toBe("discarded");
  });

  test("says beside the field what does not hold", async () => {
    const { id: agencyId } = await world.agency("BTC");
    const set = await world.run(beginRules, people.triage, {});
    const save = (more: object) => refusal(async () => world.run(saveRule, people.triage, ruleOf(set, more)));
    expect(await save({ agencyId })).toEqual({ conditions: "empty" });
    expect(await save({ words: " \n", agencyId })).toEqual({ conditions: "empty" });
    expect(await save({ field: "no-such-field", agencyId })).toEqual({ field: "wrong" });
    expect(await save({ provision: "theo luật", agencyId })).toEqual({ provision: "unread" });
    expect(await save({ kind: "letter", province: "99", commune: "1", bottleneck: "x", agencyId: "999999" })).toEqual({
      kind: "wrong",
      province: "wrong",
      commune: "wrong",
      bottleneck: "wrong",
      agencyId: "wrong",
    });
    expect(await save({ words: "một hai" })).toEqual({ agencyId: "empty" });
    expect(await save({ words: "một hai", target: "department" })).toEqual({ department: "empty" });
    expect(await save({ words: "một hai", target: "province", setField: "none" })).toEqual({ setField: "wrong" });
    expect(await rulesOf(world.store.read, set.id)).toEqual([]);
    expect(
      await refusal(() => world.run(proposeRules, people.triage, { ...ref(set), reason: "Chưa có gì cả." })),
    ).toEqual({
      reason: "no-rules",
    });
    await world.run(withdrawRules, people.triage, { ...ref(set), to: "discarded" });
  });
});

describe("the rules in force", () => {
  async function withRules(rules: (world: World) => Promise<readonly object[]>) {
    const apart = await openWorld();
    const staff = await hire(apart);
    const set = await putInForce(apart, staff, await rules(apart));
    return { apart, staff, set, [Symbol.asyncDispose]: () => apart.close() };
  }
  const customs = { answers: { title: "Thủ tục hải quan chậm" } };

  test("propose on filing, and triage that follows them says so in the event", async () => {
    await using here = await withRules(async (apart) => [
      { words: "hải quan", agencyId: (await apart.agency("BTC")).id, setField: "finance", setLevel: "urgent" },
    ]);
    const { apart, staff, set } = here;
    const { code, id } = await apart.submit("feedback", customs);
    const { id: agencyId } = await apart.agency("BTC");
    expect(await findProposal(apart.store.read, id)).toMatchObject({
      setId: set.id,
      position: 1,
      agencyId,
      auto: false,
    });
    expect(await apart.find(code)).toMatchObject({ status: "submitted", agencyId: null });
    expect(await routeCases(apart.store, apart.now())).toBe(0);
    await apart.run(assignCase, staff.triage, { code, agencyId });
    expect((await listEvents(apart.store.read, caseStream(id))).at(-1)?.data).toMatchObject({
      ruleSet: set.id,
      rule: 1,
    });
    expect(await apart.find(code)).toMatchObject({ level: "urgent" });
    expect(await findProposal(apart.store.read, id)).toBeNull();
    expect(await findProposal(apart.store.read, (await apart.submit()).id)).toBeNull();
    expect(
      await findProposal(apart.store.read, (await apart.submit("feedback", { ...customs, heldReason: "too-fast" })).id),
    ).toBeNull();
  });

  test("assign as the system where a rule says so, once, and never what somebody has decided on", async () => {
    await using here = await withRules(async (apart) => [
      { words: "hải quan", agencyId: (await apart.agency("BTC")).id, mode: "auto" },
    ]);
    const { apart, staff, set } = here;
    const tax = await apart.staff("officer", "BTC");
    const first = await apart.submit("feedback", customs);
    const second = await apart.submit("feedback", customs);
    const { id: elsewhere } = await apart.agency("BYT");
    await apart.run(assignCase, staff.triage, { code: second.code, agencyId: elsewhere });
    expect(await routeCases(apart.store, apart.now())).toBe(1);
    expect(await routeCases(apart.store, apart.now())).toBe(0);
    expect(await apart.find(first.code)).toMatchObject({ status: "assigned", agencyId: tax.agencyId });
    expect(await apart.find(second.code)).toMatchObject({ agencyId: elsewhere });
    const last = (await listEvents(apart.store.read, caseStream(first.id))).at(-1);
    expect(last).toMatchObject({ type: "assign", actorKind: "system", data: { ruleSet: set.id, rule: 1 } });
    // What was routed and came back is triage's: the rules speak again only when asked, and only propose.
    await refusedBy(apart, staff, tax, (await apart.submit("feedback", { answers: { title: "Việc khác hẳn" } })).code);
    const returned = await apart.submit("feedback", customs);
    await refusedBy(apart, staff, await apart.staff("officer", "BXD"), returned.code);
    expect(await findProposal(apart.store.read, returned.id)).toBeNull();
    expect(await routeCases(apart.store, apart.now())).toBe(0);
    await apart.run(rerouteCase, staff.triage, { code: returned.code });
    expect(await findProposal(apart.store.read, returned.id)).toMatchObject({ agencyId: tax.agencyId, auto: false });
    expect(await routeCases(apart.store, apart.now())).toBe(0);
    // A body that refused a case is not proposed for it again.
    const refused = await apart.submit("feedback", customs);
    await refusedBy(apart, staff, tax, refused.code);
    await apart.run(rerouteCase, staff.triage, { code: refused.code });
    expect(await findProposal(apart.store.read, refused.id)).toBeNull();
  });

  test("read a case again when triage classifies it for the first time, and only then", async () => {
    await using here = await withRules(async (apart) => [
      { bottleneck: "bottleneck.data", agencyId: (await apart.agency("BCA")).id, mode: "auto" },
    ]);
    const { apart, staff } = here;
    const { code, id } = await apart.submit();
    expect(await findProposal(apart.store.read, id)).toBeNull();
    await apart.run(classifyCase, staff.triage, { code, title: "Một tiêu đề khác", bottleneck: "bottleneck.data" });
    expect(await findProposal(apart.store.read, id)).toMatchObject({ auto: false });
    expect(await apart.find(code)).toMatchObject({ status: "submitted" });
  });

  test("mean the agency of the case's province, and the body above one that is shut out", async () => {
    await using here = await withRules(async (apart) => [
      { words: "ổ gà trên", target: "province" },
      { words: "hải quan", agencyId: (await apart.agency("BTC")).id },
    ]);
    const { apart, staff } = here;
    const road = await apart.submit("feedback", { answers: { title: "Ổ gà trên đường" } });
    const { provinceCode } = await apart.find(road.code);
    const committee = await apart.agency(`UBND-${provinceCode}`);
    expect(await findProposal(apart.store.read, road.id)).toMatchObject({ agencyId: committee.id });
    const tax = await apart.agency("BTC");
    const { code, id } = await apart.submit("feedback", customs);
    const { cases, agencies } = apart.store.read.tables;
    await apart.store.write((tx) => tx.update(cases).set({ walledOff: marksOf([agencyMark(tax.id)]) }));
    await apart.run(rerouteCase, staff.triage, { code });
    expect(await findProposal(apart.store.read, id)).toBeNull();
    const { id: above } = await apart.agency("VPCP");
    await apart.store.write((tx) => tx.update(agencies).set({ parentId: above }));
    await apart.run(rerouteCase, staff.triage, { code });
    expect(await findProposal(apart.store.read, id)).toMatchObject({ agencyId: above });
  });
});

test("nobody else makes rules", async () => {
  const makers: StaffActor[] = [people.officer, people.leader, people.monitor, people.editor, people.arbiter];
  for (const actor of makers) expect(await refusal(() => world.run(beginRules, actor, {}))).toBe("not-found");
});
