import { agenciesImport } from "./agencies-import.ts";
import { auditVerify } from "./audit-verify.ts";
import { calendarImport } from "./calendar-import.ts";
import { demo } from "./demo.ts";
import { ledgerCheckpoint, ledgerRebuild, ledgerVerify } from "./ledger.ts";
import { figuresCheck, figuresPublish, figuresRebuild } from "./figures.ts";
import { migrate } from "./migrate.ts";
import { outboxStatus } from "./outbox-status.ts";
import { registerCheck, registerRebuild } from "./register.ts";
import { seed } from "./seed.ts";
import { similarEvaluate } from "./similar-evaluate.ts";
import { start } from "./start.ts";
import { suggestEvaluate } from "./suggest-evaluate.ts";
import { tokenCreate } from "./token-create.ts";
import { userCreate } from "./user-create.ts";
import { webhook } from "./webhooks.ts";

/** The operator's commands: one file each. `--json` gives machine-readable output on every one. */
const commands: Record<string, (args: string[]) => Promise<void>> = {
  start,
  demo,
  migrate,
  seed,
  "user create": userCreate,
  "token create": tokenCreate,
  webhook,
  "audit verify": auditVerify,
  "ledger checkpoint": ledgerCheckpoint,
  "ledger verify": ledgerVerify,
  "ledger rebuild": ledgerRebuild,
  "outbox status": outboxStatus,
  "figures check": figuresCheck,
  "figures rebuild": figuresRebuild,
  "figures publish": figuresPublish,
  "calendar import": calendarImport,
  "agencies import": agenciesImport,
  "register rebuild": registerRebuild,
  "register check": registerCheck,
  "similar evaluate": similarEvaluate,
  "suggest evaluate": suggestEvaluate,
};

async function main(argv: string[]): Promise<void> {
  const two = argv.slice(0, 2).join(" ");
  const name = two in commands ? two : (argv[0] ?? "");
  const command = commands[name];
  if (!command) {
    console.error(
      `Usage: npm run portal -- COMMAND\n\nCommands:\n${Object.keys(commands)
        .map((known) => `  ${known}`)
        .join("\n")}`,
    );
    process.exitCode = 2;
    return;
  }
  await command(argv.slice(name.split(" ").length));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : "The command failed.");
  process.exitCode = 1;
});
