import type { ExportProblemCode } from "@/lib/connectors/export-problems";
import { findWorkOrderObstacle, isBeforeStart } from "@/lib/export/eligible";
import type { ExportConnection } from "@/lib/export/export-connection";
import type { ExportCondition } from "@/lib/export/export-standing";
import { matchKeys } from "@/lib/export/match-keys";
import { readOutcome } from "@/lib/export/stored-outcome";
import type { ExportIntent, Prisma } from "@/lib/generated/prisma/client";
import { writeWorkStatus } from "@/lib/work-statuses/work-status";
import type { WorkOrderDetail } from "@/lib/work-orders/work-order-detail";

type Facts = { workOrder: WorkOrderDetail; connection: ExportConnection; intent: ExportIntent | null };

/**
 * What has to hold for an export, in order. What is not known here may be known to the vendor: it is left open until an export has asked.
 */
export async function readConditions(store: { prisma: Prisma.TransactionClient }, { workOrder, connection, intent }: Facts): Promise<ExportCondition[]> {
  const { startDate } = connection.options;
  const facts = { ...workOrder, completedAt: workOrder.completedAt === null ? null : new Date(workOrder.completedAt) };
  const obstacle = findWorkOrderObstacle(facts, connection);
  // What is kept back by its work status may be too old besides. What is handled, or goes out once more, is not asked for its age.
  const isTooOld = workOrder.status === "complete" && workOrder.revision === 1 && facts.completedAt !== null && isBeforeStart(facts.completedAt, connection);
  const isComplete = workOrder.status === "complete" || workOrder.status === "handled";
  const refused = new Set(readOutcome(intent?.state === "rejected" ? intent.problem : null).problems.map(({ code }) => code));
  const { debtorNumber } = workOrder.customer;
  const materials = [...new Set(workOrder.materials.map(({ code }) => code))];
  const hourTypes = [...new Set(workOrder.periods.map(({ hourTypeCode }) => hourTypeCode))];
  const known = await matchKeys(store, connection, { relations: debtorNumber === null ? [] : [debtorNumber], articles: [...materials, ...hourTypes] }, async () => ({ relations: {}, articles: {} }));
  const isKnown = (code: string) => Object.hasOwn(known.articles, code);
  const found = (name: ExportCondition["name"], problems: readonly ExportProblemCode[], codes: readonly string[], isFound: (code: string) => boolean): ExportCondition => {
    const missing = codes.filter((code) => !isFound(code));
    return { name, isMet: problems.some((code) => refused.has(code)) ? false : missing.length === 0 ? true : null, value: missing.length === 0 ? null : missing.join(", ") };
  };
  return [
    { name: "connected", isMet: connection.state === "connected", value: null },
    { name: "licensed", isMet: connection.isLicensed, value: null },
    { name: "switchedOn", isMet: connection.options.isOn, value: null },
    { name: "complete", isMet: isComplete, value: null },
    { name: "workStatus", isMet: isComplete && workOrder.revision === 1 && workOrder.status === "complete" ? obstacle !== "workStatus" : workOrder.workStatus?.id === connection.trigger?.id || workOrder.status === "handled", value: workOrder.workStatus && writeWorkStatus(workOrder.workStatus) },
    { name: "afterStartDate", isMet: isComplete ? !isTooOld : startDate === null ? true : null, value: startDate },
    found("customerFound", ["customerMissing", "relationNotFound", "invoiceRelationNotFound"], debtorNumber === null ? [] : [debtorNumber], (key) => Object.hasOwn(known.relations, key)),
    found("materialsFound", ["materialNotFound"], materials, isKnown),
    found("hourTypesFound", ["hourTypeNotFound"], hourTypes, isKnown),
  ];
}
