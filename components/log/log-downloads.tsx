import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { logAddress, type LogFilters } from "@/lib/log/log-filters";

/** What the filters show as a file: for a spreadsheet, or line by line for programs. */
export function LogDownloads({ filters }: { filters: LogFilters }) {
  const t = useTranslations("log.panel.page");
  const address = (format: "csv" | "ndjson") => `/api/log/export?${new URLSearchParams({ format, ...logAddress(filters) }).toString()}`;
  return (
    <>
      {(["csv", "ndjson"] as const).map((format) => (
        <Button key={format} asChild size="sm">
          <a href={address(format)} download aria-label={`${t("download")} ${format.toUpperCase()}`}>
            <Download aria-hidden />
            {format.toUpperCase()}
          </a>
        </Button>
      ))}
    </>
  );
}
