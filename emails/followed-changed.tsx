import { followerLetter } from "./follower-letter.tsx";

/** What the public reads of a case that somebody follows is new. */
export const followedChanged = followerLetter("followed-changed");
