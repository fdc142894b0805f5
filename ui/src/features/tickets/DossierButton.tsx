// 工单档案: the ticket whole, as one PDF.
import { PdfButton } from "../../shared/files/PdfButton";
import { usePick } from "../../shared/pick";
import { OUT } from "./outTexts";

export function DossierButton({ ticket }: { ticket: string }) {
  const texts = usePick(OUT).dossier;
  return (
    <PdfButton
      useCase="makeTicketDossier"
      text={texts.make}
      title={texts.title}
      proposed={texts.name(ticket)}
      request={(out) => ({ ticket, out })}
    />
  );
}
