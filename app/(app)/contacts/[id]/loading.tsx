import { RecordLoading } from "@/components/records/record-loading";

export default RecordLoading;
