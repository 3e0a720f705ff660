import { Facts, factsText, Link, linkText, Paragraph, PersonLetter } from "./layout.tsx";
import { defineMail, type Letter } from "./mail.tsx";

const facts = ["token"] as const;

/** Somebody was named as a co-author. The code stands behind the sign of the fragment, which is sent to no server. */
export const coAuthorInvited = defineMail("co-author-invited", {
  to: "co-author",
  params: ["token"],
  Html: ({ letter }) => (
    <PersonLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Link words={letter.say("next")} href={joinPage(letter)} />
      <Facts letter={letter} names={facts} />
      <Paragraph>{letter.say("notYou")}</Paragraph>
    </PersonLetter>
  ),
  text: (letter) =>
    linkText(letter, [
      letter.say("happened"),
      `${letter.say("next")}\n${joinPage(letter)}`,
      factsText(letter, facts),
      letter.say("notYou"),
    ]),
});

const joinPage = (letter: Letter<"token">): string =>
  letter.link(`/${letter.lang}/submit/join#${encodeURIComponent(letter.words.token)}`);
