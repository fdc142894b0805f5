// The list of tickets as a spreadsheet, and the way to take one in.
import { ListFiles as Buttons } from "../../shared/files/ListFiles";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { type TicketFilter, ticketsRequest } from "./filter";
import { OUT } from "./outTexts";

export function ListFiles({ filter }: { filter: TicketFilter }) {
  const texts = usePick(OUT).list;
  const today = useToday();
  const { save, isPending } = useExport("exportTickets");
  return (
    <Buttons
      kind="tickets"
      needs="registerTicket"
      exporting={isPending}
      save={() =>
        void save({
          title: texts.exportTitle,
          kind: { name: texts.sheet, extensions: ["xlsx", "csv"] },
          proposed: texts.exportName(today),
          request: (out) => ({ list: { ...ticketsRequest(filter), offset: 0, limit: null }, out }),
        })
      }
    />
  );
}
