import { useTranslations } from "next-intl";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import type { VendorView } from "@/components/settings/vendor-view";
import { Card, CardBody, CardHeader } from "@/components/ui/card";

/** The facts a vendor may state, in this order; one that does not apply to it has no text. */
const facts = ["apiUser", "administration", "leading", "automatic", "manual"] as const;

/** What one should know before connecting. */
export function FactsCard({ vendor }: { vendor: VendorView }) {
  const t = useTranslations("settings.facts");
  const text = useVendorTexts(vendor.id);
  return (
    <Card aria-labelledby="facts-title">
      <CardHeader title={t("title")} titleId="facts-title" />
      <CardBody className="pt-3">
        <ul className="grid max-w-[72ch] list-disc gap-1.5 pl-5 text-fg-2 marker:text-fg-3">
          {facts.map((fact) => {
            const sentence = text(`facts.${fact}`);
            return sentence === null ? null : <li key={fact}>{sentence}</li>;
          })}
        </ul>
      </CardBody>
    </Card>
  );
}
