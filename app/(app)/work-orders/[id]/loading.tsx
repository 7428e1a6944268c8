import { WorkOrderSkeleton } from "@/components/work-orders/work-order-skeleton";

export default WorkOrderSkeleton;
