import type { StandIn } from "./case-desk.ts";

/** Who acts: the roles of the office, and the parties outside it. */
export const roles = ["triage", "officer", "leader", "editor", "monitor", "custodian", "admin", "arbiter"] as const;
export type Role = (typeof roles)[number];

export interface StaffActor {
  readonly kind: "staff";
  readonly staffId: number;
  readonly name: string;
  readonly role: Role;
  readonly agencyId: number;
  /** The agency's names as they are now; events keep them as they were. */
  readonly agencyVi: string;
  readonly agencyEn: string;
  /** Agencies whose exclusion from a case covers this one too. */
  readonly coveredBy: readonly number[];
  /** Whom they stand in for today. */
  readonly standIns: readonly StandIn[];
  /** The act on many cases at once that they are carrying out. */
  readonly batchId?: number;
}
export type Actor =
  | StaffActor
  | { readonly kind: "submitter"; readonly caseId: number }
  /** The owner of a confirmed address, signed in by a mailed link. */
  | { readonly kind: "contact"; readonly contactId: number }
  | { readonly kind: "system" }
  | { readonly kind: "public" };
