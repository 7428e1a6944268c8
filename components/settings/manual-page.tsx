import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { PrintButton } from "@/components/settings/print-button";
import { useVendorTexts } from "@/components/settings/use-vendor-texts";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ManualSection } from "@/lib/connectors/manuals";
import type { VendorId } from "@/lib/connectors/schemas";
import { route } from "@/lib/routes/route";

type ManualPageProps = { vendor: VendorId; vendorName: string; sections: readonly ManualSection[] };

/** A vendor's manual on one sheet: to read here, to print, or to send to whoever manages the vendor's users. */
export function ManualPage({ vendor, vendorName, sections }: ManualPageProps) {
  const t = useTranslations("settings");
  const text = useVendorTexts(vendor);
  return (
    <div className="mx-auto max-w-[64rem] print:max-w-none">
      <div className="print:hidden">
        <Breadcrumbs crumbs={[{ label: t("crumb") }, { label: t("title"), href: "/settings/integrations" }, { label: vendorName, href: route(`/settings/integrations/${vendor}`) }]} />
      </div>
      <header className="mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-4">
        <div className="min-w-0">
          <h1>{text("manual.title") ?? t("guide.title", { vendor: vendorName })}</h1>
          <p className="mt-2 max-w-[60ch] text-fg-2">{text("manual.lead")}</p>
        </div>
        <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1 print:hidden">
          <PrintButton />
          <Button asChild variant="ghost">
            <Link href={`/settings/integrations/${vendor}`}>
              <ArrowLeft aria-hidden />
              {t("guide.back", { vendor: vendorName })}
            </Link>
          </Button>
        </div>
      </header>
      <div className="grid items-start gap-8 lg:grid-cols-[13rem_minmax(0,1fr)] print:block">
        <Contents vendor={vendor} sections={sections} />
        <Card className="px-(--card-x) py-8 sm:px-10 print:p-0 print:shadow-none">
          <div className="grid max-w-[66ch] gap-10 print:max-w-none print:gap-6">
            {sections.map((section, index) => (
              <Section key={section.id} vendor={vendor} section={section} number={index + 1} />
            ))}
          </div>
        </Card>
      </div>
    </div>
  );
}

function Contents({ vendor, sections }: { vendor: VendorId; sections: readonly ManualSection[] }) {
  const t = useTranslations("settings.guide");
  const text = useVendorTexts(vendor);
  return (
    <nav aria-label={t("contents")} className="lg:sticky lg:top-6 print:hidden">
      <p className="mb-2 text-xs text-fg-3">{t("contents")}</p>
      <ol className="grid gap-0.5 text-sm">
        {sections.map(({ id }, index) => (
          <li key={id}>
            <a href={`#${id}`} className="grid grid-cols-[1.25rem_minmax(0,1fr)] rounded-md py-1 text-fg-2 no-underline hover:text-fg hover:underline max-sm:py-2">
              <span className="text-fg-3 tabular-nums">{index + 1}</span>
              {text(`manual.sections.${id}.title`)}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Section({ vendor, section: { id, steps, entries }, number }: { vendor: VendorId; section: ManualSection; number: number }) {
  const text = useVendorTexts(vendor);
  const at = (key: string) => text(`manual.sections.${id}.${key}`);
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 print:break-inside-avoid">
      <h2 id={`${id}-title`} className="text-xl tracking-tight">
        <span className="mr-2 font-normal text-fg-3 tabular-nums">{number}</span>
        {at("title")}
      </h2>
      <p className="mt-2 text-fg-2">{at("intro")}</p>
      {steps.length > 0 ? (
        <ol className="mt-4 grid gap-3">
          {steps.map((step, index) => (
            <li key={step} className="grid grid-cols-[1.75rem_minmax(0,1fr)] gap-x-3">
              <span aria-hidden className="grid size-6 place-items-center rounded-full bg-sunken text-xs font-medium text-fg-2 tabular-nums">
                {index + 1}
              </span>
              <span>{at(`steps.${step}`)}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {entries.length > 0 ? (
        <dl className="mt-4 grid gap-4 border-l border-line pl-4">
          {entries.map((entry) => (
            <div key={entry} className="print:break-inside-avoid">
              <dt className="font-medium">{at(`entries.${entry}.title`)}</dt>
              <dd className="text-fg-2">{at(`entries.${entry}.text`)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
