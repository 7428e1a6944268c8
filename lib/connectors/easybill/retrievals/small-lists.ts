import { readCategory } from "../records/category";
import { readEmployee } from "../records/employee";
import { readItem } from "../records/read-item";
import { loginSchema, positionGroupSchema } from "../records/schemas";
import type { List } from "./list-pass";
import { groupList } from "./positions";

/** Position groups as categories. */
export const categories: List = {
  ...groupList,
  one: "get position group",
  kinds: ["categories"],
  itemKinds: ["categories"],
  reader: () => (item) => {
    const group = readItem(positionGroupSchema, item);
    return [{ kind: "categories", record: group.ok ? readCategory(group.item) : group.record }];
  },
};

/** Logins as employees. */
export const employees: List = {
  operation: "list logins",
  path: "/logins",
  one: "get login",
  kinds: ["employees"],
  itemKinds: ["employees"],
  reader: () => (item) => {
    const login = readItem(loginSchema, item);
    return [{ kind: "employees", record: login.ok ? readEmployee(login.item) : login.record }];
  },
};
