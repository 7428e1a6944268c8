/** The roles from the most to the least that a person may do. */
export const roles = ["administrator", "planner", "viewer"] as const;
export type Role = (typeof roles)[number];

const reach: Record<Role, number> = { administrator: 3, planner: 2, viewer: 1 };

/** Whether a role includes what the other one may do: administrator > planner > viewer. */
export function roleReaches(role: Role, minimum: Role): boolean {
  return reach[role] >= reach[minimum];
}
