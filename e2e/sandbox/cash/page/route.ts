import { servePage } from "../../core/page/serve";

/** Sends a file of the page; false when there is none at this path. */
export const sendPage = servePage(new URL("./", import.meta.url), ["page", "sections", "records", "switches", "activity", "orders", "amounts"]);
