import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Status, statuses } from "../../app/domain/case-status.ts";
import { type Actor, roles } from "../../app/domain/actor.ts";
import { type CaseAct, caseActs, officeActs } from "../../app/domain/acts.ts";
import type { CaseScope } from "../../app/domain/case-fits.ts";
import { actsFor, matrix, may, mayEver, mayInSomeState, mayView } from "../../app/domain/permissions.ts";

/**
 * Who may do what on a case that is not held, written a second time by hand.
 * Where: `any` case, a case of the `own` agency (or the submitter's own), one
 * that an `editor` may see, one that is an `arbiter`'s, a `member` of a collective case, one in whose answer
 * the actor had no part (`fresh`). States: as in the table of moves, or `all`.
 */
const table = `
view       triage     any     all
view       monitor    any     all
view       officer    own     all
view       leader     own     all
view       editor     editor  all
view       submitter  own     all
view       system     any     all
view       arbiter    arbiter all
note       arbiter    arbiter all
classify   triage     any     submitted
assign     triage     free    submitted assigned in_progress
assign     system     free    submitted assigned in_progress
arbitrate  arbiter    sent    submitted assigned in_progress
reroute    triage     free    submitted
decline    triage     heard   submitted
decline    arbiter    waiting submitted
merge      triage     any     submitted assigned in_progress
unmerge    triage     member  merged answered
unmerge    system     member  merged answered
relay      system     member  merged answered closed
object     submitter  own     merged
split      triage     any     submitted
link       triage     any     all
link       officer    own     all
link       leader     own     all
unlink     triage     any     all
unlink     officer    own     all
unlink     leader     own     all
dispute    submitter  own     answered closed
reopen     leader     fresh   disputed
reopen     arbiter    fresh   disputed
reopen     system     any     answered closed
uphold     leader     fresh   disputed
uphold     arbiter    fresh   disputed
ask        triage     any     submitted
ask        officer    own     in_progress
accept     officer    own     assigned
refuse     officer    open    assigned in_progress
refuse     leader     open    assigned in_progress
draft      officer    own     in_progress
answer     officer    own     in_progress
approve    leader     own     awaiting_approval
return     leader     own     awaiting_approval
note       triage     any     all
note       officer    own     all
note       leader     own     all
note       editor     editor  all
reveal     triage     any     all
reveal     officer    own     all
reveal     leader     own     all
request-identity triage  any  all
request-identity officer own  all
request-identity leader  own  all
propose-publication editor editor assigned in_progress awaiting_approval answered disputed closed
publish    editor     editor  assigned in_progress awaiting_approval answered disputed closed
publish    system     any     assigned in_progress awaiting_approval answered disputed closed
return-publication editor editor all
return-publication system any all
contest-mask submitter ownPublic all
decide-mask editor    editor  all
unpublish  editor     public  all
translate  editor     public  all
approve-translation editor public all
return-translation editor public all
reply      submitter  own     waiting
withdraw   submitter  own     submitted waiting assigned in_progress awaiting_approval
rate       submitter  own     answered closed
supplement submitter  own     submitted assigned in_progress awaiting_approval answered
erase-identity submitter own  all
renew      submitter  own     all
lapse      system     any     waiting
close      system     any     answered
declare-conflict triage  any     all
declare-conflict monitor any     all
declare-conflict officer own     all
declare-conflict leader  own     all
declare-conflict editor  editor  all
declare-conflict arbiter arbiter all
name-conflict triage     any     all
lift-conflict triage     any     all
delegate   officer    own     assigned in_progress
delegate   leader     own     assigned in_progress
succeed    system     any     submitted waiting assigned in_progress awaiting_approval
attend     triage     any     all
attend     officer    own     all
attend     leader     own     all
attend     editor     editor  all
attend     arbiter    arbiter all
watch      triage     any     all
watch      officer    own     all
watch      leader     own     all
watch      editor     editor  all
watch      monitor    any     all
watch      arbiter    arbiter all
claim      triage     any     submitted
claim      officer    own     assigned in_progress awaiting_approval
claim      leader     own     assigned in_progress awaiting_approval
give       leader     own     assigned in_progress awaiting_approval
snooze     triage     any     submitted
snooze     officer    own     assigned in_progress awaiting_approval
snooze     leader     own     assigned in_progress awaiting_approval
level      triage     any     submitted
level      officer    own     assigned in_progress awaiting_approval
level      leader     own     assigned in_progress awaiting_approval
mark-points triage    any     submitted
mark-points officer   own     in_progress
consult    officer    own     in_progress
ask-extension officer own     in_progress
hand-task  triage     any     assigned in_progress awaiting_approval
hand-task  leader     own     assigned in_progress awaiting_approval
warn       system     any     submitted assigned in_progress awaiting_approval
`;
const publishable: readonly Status[] = [
  "assigned",
  "in_progress",
  "awaiting_approval",
  "answered",
  "disputed",
  "closed",
];

const rules = table
  .trim()
  .split("\n")
  .map((row) => row.split(/\s+/))
  .map(([act, party, where, ...states]) => ({ act, party, where, states }));

const AGENCY = 1;
const OTHER = 2;
const staffOf = (role: (typeof roles)[number], agencyId: number): Actor => ({
  kind: "staff",
  staffId: 1,
  name: "Cán bộ Thử nghiệm",
  role,
  agencyId,
  agencyVi: "Cơ quan",
  agencyEn: "Agency",
  coveredBy: [],
  standIns: [],
});
const parties: { party: string; own: boolean; actor: Actor }[] = [
  ...roles.flatMap((role) => [
    { party: role, own: true, actor: staffOf(role, AGENCY) },
    { party: role, own: false, actor: staffOf(role, OTHER) },
  ]),
  { party: "submitter", own: true, actor: { kind: "submitter", caseId: 12 } },
  { party: "submitter", own: false, actor: { kind: "submitter", caseId: 13 } },
  { party: "contact", own: false, actor: { kind: "contact", contactId: 1 } },
  { party: "system", own: false, actor: { kind: "system" } },
  { party: "public", own: false, actor: { kind: "public" } },
];

const booleans = [true, false];
/** Anonymous, open, hidden, and hidden but granted to whoever asks. */
const senders = [
  { hasIdentity: false, identityHidden: false, identityGranted: false },
  { hasIdentity: true, identityHidden: false, identityGranted: false },
  { hasIdentity: true, identityHidden: true, identityGranted: false },
  { hasIdentity: true, identityHidden: true, identityGranted: true },
];
const usual: CaseScope = {
  id: 12,
  status: "submitted",
  agencyId: AGENCY,
  unitId: null,
  unitApproves: false,
  walledOff: null,
  askedOf: null,
  held: false,
  arbitration: "none",
  disputed: false,
  member: false,
  fresh: false,
  publishConsent: true,
  published: true,
  proposed: true,
  scheduled: true,
  objected: true,
  hasIdentity: false,
  identityHidden: false,
  identityGranted: false,
};
const plain: CaseScope[] = statuses.flatMap((status) =>
  [AGENCY, null].flatMap((agencyId) =>
    booleans.flatMap((publishConsent) =>
      booleans.flatMap((published) =>
        senders.map((sender) => ({ ...usual, status, agencyId, publishConsent, published, ...sender })),
      ),
    ),
  ),
);
const scopes: CaseScope[] = [
  ...plain,
  ...statuses.flatMap((status) =>
    (["waiting", "decided"] as const).map((arbitration) => ({ ...usual, status, arbitration })),
  ),
  ...statuses.flatMap((status) =>
    booleans.flatMap((member) => booleans.map((fresh) => ({ ...usual, status, disputed: true, member, fresh }))),
  ),
];

function expectedMay(party: string, own: boolean, act: CaseAct, item: CaseScope): boolean {
  const forEditor = item.published || (item.publishConsent && publishable.includes(item.status));
  const holds: Record<string, boolean> = {
    any: true,
    own: own && (party === "submitter" || item.agencyId !== null),
    editor: forEditor,
    public: item.published,
    ownPublic: own && item.published,
    free: item.arbitration === "none",
    sent: item.arbitration !== "none",
    waiting: item.arbitration === "waiting",
    heard: item.arbitration !== "waiting",
    open: own && item.agencyId !== null && item.arbitration !== "decided",
    arbiter: item.arbitration !== "none" || item.disputed,
    member: item.member,
    fresh: item.fresh && (party === "arbiter" ? item.disputed : own && item.agencyId !== null),
  };
  const consents = (act !== "publish" && act !== "propose-publication") || item.publishConsent;
  const hidden = item.identityHidden && !item.identityGranted;
  const opens: Partial<Record<CaseAct, boolean>> = {
    reveal: item.hasIdentity && !hidden,
    "request-identity": item.hasIdentity && hidden,
    "erase-identity": item.hasIdentity,
  };
  return rules.some(
    (rule) =>
      rule.act === act &&
      rule.party === party &&
      holds[rule.where ?? ""] === true &&
      (rule.states[0] === "all" || rule.states.includes(item.status)) &&
      consents &&
      (opens[act] ?? true),
  );
}

describe.each(parties)("$party, own case: $own", ({ party, own, actor }) => {
  test.each(caseActs)("%s in every state and relation", (act) => {
    for (const item of scopes) {
      expect(may(actor, act, item), JSON.stringify(item)).toBe(expectedMay(party, own, act, item));
    }
  });
});

const anyScope: fc.Arbitrary<CaseScope> = fc.record({
  arbitration: fc.constantFrom("none", "waiting", "decided"),
  disputed: fc.boolean(),
  member: fc.boolean(),
  fresh: fc.boolean(),
  id: fc.constantFrom(12, 13),
  status: fc.constantFrom(...statuses),
  agencyId: fc.constantFrom(AGENCY, OTHER, null),
  unitId: fc.constantFrom(AGENCY, OTHER, null),
  unitApproves: fc.boolean(),
  walledOff: fc.constantFrom(null, " s1 ", ` a${OTHER} `),
  askedOf: fc.constantFrom(null, ` a${OTHER} `),
  held: fc.boolean(),
  publishConsent: fc.boolean(),
  published: fc.boolean(),
  hasIdentity: fc.boolean(),
  identityHidden: fc.boolean(),
  identityGranted: fc.boolean(),
});
const anyActor = fc.constantFrom(...parties.map(({ actor }) => actor));
const anyAct = fc.constantFrom(...caseActs);

test("what may not be viewed may not be acted on, and what may be done now may be done in some state", () => {
  fc.assert(
    fc.property(anyActor, anyAct, anyScope, (actor, act, item) => {
      if (!mayView(actor, item)) expect(mayInSomeState(actor, act, item)).toBe(false);
      if (!mayInSomeState(actor, act, item)) expect(may(actor, act, item)).toBe(false);
      expect(may(actor, "view", item)).toBe(mayView(actor, item));
      expect(actsFor(actor, item).includes(act)).toBe(may(actor, act, item));
    }),
  );
});

test("a held case is seen by triage, monitors, its submitter and the system; only triage works on it", () => {
  // What is held was never joined with another case.
  for (const item of scopes.filter(({ member }) => !member).map((scope) => ({ ...scope, held: true }))) {
    for (const { party, own, actor } of parties) {
      const sees = ["triage", "monitor", "system"].includes(party) || (party === "submitter" && own);
      expect(mayView(actor, item), party).toBe(sees);
      const acts = actsFor(actor, item).filter((act) => act !== "view");
      const declines = item.status === "submitted" && item.arbitration !== "waiting" ? ["decline"] : [];
      const wall = ["declare-conflict", "name-conflict", "lift-conflict"];
      const triage = [...declines, "note", "release", "attend", "watch", ...wall, ...opensTo(item)];
      const monitor = ["declare-conflict", "watch"];
      if (party === "triage") expect(acts.sort()).toEqual(triage.sort());
      else if (party === "monitor") expect(acts.sort()).toEqual(monitor);
      else if (party !== "submitter" && party !== "system") expect(acts).toEqual([]);
    }
  }
});

/** How whoever may ask for an identity gets to it. */
function opensTo(item: CaseScope): CaseAct[] {
  if (!item.hasIdentity) return [];
  return item.identityHidden && !item.identityGranted ? ["request-identity"] : ["reveal"];
}

test("a case that is not held cannot be released", () => {
  for (const item of scopes) expect(may(staffOf("triage", AGENCY), "release", item)).toBe(false);
});

test("monitors decide nothing; administrators and custodians do not read cases", () => {
  for (const act of caseActs) {
    expect(mayEver(staffOf("custodian", AGENCY), act)).toBe(false);
    expect(mayEver(staffOf("monitor", AGENCY), act)).toBe(["view", "watch", "declare-conflict"].includes(act));
    expect(mayEver(staffOf("admin", AGENCY), act)).toBe(false);
  }
});

/** Acts on the office: act, then who. */
const office = `
submit           public triage officer
follow           public
see-queue        triage officer leader editor monitor arbiter
gather           triage
manage-people    admin
manage-agencies  admin
see-agencies     triage monitor admin arbiter
see-outbox       admin
retry-mail       admin
decide-identity  custodian
see-audit        monitor custodian
use-link         public contact
own-account      contact
see-rules        triage monitor admin arbiter
edit-rules       triage admin
rehearse-rules   triage
share-view       arbiter
manage-calendar  admin
see-extensions   triage leader monitor admin
keep-absences    leader admin
manage-clocks    admin
manage-laws      admin
manage-systems   admin
manage-redactions editor
see-provisions   triage editor monitor
review-provisions triage editor
see-amendments   triage officer leader editor monitor
propose-amendment officer leader editor
confirm-amendment leader editor
see-differences  triage officer leader editor monitor
settle-difference triage leader
see-templates    triage officer leader editor monitor arbiter
manage-templates triage leader
see-standard-answers monitor
`;

test.each(
  office
    .trim()
    .split("\n")
    .map((row) => row.split(/\s+/)),
)("%s", (act, ...who) => {
  const known = officeActs.find((name) => name === act);
  if (!known) throw new Error(`${act} is not an act`);
  const able = parties.filter(({ actor }) => mayEver(actor, known)).map(({ party }) => party);
  expect([...new Set(able)].sort()).toEqual([...who].sort());
});

test("every act of the office is in that table, and every act is somebody's", () => {
  expect(
    office
      .trim()
      .split("\n")
      .map((row) => row.split(/\s+/)[0])
      .sort(),
  ).toEqual([...officeActs].sort());
  for (const [act, who] of Object.entries(matrix)) expect(who.length, act).toBeGreaterThan(0);
});
