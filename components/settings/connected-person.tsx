import { UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { Identity } from "@/lib/connectors/connector";

/** Whose login it is, so that one sees which company of the vendor is connected. */
export function ConnectedPerson({ vendorName, person: { name, email } }: { vendorName: string; person: NonNullable<Identity["person"]> }) {
  const t = useTranslations("settings.connection");
  if (name === "" && email === "") return null;
  return (
    <p className="mt-5 flex gap-2 text-sm text-fg-2">
      <UserRound aria-hidden className="mt-0.5 text-fg-3" />
      <span className="min-w-0 wrap-anywhere">{t.rich("person", { vendor: vendorName, person: [name, email].filter(Boolean).join(" · "), strong: (words) => <strong className="font-medium text-fg">{words}</strong> })}</span>
    </p>
  );
}
