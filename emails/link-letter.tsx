import { Facts, factsText, Link, linkText, Paragraph, PersonLetter } from "./layout.tsx";
import { defineMail, type Letter, type Mail } from "./mail.tsx";

const facts = ["until"] as const;

/**
 * A mail whose one purpose is a link that works once. The link leads to a page
 * with a button, so a program that opens links spends nothing.
 */
export function linkLetter(name: string): Mail<"token" | "until"> {
  return defineMail(name, {
    to: "link",
    params: ["token", "until"],
    Html: ({ letter }) => (
      <PersonLetter letter={letter}>
        <Paragraph>{letter.say("happened")}</Paragraph>
        <Link words={letter.say("next")} href={confirmPage(letter)} />
        <Facts letter={letter} names={facts} />
        <Paragraph>{letter.say("notYou")}</Paragraph>
      </PersonLetter>
    ),
    text: (letter) =>
      linkText(letter, [
        letter.say("happened"),
        `${letter.say("next")}\n${confirmPage(letter)}`,
        factsText(letter, facts),
        letter.say("notYou"),
      ]),
  });
}

export const confirmPage = (letter: Letter<"token">): string =>
  letter.link(`/${letter.lang}/confirm/${encodeURIComponent(letter.words.token)}`);
