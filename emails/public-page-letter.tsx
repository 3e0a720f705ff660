import { Facts, factsText, Link, Paragraph, publicCase, SubmitterLetter, submitterText } from "./layout.tsx";
import { defineMail } from "./mail.tsx";

const facts = ["code"] as const;

/** A mail to a submitter about their public page: what happened to it, where it is, and what they can do. */
export const publicPageLetter = (name: "published" | "masked" | "mask-decided") =>
  defineMail(name, {
    to: "reporter",
    params: facts,
    Html: ({ letter }) => (
      <SubmitterLetter letter={letter}>
        <Paragraph>{letter.say("happened")}</Paragraph>
        <Facts letter={letter} names={facts} />
        <Link words={letter.say("page")} href={publicCase(letter)} />
        <Paragraph>{letter.say("next")}</Paragraph>
      </SubmitterLetter>
    ),
    text: (letter) =>
      submitterText(letter, [
        letter.say("happened"),
        factsText(letter, facts),
        `${letter.say("page")}\n${publicCase(letter)}`,
        letter.say("next"),
      ]),
  });
