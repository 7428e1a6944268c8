/** As people write it, the same in every language. */
export const vendorName = "EasyBill";
