// The list as a spreadsheet, and the way to take one in.
import { ExportOutlined, ImportOutlined } from "@ant-design/icons";
import { Button, Space } from "antd";
import { useNavigate } from "react-router";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useToday } from "../../shared/today";
import { type TicketFilter, ticketsRequest } from "./filter";
import { OUT } from "./outTexts";

export function ListFiles({ filter }: { filter: TicketFilter }) {
  const texts = usePick(OUT).list;
  const may = useMay();
  const go = useNavigate();
  const today = useToday();
  const { save, isPending } = useExport("exportTickets");
  return (
    <Space>
      {may("registerTicket") && may("importSheet") ? (
        <Button icon={<ImportOutlined aria-hidden />} onClick={() => void go("/import?kind=tickets")}>
          {texts.import}
        </Button>
      ) : null}
      <Button
        icon={<ExportOutlined aria-hidden />}
        loading={isPending}
        onClick={() =>
          void save({
            title: texts.exportTitle,
            kind: { name: texts.sheet, extensions: ["xlsx", "csv"] },
            proposed: texts.exportName(today),
            request: (out) => ({ list: { ...ticketsRequest(filter), offset: 0, limit: null }, out }),
          })
        }
      >
        {texts.export}
      </Button>
    </Space>
  );
}
