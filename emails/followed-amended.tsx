import { changePage } from "./amended.tsx";
import { Facts, factsText, Link, linkText, Paragraph, PersonLetter } from "./layout.tsx";
import { defineMail } from "./mail.tsx";
import { stopPage } from "./follower-letter.tsx";

const facts = ["code", "followCode", "inForceOn"] as const;

/** A provision that a case is about, which somebody follows, has been changed by a legal act. */
export const followedAmended = defineMail("followed-amended", {
  to: "follower",
  params: [...facts, "amendment", "token"],
  Html: ({ letter }) => (
    <PersonLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Link words={letter.say("page")} href={changePage(letter)} />
      <Link words={letter.shared("stopFollowing")} href={stopPage(letter)} />
    </PersonLetter>
  ),
  text: (letter) =>
    linkText(letter, [
      letter.say("happened"),
      factsText(letter, facts),
      `${letter.say("page")}\n${changePage(letter)}`,
      `${letter.shared("stopFollowing")}\n${stopPage(letter)}`,
    ]),
});
