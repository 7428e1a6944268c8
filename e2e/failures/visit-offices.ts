import { cashExportFailures, cashImportFailures } from "./cash-failures";
import { openCashOffice } from "./cash-office";
import { easybillFailures, reportFailures } from "./easybill-failures";
import { openEasybillOffice } from "./easybill-office";
import type { Failure } from "./failure";
import type { Office } from "./office";
import { openReportingOffice } from "./reporting-office";
import { stateFailures } from "./state-failures";

type Visit = <OneOffice extends Office>(name: string, failures: readonly Failure<OneOffice>[], open: (databaseUrl: string) => Promise<OneOffice>) => void;

/** Every kind of failure there is, in the office that meets it. */
export function visitOffices(visit: Visit): void {
  visit("Cash", [...cashImportFailures, ...cashExportFailures, ...stateFailures], openCashOffice);
  visit("EasyBill", easybillFailures, openEasybillOffice);
  visit("reports of EasyBill", reportFailures, openReportingOffice);
}
