import { countOutbox } from "../db/outbox.ts";
import { openPortal } from "./open-portal.ts";

/** `outbox status`: how many mails are in each state; exits with 1 when one waits for a person. */
export async function outboxStatus(args: string[]): Promise<void> {
  const { store } = await openPortal();
  try {
    const counts = await countOutbox(store.read, { kind: "system" }, 1_000_000);
    if (args.includes("--json")) console.log(JSON.stringify(counts));
    else for (const [state, count] of Object.entries(counts)) console.log(`${state}: ${count}`);
    if (counts.stuck > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
