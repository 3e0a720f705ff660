import { verifyAudit } from "../db/audit.ts";
import { openPortal } from "./open-portal.ts";

/** `audit verify`: reads every event once; exits with 1 and names the first bad place of each broken chain. */
export async function auditVerify(args: string[]): Promise<void> {
  const portal = await openPortal();
  const { events, findings } = await verifyAudit(portal.store.read);
  await portal.store.close();
  if (args.includes("--json")) console.log(JSON.stringify({ ok: findings.length === 0, events, findings }));
  else {
    for (const { stream, position, problem } of findings) console.log(`${stream} event ${position}: ${problem}`);
    console.log(
      findings.length === 0
        ? `${events} events: every chain holds.`
        : `${findings.length} broken chains in ${events} events.`,
    );
  }
  if (findings.length > 0) process.exitCode = 1;
}
