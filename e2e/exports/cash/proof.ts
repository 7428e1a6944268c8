import type { VendorProof } from "@/e2e/exports/vendor-proof";
import { judge } from "./judge";
import { openLane, type CashLane } from "./lane";
import { drawPlan, type CashPlan } from "./plan";

export const cashProof: VendorProof<CashLane, CashPlan> = { drawPlan, openLane, judge };
