import { notFound } from "next/navigation";
import { cache } from "react";
import { readDetail, type RecordDetail } from "@/lib/catalogue/read-detail";
import type { ImportKind } from "@/lib/connectors/record-kinds";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** For a record's page and its title: read once per request. A record that is not there, or not theirs, is a page that is not there. */
export const detailOfPage = cache(async (kind: ImportKind, accountId: string, id: string): Promise<RecordDetail> => {
  try {
    return await readDetail(database(), { accountId, kind, id });
  } catch (error) {
    if (error instanceof AppError && error.code === "record_not_found") notFound();
    throw error;
  }
});
