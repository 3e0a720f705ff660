import { followerLetter } from "./follower-letter.tsx";

/** A case that somebody follows goes on by itself again, at a page of its own. */
export const followedUnmerged = followerLetter("followed-unmerged");
