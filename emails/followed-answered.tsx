import { followerLetter } from "./follower-letter.tsx";

/** The agency has answered a case that somebody follows. */
export const followedAnswered = followerLetter("followed-answered");
