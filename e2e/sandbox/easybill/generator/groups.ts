import type { Group } from "../data/records/group";
import type { GeneratedRecords } from "../data/table";

const positionGroupNames = ["Heizung", "Sanitär", "Elektro", "Lüftung & Klima", "Kältetechnik", "Dienstleistungen", "Verbrauchsmaterial", "Bücher"];
const customerGroupNames = ["Stammkunden", "Wiederverkäufer", "Öffentliche Hand"];

function groups(names: readonly string[], firstId: number): GeneratedRecords<Group> {
  const recordAt = (index: number): Group | undefined => {
    const name = names[index];
    const number = String(index + 1).padStart(3, "0");
    return name === undefined ? undefined : { id: firstId + index, number, name, description: null, display_name: `${number} - ${name}` };
  };
  return { count: names.length, recordAt };
}

/** The categories of positions. */
export const positionGroupsOf = (firstId: number) => groups(positionGroupNames, firstId);

export const customerGroupsOf = (firstId: number) => groups(customerGroupNames, firstId);
