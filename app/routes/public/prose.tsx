import { useTranslation } from "react-i18next";

/** The texts of a key that holds a list; one text alone is a list of one. */
export function useTexts() {
  const { t } = useTranslation("public");
  return (key: string, values: Record<string, string> = {}): string[] => {
    const found: unknown = t(key, { ...values, returnObjects: true });
    return Array.isArray(found) ? found.map(String) : [String(found)];
  };
}

/** A titled part of a page of text: `<name>.title`, `<name>.text` and, where there are any, the points `<name>.points`. */
export function Prose({ name, id, ordered }: { name: string; id?: string; ordered?: boolean }) {
  const { t, i18n } = useTranslation("public");
  const texts = useTexts();
  const List = ordered ? "ol" : "ul";
  const has = (part: string) => i18n.exists(`public:${name}.${part}`);
  return (
    <section id={id} className="column">
      <h2>{t(`${name}.title`)}</h2>
      {has("text") && texts(`${name}.text`).map((text) => <p key={text}>{text}</p>)}
      {has("points") && (
        <List>
          {texts(`${name}.points`).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </List>
      )}
    </section>
  );
}
