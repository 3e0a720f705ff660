import type { StaffActor } from "../app/domain/actor.ts";
import { localDate } from "../app/domain/calendar.ts";
import { actorOn } from "../db/absences.ts";
import { findAgency } from "../db/agencies.ts";
import type { Person } from "../db/seed/cast.ts";
import type { Ground } from "../db/seed/ground.ts";
import { findStaffByEmail } from "../db/staff.ts";
import type { Tx } from "../db/store.server.ts";

/** The people of the demonstration who act in no seeded case. */
export function demoPeople({ standingBody: home, agencies }: Ground): Person[] {
  const science = agencies.get("BKHCN") ?? home;
  return [
    { email: "monitor@example.org", name: "Hoàng Văn G (giám sát)", role: "monitor", agency: home },
    { email: "custodian@example.org", name: "Đỗ Thị K (giữ danh tính)", role: "custodian", agency: home },
    { email: "admin@example.org", name: "Vũ Thị H (quản trị)", role: "admin", agency: home },
    { email: "officer.2.bkhcn@example.org", name: "Mai Thị S (chuyên viên)", role: "officer", agency: science },
  ];
}

/** Somebody of the demonstration's offices, as they may act on a day. Throws when there is nobody of this address. */
export async function demoPerson(tx: Tx, email: string, now: Date): Promise<StaffActor> {
  const found = await findStaffByEmail(tx, email);
  const home = found && (await findAgency(tx, found.agencyId));
  if (!found || !home) throw new Error(`the demonstration has nobody called ${email}`);
  return actorOn(tx, found, home, localDate(now));
}

/** The two editors of the demonstration: what one proposes the other publishes. */
export async function demoEditors(tx: Tx, now: Date) {
  const { staff } = tx.tables;
  const [one, two] = (await tx.select().from(staff)).filter(({ role }) => role === "editor");
  if (!one || !two) throw new Error("the demonstration has fewer than two editors");
  return [await demoPerson(tx, one.email, now), await demoPerson(tx, two.email, now)] as const;
}
