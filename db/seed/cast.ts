import { eq } from "drizzle-orm";
import type { Role, StaffActor } from "../../app/domain/permissions.ts";
import type { Agency } from "../agencies.ts";
import type { Store } from "../store.server.ts";
import type { Ground } from "./ground.ts";

/** The people of the office who act in seeded cases. */
export interface Cast {
  readonly triage: readonly StaffActor[];
  readonly editors: readonly StaffActor[];
  /** One officer and one leader of each agency, by its code. */
  readonly officers: ReadonlyMap<string, StaffActor>;
  readonly leaders: ReadonlyMap<string, StaffActor>;
}

interface Person {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly agency: Agency;
}

/**
 * Makes the people of the cast who are missing; people already there are kept as
 * they are. Without a password hash nobody can sign in to their accounts.
 */
export async function hireCast(store: Store, ground: Ground, passwordHash: string | null, now: Date): Promise<Cast> {
  const home = ground.standingBody;
  const desks: Person[] = [
    { email: "triage@example.org", name: "Nguyễn Thị P (điều phối)", role: "triage", agency: home },
    { email: "triage.2@example.org", name: "Trần Văn Q (điều phối)", role: "triage", agency: home },
    { email: "editor@example.org", name: "Lê Thị B (biên tập)", role: "editor", agency: home },
    { email: "editor.2@example.org", name: "Phạm Văn D (biên tập)", role: "editor", agency: home },
  ];
  const handling = [...ground.agencies.values()].filter((agency) => agency.id !== home.id);
  const letters = "A B C D E G H K L M N P Q S T V X Y".split(" ");
  const families = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Bùi", "Đỗ", "Hồ"];
  const people = handling.flatMap((agency, index): Person[] => {
    const short = agency.code.toLowerCase();
    const officer = `${families[index % families.length]} Văn ${letters[index % letters.length]}`;
    const leader = `${families[(index + 4) % families.length]} Thị ${letters[(index + 7) % letters.length]}`;
    return [
      { email: `officer.${short}@example.org`, name: `${officer} (chuyên viên)`, role: "officer", agency },
      { email: `leader.${short}@example.org`, name: `${leader} (lãnh đạo)`, role: "leader", agency },
    ];
  });
  const actors = await store.write(async (tx) => {
    const { staff } = tx.tables;
    const made = new Map<string, StaffActor>();
    for (const person of [...desks, ...people]) {
      const values = { passwordHash, createdAt: now, version: 1, lang: "vi" as const, agencyId: person.agency.id };
      await tx
        .insert(staff)
        .values({ ...values, email: person.email, name: person.name, role: person.role })
        .onConflictDoNothing({ target: staff.email });
      const [row] = await tx.select().from(staff).where(eq(staff.email, person.email));
      if (!row) throw new Error("a person of the cast was not stored");
      made.set(person.email, actorOf(person, row.id));
    }
    return made;
  });
  const all = [...actors.values()];
  const of = (role: Role) => all.filter((actor) => actor.role === role);
  const codes = new Map(handling.map((agency) => [agency.id, agency.code]));
  const byCode = (role: Role) => new Map(of(role).map((actor) => [codes.get(actor.agencyId) ?? "", actor]));
  return { triage: of("triage"), editors: of("editor"), officers: byCode("officer"), leaders: byCode("leader") };
}

function actorOf(person: Person, staffId: number): StaffActor {
  const { name, role, agency } = person;
  return { kind: "staff", staffId, name, role, agencyId: agency.id, agencyVi: agency.nameVi, agencyEn: agency.nameEn };
}
