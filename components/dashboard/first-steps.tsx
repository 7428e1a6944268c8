import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { roleReaches, type Role } from "@/lib/auth/roles";

const steps = [
  { name: "licence", href: "/settings/licences", role: "administrator" },
  { name: "connect", href: "/settings/integrations", role: "administrator" },
  { name: "workOrders", href: "/work-orders", role: "viewer" },
] as const;

/** What to do before there is anything to show. The first step that is still to be done has the button that stands out. */
export function FirstSteps({ isLicensed, role }: { isLicensed: boolean; role: Role }) {
  const t = useTranslations("dashboard.steps");
  const next = isLicensed ? "connect" : "licence";
  return (
    <Card aria-labelledby="steps-title">
      <CardHeader title={t("title")} titleId="steps-title" />
      <ol className="mt-2 divide-y divide-line">
        {steps.map(({ name, href, role: needed }, index) => {
          const isDone = name === "licence" && isLicensed;
          return (
            <li key={name} className="flex flex-wrap items-center gap-x-4 gap-y-3 px-(--card-x) py-4">
              <span aria-hidden className="grid size-7 place-items-center rounded-full bg-sunken text-sm font-medium text-fg-2 tabular-nums">
                {isDone ? <CircleCheck className="text-good" /> : index + 1}
              </span>
              <div className="min-w-0 flex-[1_1_16rem]">
                <h3>{t(`${name}.title`)}</h3>
                <p className="max-w-[72ch] text-sm text-fg-2">{t(`${name}.text`)}</p>
              </div>
              {isDone ? <span className="text-sm text-good-text">{t("done")}</span> : null}
              {!isDone && roleReaches(role, needed) ? (
                <Button asChild variant={name === next ? "primary" : "default"}>
                  <Link href={href}>{t(`${name}.button`)}</Link>
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
