import type { VendorProof } from "@/e2e/exports/vendor-proof";
import { judge } from "./judge";
import { openLane, type EasybillLane } from "./lane";
import { drawPlan, type EasybillPlan } from "./plan";

export const easybillProof: VendorProof<EasybillLane, EasybillPlan> = { drawPlan, openLane, judge };
