import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { hashPassword } from "../app/http/password.ts";
import type { Portal } from "../app/http/context.ts";
import { localDate } from "../app/domain/calendar.ts";
import { makeSecret } from "../app/domain/secret.ts";
import { findCase } from "../db/cases.ts";
import { hire, type Person } from "../db/seed/cast.ts";
import { readGround } from "../db/seed/ground.ts";
import { settlePastMail } from "../db/seed/past-mail.ts";
import { openPortal } from "./open-portal.ts";
import { publishFigures } from "../app/jobs/keep-figures.ts";
import { catchUp } from "./catch-up.ts";
import { demoPeople } from "./demo-people.ts";
import { plantByCommands } from "./plant-cases.ts";
import { plantOffice } from "./plant-office.ts";
import { plantPublic } from "./plant-public.ts";
import { plantRegister } from "./plant-register.ts";
import { plantSystems } from "./plant-systems.ts";
import { plantUnits } from "./plant-units.ts";
import { plantSettings } from "./plant-settings.ts";
import { run } from "./start.ts";

const CASES = 388;
const SEED = "17";

/** What the demo tells about itself at every start; kept beside its database, readable by its owner only. */
const notesFile = z.object({
  password: z.string(),
  accounts: z.array(z.object({ email: z.string(), role: z.string(), agency: z.string() })),
  cases: z.array(z.object({ code: z.string(), secret: z.string(), status: z.string() })),
});
type Notes = z.infer<typeof notesFile>;

/** The accounts that can be signed in to: one per role, officer and leader of two ministries, a department of one, and a province, and the editor who publishes what the first proposes. */
const SIGN_IN = [
  "triage@example.org",
  "officer.bkhcn@example.org",
  "leader.bkhcn@example.org",
  "officer.cvt@example.org",
  "leader.cvt@example.org",
  "officer.byt@example.org",
  "leader.byt@example.org",
  "officer.ubnd-79@example.org",
  "leader.ubnd-79@example.org",
  "editor@example.org",
  "editor.2@example.org",
  "monitor@example.org",
  "custodian@example.org",
  "admin@example.org",
  "arbiter@example.org",
];

/**
 * `demo`: the portal on a database of its own (`DATA_DIR/demo`) with invented
 * cases in every state and one account per role. The cases follow from a fixed
 * seed and the day; password and secrets are drawn anew for each database.
 */
export async function demo(): Promise<void> {
  const folder = path.join(process.env["DATA_DIR"] ?? "./data", "demo");
  const notesPath = path.join(folder, "sign-in.json");
  // Without the notes, which come last, the data were never finished.
  if (!existsSync(notesPath)) clear(folder);
  const portal = await openPortal({
    DATA_DIR: folder,
    DATABASE_URL: "",
    KEYRING_FILE: "",
    // The command line's, for who wants to see the mails; a server named in .env is the real portal's.
    SMTP_URL: process.env["SMTP_URL"] ?? "",
    MAIL_FROM: process.env["MAIL_FROM"] || "Cầu Nối <no-reply@example.com>",
    DEMO: "on",
    OPERATOR_UNIT: "Đơn vị vận hành thử nghiệm",
    OPERATOR_UNIT_EN: "Trial operator",
    OPERATOR_EMAIL: "lien-he@example.com",
    // What the command line gives; an address of the real portal in .env is not this one's.
    PUBLIC_URL: process.env["PUBLIC_URL"] ?? "",
    // The screen is for the sign-in, not for the log.
    LOG_LEVEL: process.env["LOG_LEVEL"] ?? "warn",
  });
  const notes = existsSync(notesPath)
    ? notesFile.parse(JSON.parse(readFileSync(notesPath, "utf8")))
    : await fill(portal);
  if (!existsSync(notesPath)) writeFileSync(notesPath, `${JSON.stringify(notes, null, 2)}\n`, { mode: 0o600 });
  await run(portal, { web: true, worker: true });
  console.log(wordsOf(portal, notes, folder));
}

function clear(folder: string): void {
  for (const file of ["portal.db", "portal.db-wal", "portal.db-shm"]) rmSync(path.join(folder, file), { force: true });
}

async function fill(portal: Portal): Promise<Notes> {
  const { store } = portal;
  const now = portal.clock();
  console.error("Writing demo cases…");
  const password = makeSecret(randomBytes(26)).slice(0, 23).toLowerCase();
  const hash = await hashPassword(password);
  // The other people of the offices exist, but nobody knows the password behind this hash.
  const nobodys = await hashPassword(makeSecret(randomBytes(26)));
  const passwordHash = ({ email }: Person) => (SIGN_IN.includes(email) ? hash : nobodys);
  const filed = await plantByCommands(store, { seed: SEED, cases: CASES, now, passwordHash });
  const ground = await readGround(store.read, localDate(now));
  await hire(store, demoPeople(ground), passwordHash, now);
  await plantUnits(store, passwordHash, now);
  await plantRegister(store, now);
  await plantPublic(store, now);
  await plantOffice(store, now);
  await plantSettings(store, now);
  await plantSystems(store, now);
  await catchUp(store, now);
  await settlePastMail(store, now);
  await publishFigures(store, now);

  const { staff, agencies } = store.read.tables;
  const people = await store.read.select().from(staff);
  const names = new Map((await store.read.select().from(agencies)).map((agency) => [agency.id, agency.nameEn]));
  const accounts = SIGN_IN.flatMap((email) => {
    const person = people.find((row) => row.email === email);
    return person ? [{ email, role: person.role, agency: names.get(person.agencyId) ?? "" }] : [];
  });
  const cases: Notes["cases"] = [];
  for (const { receipt, plan } of [...filed.values()].reverse()) {
    const row = await findCase(store.read, receipt.code);
    const shown = row && ["waiting", "in_progress", "answered"].includes(row.status);
    if (!shown || plan.heldReason || cases.some(({ status }) => status === row.status)) continue;
    cases.push({ code: receipt.code, secret: receipt.secret ?? "", status: row.status });
  }
  return { password, accounts, cases };
}

function mailWords({ SMTP_URL, PUBLIC_URL }: Portal["env"]): string[] {
  if (SMTP_URL) return [`  Mail: everything goes to ${new URL(SMTP_URL).host}, as SMTP_URL says.`];
  return [
    `  Mail: nothing is sent; the administrator reads it at ${PUBLIC_URL}/office/outbox, without its personal links.`,
    "  To confirm an address or sign in at /vi/me, start a mail catcher and the demo with its address:",
    "    SMTP_URL=smtp://localhost:1025 npm run demo",
  ];
}

function wordsOf({ env }: Portal, { password, accounts, cases }: Notes, folder: string): string {
  const wide = Math.max(...accounts.map(({ email }) => email.length));
  return [
    "",
    `  Demo portal: ${env.PUBLIC_URL}   (all people and cases are invented)`,
    "",
    ...mailWords(env),
    "",
    `  Offices: ${env.PUBLIC_URL}/office   password of every account below: ${password}`,
    ...accounts.map(({ email, role, agency }) => `    ${email.padEnd(wide)}  ${role.padEnd(8)} ${agency}`),
    "",
    `  Track a case: ${env.PUBLIC_URL}/vi/track`,
    ...cases.map(({ code, secret, status }) => `    ${code}  ${secret}  ${status}`),
    "",
    `  Everything is in ${folder}; without that folder the demo begins afresh.`,
    "",
  ].join("\n");
}
