import { askForCases } from "../db/register.ts";
import { checkRegister } from "../db/register-check.ts";
import { takeInSome, hasRegisterTask } from "../db/register-tasks.ts";
import { openPortal } from "./open-portal.ts";

const AT_ONCE = 200;

/** `register rebuild`: makes the register of barriers anew from what is published, a bounded number of cases at a time. */
export async function registerRebuild(args: string[]): Promise<void> {
  const { store } = await openPortal();
  try {
    await store.write((tx) => askForCases(tx, [""]));
    let cases = 0;
    while (await hasRegisterTask(store.read)) cases += await store.write((tx) => takeInSome(tx, AT_ONCE));
    console.log(args.includes("--json") ? JSON.stringify({ cases }) : `${cases} cases were looked at.`);
  } finally {
    await store.close();
  }
}

/** `register check`: counts every entry again and compares; exits with 1 and names the entries that differ. */
export async function registerCheck(args: string[]): Promise<void> {
  const { store } = await openPortal();
  try {
    const { entries, wrong } = await checkRegister(store.read);
    if (args.includes("--json")) console.log(JSON.stringify({ ok: wrong.length === 0, entries, wrong }));
    else {
      for (const one of wrong) console.log(one);
      console.log(wrong.length === 0 ? `${entries} entries: all agree.` : `${wrong.length} places differ.`);
    }
    if (wrong.length > 0) process.exitCode = 1;
  } finally {
    await store.close();
  }
}
