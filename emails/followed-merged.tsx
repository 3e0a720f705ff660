import { followerLetter } from "./follower-letter.tsx";

/** A case that somebody follows goes on under another one; its page leads there. */
export const followedMerged = followerLetter("followed-merged", { facts: ["leadCode"] });
