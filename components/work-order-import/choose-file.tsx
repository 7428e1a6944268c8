"use client";

import { Download, FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type DragEvent } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";

type ChooseFileProps = { onChoose: (file: File) => void; /** The file that is being read. */ reading: string | null; rowLimit: number };

/** Where a file is chosen or dropped, and the template to begin with. */
export function ChooseFile({ onChoose, reading, rowLimit }: ChooseFileProps) {
  const t = useTranslations("intake.import");
  const [isOver, setIsOver] = useState(false);
  const id = useId();
  const choose = (files: FileList | null) => {
    const file = files?.item(0);
    if (file && reading === null) onChoose(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    choose(event.dataTransfer.files);
  };
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  return (
    <Card>
      <CardHeader title={t("choose.title")} description={t("choose.help", { rows: rowLimit })} />
      <CardBody className="grid gap-4">
        <div
          onDragOver={over}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
          className={classNames(
            "flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md border border-dashed px-5 py-8 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
            isOver ? "border-accent bg-accent-soft" : "border-control",
          )}
        >
          <input
            id={id}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            aria-label={t("choose.file")}
            className="sr-only"
            disabled={reading !== null}
            onChange={(event) => {
              choose(event.target.files);
              // The same file, corrected, must be choosable again.
              event.target.value = "";
            }}
          />
          <Button asChild variant="primary">
            <label htmlFor={id}>
              <FileUp aria-hidden />
              {t("choose.button")}
            </label>
          </Button>
          <span className="text-fg-2 max-sm:hidden">{t("choose.drop")}</span>
          <span role="status" className="text-fg-2">
            {reading === null ? null : t("reading", { name: reading })}
          </span>
        </div>
        <Button asChild variant="ghost" className="justify-self-start">
          <a href="/work-orders/import/template" download>
            <Download aria-hidden />
            {t("choose.template")}
          </a>
        </Button>
      </CardBody>
    </Card>
  );
}
