/** What somebody with whom a draft is shared may do with it: each role may do what the one before may. */
export const draftRoles = ["read", "write", "send"] as const;
export type DraftRole = (typeof draftRoles)[number];

export const mayWrite = (role: DraftRole): boolean => role !== "read";
export const maySend = (role: DraftRole): boolean => role === "send";

/** The most people with whom one draft is shared. */
export const MOST_MEMBERS = 20;
