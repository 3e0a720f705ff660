import { useTranslation } from "react-i18next";
import { Button } from "../../components/button.tsx";
import { Notice } from "../../components/notice.tsx";
import type { FilePlace } from "../../domain/attachments.ts";

interface PlaceOfferProps {
  offered: (FilePlace & { id: string; name: string }) | null;
  /** The place that was taken before. */
  point: FilePlace | null;
}

/** The place that a photo names: offered, and taken only when its button is pressed. The script fetches it by its id. */
export function PlaceOffer(props: PlaceOfferProps) {
  return (
    <div id="place">
      <PlaceQuestion {...props} />
    </div>
  );
}

function PlaceQuestion({ offered, point }: PlaceOfferProps) {
  const { t, i18n } = useTranslation("attachments");
  if (point) {
    return (
      <Notice tone="success">
        <p>{t("place.taken", { place: degrees(point, i18n.language) })}</p>
        <Button variant="quiet" name="place" value="none">
          {t("place.giveBack")}
        </Button>
      </Notice>
    );
  }
  if (!offered) return null;
  return (
    <Notice title={t("place.question")}>
      <p>{t("place.found", { name: offered.name, place: degrees(offered, i18n.language) })}</p>
      <div className="cluster">
        <Button variant="secondary" name="place" value={offered.id}>
          {t("place.take")}
        </Button>
        <Button variant="quiet" name="place" value="none">
          {t("place.leave")}
        </Button>
      </div>
    </Notice>
  );
}

/** A point to about a hundred metres, which is what people need to know it again. */
function degrees({ latE6, lonE6 }: FilePlace, lang: string): string {
  const number = new Intl.NumberFormat(lang, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return `${number.format(latE6 / 1e6)}°, ${number.format(lonE6 / 1e6)}°`;
}
