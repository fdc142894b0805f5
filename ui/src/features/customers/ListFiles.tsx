// The list of customers as a spreadsheet, and the way to take one in.
import { ListFiles as Buttons } from "../../shared/files/ListFiles";
import { TEXTS as FILES } from "../../shared/files/texts";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { type CustomerFilter, customersRequest } from "./filter";
import { OUT } from "./outTexts";

export function ListFiles({ filter }: { filter: CustomerFilter }) {
  const texts = usePick(OUT);
  const files = usePick(FILES);
  const today = useToday();
  const { save, isPending } = useExport("exportCustomers");
  return (
    <Buttons
      kind="customers"
      needs="registerCustomer"
      exporting={isPending}
      save={() =>
        void save({
          title: texts.exportTitle,
          kind: { name: files.sheet, extensions: ["xlsx", "csv"] },
          proposed: texts.exportName(today),
          request: (out) => ({ list: { ...customersRequest(filter), offset: 0, limit: null }, out }),
        })
      }
    />
  );
}
