import { evaluate, reportOf } from "../bench/similar/evaluate.ts";

/** `similar evaluate`: how well similar cases are told from others, on the pairs of `bench/similar`. Needs no database. */
export async function similarEvaluate(args: string[]): Promise<void> {
  const evaluation = evaluate();
  console.log(args.includes("--json") ? JSON.stringify(evaluation) : reportOf(evaluation));
}
