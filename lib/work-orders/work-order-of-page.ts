import { notFound } from "next/navigation";
import { cache } from "react";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { readWorkOrder } from "@/lib/work-orders/read-work-order";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

/** For a work order's page and its title: read once per request. */
export const workOrderOfPage = cache((accountId: string, id: string): Promise<WorkOrderDetail> => orNotFound(readWorkOrder(database(), accountId, id)));

/** A work order that is not there, or not theirs, is a page that is not there. */
export async function orNotFound<Read>(reading: Promise<Read>): Promise<Read> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === "work_order_not_found") notFound();
    throw error;
  }
}
