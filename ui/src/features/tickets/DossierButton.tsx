// 工单档案: the ticket whole, as one PDF.
import { FilePdfOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { safeName } from "../../shared/files/paths";
import { useExport } from "../../shared/files/useExport";
import { usePick } from "../../shared/pick";
import { OUT } from "./outTexts";

export function DossierButton({ ticket }: { ticket: string }) {
  const texts = usePick(OUT).dossier;
  const { save, isPending } = useExport("makeTicketDossier");
  return (
    <Button
      size="small"
      icon={<FilePdfOutlined aria-hidden />}
      loading={isPending}
      onClick={() =>
        void save({
          title: texts.title,
          kind: { name: "PDF", extensions: ["pdf"] },
          proposed: safeName(texts.name(ticket)),
          request: (out) => ({ ticket, out }),
        })
      }
    >
      {texts.make}
    </Button>
  );
}
