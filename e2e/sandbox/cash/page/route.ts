import { servePage } from "../../core/page/serve";
import { demoCredentials } from "../credentials";

const frame = {
  vendor: "Cash",
  site: "cashweb.nl",
  owner: "Administration",
  login: { "Relation code": demoCredentials.relation, "Email address": demoCredentials.email, Password: demoCredentials.password },
};

/** Sends a file of the page; false when there is none at this path. */
export const sendPage = servePage(frame, new URL("./", import.meta.url), ["page", "sections", "records", "activity", "orders", "amounts"]);
