import type { Actor, Role, StaffActor } from "../../app/domain/actor.ts";
import type { Agency } from "../agencies.ts";
import { appendEvent, staffStream } from "../events.ts";
import { actorOf, findStaffByEmail, insertStaff } from "../staff.ts";
import type { Store, Tx } from "../store.server.ts";
import { at } from "./chance.ts";
import type { Ground } from "./ground.ts";
import type { By } from "./steps.ts";

/** The people of the office who act in seeded cases. */
export interface Cast {
  readonly triage: readonly StaffActor[];
  readonly editors: readonly StaffActor[];
  readonly arbiters: readonly StaffActor[];
  /** One officer and one leader of each agency, by its code. */
  readonly officers: ReadonlyMap<string, StaffActor>;
  readonly leaders: ReadonlyMap<string, StaffActor>;
}

export interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: Agency;
}

const LETTERS = "A B C D E G H K L M N P Q S T V X Y".split(" ");
const FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Bùi", "Đỗ", "Hồ"];

/** The invented people of an office: those at the standing body, then an officer and a leader of each agency. */
export function peopleOf(ground: Ground): Person[] {
  const home = ground.standingBody;
  const desks: Person[] = [
    { email: "triage@example.org", name: "Nguyễn Thị P (điều phối)", role: "triage", agency: home },
    { email: "triage.2@example.org", name: "Trần Văn Q (điều phối)", role: "triage", agency: home },
    { email: "editor@example.org", name: "Lê Thị B (biên tập)", role: "editor", agency: home },
    { email: "editor.2@example.org", name: "Phạm Văn D (biên tập)", role: "editor", agency: home },
    { email: "arbiter@example.org", name: "Lương Thị Q (trọng tài)", role: "arbiter", agency: home },
  ];
  const agencies = [...ground.agencies.values()].filter((agency) => agency.id !== home.id);
  return [...desks, ...agencies.flatMap(pairOf)];
}

function pairOf(agency: Agency, index: number): Person[] {
  const short = agency.code.toLowerCase().replace("đ", "d");
  const name = (shift: number, middle: string) =>
    `${FAMILIES[(index + shift) % FAMILIES.length]} ${middle} ${LETTERS[(index + 2 * shift) % LETTERS.length]}`;
  return [
    { email: `officer.${short}@example.org`, name: `${name(0, "Văn")} (chuyên viên)`, role: "officer", agency },
    { email: `leader.${short}@example.org`, name: `${name(4, "Thị")} (lãnh đạo)`, role: "leader", agency },
  ];
}

/**
 * Gives people their accounts; accounts that are there already stay as they are.
 * Without a password hash nobody can sign in to an account.
 */
export async function hire(
  store: Store,
  people: readonly Person[],
  passwordHash: (person: Person) => string | null,
  now: Date,
): Promise<StaffActor[]> {
  return store.write(async (tx) => {
    const actors: StaffActor[] = [];
    for (const person of people) actors.push(await hireOne(tx, person, passwordHash(person), now));
    return actors;
  });
}

async function hireOne(tx: Tx, person: Person, passwordHash: string | null, now: Date): Promise<StaffActor> {
  const { email, name, role, agency } = person;
  const values = { email, name, role, agencyId: agency.id, lang: "vi" as const, passwordHash, createdAt: now };
  const made = await insertStaff(tx, { ...values, version: 1 });
  if (made) {
    await appendEvent(tx, staffStream(made.id), 1, {
      type: "invite",
      at: now,
      actorKind: "system",
      actorId: null,
      actorName: "",
      agencyId: null,
      agencyVi: "",
      agencyEn: "",
      seenBy: "office",
      data: { role, agencyId: agency.id },
    });
  }
  const row = made ?? (await findStaffByEmail(tx, email));
  if (!row) throw new Error("a person of the cast was not stored");
  return actorOf(row, agency);
}

/** The people as the seeded cases need them. */
export function castOf(ground: Ground, actors: readonly StaffActor[]): Cast {
  const of = (role: Role) => actors.filter((actor) => actor.role === role);
  const codes = new Map([...ground.agencies.values()].map((agency) => [agency.id, agency.code]));
  const byCode = (role: Role) => new Map(of(role).map((actor) => [codes.get(actor.agencyId) ?? "", actor]));
  return {
    triage: of("triage"),
    editors: of("editor"),
    arbiters: of("arbiter"),
    officers: byCode("officer"),
    leaders: byCode("leader"),
  };
}

/** The person, or the timer, who makes a step. Throws when nobody of the agency is in the cast. */
export function playerOf(cast: Cast, by: By, caseId: number): Actor {
  switch (by.desk) {
    case "system":
      return { kind: "system" };
    case "submitter":
      return { kind: "submitter", caseId };
    case "triage":
      return at(cast.triage, by.person);
    case "editor":
      return at(cast.editors, by.person);
    case "arbiter":
      return at(cast.arbiters, 0);
    case "officer":
    case "leader": {
      const actor = (by.desk === "officer" ? cast.officers : cast.leaders).get(by.agency);
      if (!actor) throw new Error(`nobody of ${by.agency} is in the cast`);
      return actor;
    }
  }
}
