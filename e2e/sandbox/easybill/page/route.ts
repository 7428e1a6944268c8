import { servePage } from "../../core/page/serve";

/** Sends a file of the page; false when there is none at this path. */
export const sendPage = servePage({ vendor: "EasyBill", site: "easybill.de", owner: "Company", login: {} }, new URL("./", import.meta.url), ["page", "sections", "records", "documents", "key", "activity"]);
