"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { PreviewFacts } from "@/components/exports/preview-facts";
import { PreviewLines } from "@/components/exports/preview-lines";
import { PreviewRemarks } from "@/components/exports/preview-remarks";
import { fetchJson } from "@/components/log/fetch-json";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { ExportPreview as Preview } from "@/lib/export/export-preview";

type PreviewProps = {
  workOrderId: string;
  /** Another version is another preview. */
  version: number;
  connectionId: string;
  vendorName: string;
  /** How many rows the skeleton has, so that nothing jumps when they come. */
  lines: number;
};

/** Exactly what would be sent. It asks the vendor, so it is made when somebody wants to see it. */
export function ExportPreview({ workOrderId, version, connectionId, vendorName: vendor, lines }: PreviewProps) {
  const t = useTranslations("workOrders.preview");
  const [isWanted, setIsWanted] = useState(false);
  const { data, isFetching, isError, refetch } = useQuery({
    queryKey: ["work-order", workOrderId, "preview", connectionId, version],
    queryFn: ({ signal }) => fetchJson<Preview>(`/api/work-orders/${workOrderId}/preview?connection=${connectionId}`, signal),
    enabled: isWanted,
    // What the vendor knows changes: a preview is as old as the look at it.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  const titleId = `preview-${connectionId}`;
  return (
    <Card aria-labelledby={titleId}>
      <CardHeader title={t("title", { vendor })} titleId={titleId} description={t("lead", { vendor })}>
        {data?.administration ? <Badge>{t("administration", { name: data.administration })}</Badge> : null}
      </CardHeader>
      {!isWanted ? (
        <CardBody>
          <Button onClick={() => setIsWanted(true)}>{t("show")}</Button>
        </CardBody>
      ) : isError ? (
        <ErrorState title={t("failed")} onRetry={() => void refetch()}>
          {t("failedText")}
        </ErrorState>
      ) : data ? (
        <>
          <PreviewFacts preview={data} />
          <PreviewRemarks preview={data} />
          <PreviewLines document={data.document} problems={data.problems} />
          <CardFooter>
            <p className="text-fg-3">{t("asNow")}</p>
            <Button size="sm" busy={isFetching && t("loading", { vendor })} onClick={() => void refetch()}>
              {t("again")}
            </Button>
          </CardFooter>
        </>
      ) : (
        <SkeletonRows label={t("loading", { vendor })} rows={lines + 2} />
      )}
    </Card>
  );
}
