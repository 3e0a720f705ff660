export const commitmentStates = ["open", "kept", "missed"] as const;
export type CommitmentState = (typeof commitmentStates)[number];
