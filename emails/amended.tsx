import { Facts, factsText, Link, Paragraph, SubmitterLetter, submitterText } from "./layout.tsx";
import { defineMail, type Letter } from "./mail.tsx";

const facts = ["code", "inForceOn"] as const;

/** A provision that the sender reported has been changed by a legal act; the page says which one and how. */
export const amended = defineMail("amended", {
  to: "reporter",
  params: [...facts, "amendment"],
  Html: ({ letter }) => (
    <SubmitterLetter letter={letter}>
      <Paragraph>{letter.say("happened")}</Paragraph>
      <Facts letter={letter} names={facts} />
      <Link words={letter.say("page")} href={changePage(letter)} />
    </SubmitterLetter>
  ),
  text: (letter) =>
    submitterText(letter, [
      letter.say("happened"),
      factsText(letter, facts),
      `${letter.say("page")}\n${changePage(letter)}`,
    ]),
});

/** Where the public reads what an amendment changed. */
export const changePage = (letter: Letter<"amendment">): string =>
  letter.link(`/${letter.lang}/barriers/changes/${encodeURIComponent(letter.words.amendment)}`);
