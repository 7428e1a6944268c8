/** What can be wrong with a field; each has a sentence below `workOrders.form.problem`. */
export const formProblems = ["required", "tooLong", "decimal", "date", "clock", "duration", "noTime", "endBeforeBegin", "country", "tooMany", "invalid"] as const;
export type FormProblem = (typeof formProblems)[number];
