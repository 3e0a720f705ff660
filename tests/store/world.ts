import { createHash, randomUUID } from "node:crypto";
import type { Kind } from "../../app/domain/case-kind.ts";
import type { Actor, Role, StaffActor } from "../../app/domain/actor.ts";
import { type Receipt, submitCase } from "../../app/commands/submit-case.ts";
import { type Agency, findAgencyByCode } from "../../db/agencies.ts";
import { type CaseRow, findCase } from "../../db/cases.ts";
import { actorOf, type StaffRow } from "../../db/staff.ts";
import { openStore, type Store, type Tx } from "../../db/store.server.ts";
import { answersOf, type FormFields } from "./answers.ts";
import { type FreshDatabase, freshDatabase, testKeys } from "./databases.ts";

type Command<I, T> = (tx: Tx, actor: Actor, input: I, now: Date) => Promise<T>;

/** A submitted case with what its submitter holds. */
export interface SubmittedCase extends Receipt {
  readonly secret: string;
  readonly id: number;
  readonly submitter: Actor;
}

export interface SubmitOptions {
  /** Fields of the form that differ from `formOf(kind)`. */
  readonly answers?: FormFields;
  readonly heldReason?: "honeypot" | "too-fast";
  /** The idempotency key; a new one unless given. */
  readonly key?: string;
  /** The form session; "" for a caller without one. */
  readonly session?: string;
}

/** A portal of its own: a fresh database with the reference data, a clock that stands still, and people. */
export interface World {
  readonly store: Store;
  readonly database: FreshDatabase;
  /** The moment it is; every command of this world gets it. */
  now(): Date;
  /** Moves the clock on by calendar days (parts of a day too). */
  tick(days: number): void;
  /** Sets the clock. */
  at(moment: string): void;
  agency(code: string): Promise<Agency>;
  /** An active person of an agency: the standing body for those who serve all, else the Ministry of Science and Technology. */
  staff(role: Role, agencyCode?: string): Promise<StaffActor & { row: StaffRow }>;
  submit(kind?: Kind, options?: SubmitOptions): Promise<SubmittedCase>;
  /** Runs a command in a transaction of its own. */
  run<I, T>(command: Command<I, T>, actor: Actor, input: I): Promise<T>;
  /** The case as it is stored now. Throws when there is none. */
  find(code: string): Promise<CaseRow>;
  /** Closes the store and removes the database. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** A Monday, nine in the morning in Viet Nam, far from any holiday. */
const START = "2026-10-05T02:00:00Z";
const DAY_MS = 24 * 3600 * 1000;

export const theSystem: Actor = { kind: "system" };
export const thePublic: Actor = { kind: "public" };

/** Opens a world; `await using world = await openWorld()` closes it at the end of the test. */
export async function openWorld(): Promise<World> {
  const database = await freshDatabase();
  const store = await openStore(database.url, testKeys());
  let clock = new Date(START);
  let people = 0;

  const close = async () => {
    await store.close();
    await database.remove();
  };
  const find = async (code: string) => {
    const row = await findCase(store.read, code);
    if (!row) throw new Error(`there is no case ${code}`);
    return row;
  };
  const agency = async (code: string) => {
    const found = await findAgencyByCode(store.read, code);
    if (!found) throw new Error(`there is no agency ${code}`);
    return found;
  };
  const run: World["run"] = (command, actor, input) => store.write((tx) => command(tx, actor, input, clock));

  return {
    store,
    database,
    now: () => clock,
    tick: (days) => {
      clock = new Date(clock.getTime() + days * DAY_MS);
    },
    at: (moment) => {
      clock = new Date(moment);
    },
    agency,
    async staff(role, agencyCode = role === "officer" || role === "leader" ? "BKHCN" : "VPTW") {
      const home = await agency(agencyCode);
      people += 1;
      const person = {
        email: `${role}.${people}@example.vn`,
        name: `Cán bộ Thử nghiệm ${people}`,
        role,
        agencyId: home.id,
        lang: "vi" as const,
        passwordHash: "a hash that opens nothing",
        createdAt: clock,
        version: 1,
      };
      const [row] = await store.write((tx) => tx.insert(tx.tables.staff).values(person).returning());
      if (!row) throw new Error("a person was not stored");
      return { ...actorOf(row, home), row };
    },
    async submit(kind = "feedback", options = {}) {
      const answers = answersOf(kind, options.answers);
      const bodyHash = createHash("sha256").update(JSON.stringify(answers)).digest("hex");
      const key = { key: options.key ?? randomUUID(), sessionHash: options.session ?? "session", bodyHash };
      const receipt = await run(submitCase, thePublic, { answers, key, heldReason: options.heldReason ?? null });
      const { id } = await find(receipt.code);
      return { ...receipt, secret: receipt.secret ?? "", id, submitter: { kind: "submitter", caseId: id } };
    },
    run,
    find,
    close,
    [Symbol.asyncDispose]: close,
  };
}
