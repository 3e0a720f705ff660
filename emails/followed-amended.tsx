import { changePage } from "./amended.tsx";
import { followerLetter } from "./follower-letter.tsx";

/** A provision that a case is about, which somebody follows, has been changed by a legal act. */
export const followedAmended = followerLetter<"inForceOn" | "amendment">("followed-amended", {
  facts: ["inForceOn"],
  params: ["amendment"],
  page: changePage,
});
