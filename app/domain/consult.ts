export const consultStates = ["open", "answered", "withdrawn"] as const;
export type ConsultState = (typeof consultStates)[number];
