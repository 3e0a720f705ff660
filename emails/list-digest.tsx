import { Link, linkText, Paragraph, PersonLetter } from "./layout.tsx";
import { defineMail, type Letter } from "./mail.tsx";
import { listsPage } from "./list-followed.tsx";

/** What is new in the lists that somebody follows: the codes of the cases with the pages on which the public reads them. */
export const listDigest = defineMail("list-digest", {
  to: "list-follower",
  params: ["codes", "token"],
  Html: ({ letter }) => (
    <PersonLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      {cases(letter).map(({ code, href }) => (
        <Link key={code} words={code} href={href} />
      ))}
      <Link words={letter.say("stop")} href={listsPage(letter)} />
    </PersonLetter>
  ),
  text: (letter) =>
    linkText(letter, [
      letter.say("happened"),
      ...cases(letter).map(({ code, href }) => `${code}\n${href}`),
      `${letter.say("stop")}\n${listsPage(letter)}`,
    ]),
});

const cases = (letter: Letter<"codes" | "token">) =>
  letter.words.codes.split(" ").map((code) => ({ code, href: letter.link(`/${letter.lang}/cases/${code}`) }));
