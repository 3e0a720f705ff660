import { takeIn } from "../app/jobs/keep-ledger.ts";
import { signCheckpoint } from "../app/commands/sign-checkpoint.ts";
import { latestCheckpoint } from "../db/ledger/checkpoints.ts";
import { rebuildTree } from "../db/ledger/rebuild.ts";
import { verifyLedger } from "../db/ledger/verify.ts";
import { openPortal } from "./open-portal.ts";

const system = { kind: "system" } as const;

/** `ledger checkpoint`: takes everything that waits into the public log, at full speed, and signs it now. */
export async function ledgerCheckpoint(args: string[]): Promise<void> {
  const { store, clock } = await openPortal();
  try {
    const taken = await takeIn(store, clock());
    const signed = await store.write((tx) => signCheckpoint(tx, system, { everyMs: 0 }, clock()));
    const { number = 0, size = 0 } = (await latestCheckpoint(store.read)) ?? {};
    if (args.includes("--json")) console.log(JSON.stringify({ taken, signed: signed !== null, number, size }));
    else console.log(`${taken} leaves taken in; checkpoint ${number} signs ${size}.`);
  } finally {
    await store.close();
  }
}

/** `ledger verify`: holds the log against the database; exits with 1 and names the first bad index. */
export async function ledgerVerify(args: string[]): Promise<void> {
  const { store } = await openPortal();
  try {
    const { findings, ...counts } = await verifyLedger(store.read);
    const ok = findings.length === 0;
    const firstBadIndex = findings[0]?.index ?? null;
    if (args.includes("--json")) console.log(JSON.stringify({ ok, firstBadIndex, ...counts, findings }));
    else {
      for (const { index, problem } of findings.slice(0, 20)) console.log(`index ${index}: ${problem}`);
      const { leaves, checkpoints, sealed } = counts;
      const all = `${leaves} leaves (${sealed} sealed for ever), ${checkpoints} checkpoints`;
      console.log(ok ? `${all}: the log holds.` : `${all}: first bad index ${firstBadIndex}.`);
    }
    if (!ok) process.exitCode = 1;
  } finally {
    await store.close();
  }
}

/** `ledger rebuild`: makes the tree anew from its leaves, which stay as they are. */
export async function ledgerRebuild(args: string[]): Promise<void> {
  const { store } = await openPortal();
  try {
    const size = await rebuildTree(store);
    console.log(args.includes("--json") ? JSON.stringify({ size }) : `The tree over ${size} leaves was made anew.`);
  } finally {
    await store.close();
  }
}
