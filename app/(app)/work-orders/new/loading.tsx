import { FormSkeleton } from "@/components/work-orders/form/form-skeleton";

export default FormSkeleton;
