/** The message files: one subject each, the same in all four languages. */
export const namespaces = ["shell", "dashboard", "ui", "auth", "users", "licences", "audit", "settings", "vendors", "sync", "log", "runs", "issues", "notices", "records", "workOrders", "workOrderPdf", "workStatuses", "exports", "apiKeys", "intake", "errors"] as const;
