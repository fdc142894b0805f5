// A record as a PDF: asks where to, writes it, and says where it lies.
import { FilePdfOutlined } from "@ant-design/icons";
import { Button } from "antd";
import type { RequestOf, UseCase } from "../transport";
import { safeName } from "./paths";
import { useExport } from "./useExport";

interface PdfButtonProps<N extends UseCase> {
  useCase: N;
  /** On the button, and over the question where to. */
  text: string;
  title: string;
  /** The name offered. */
  proposed: string;
  request: (out: string) => RequestOf<N>;
}

export function PdfButton<N extends UseCase>({ useCase, text, title, proposed, request }: PdfButtonProps<N>) {
  const { save, isPending } = useExport(useCase);
  return (
    <Button
      size="small"
      icon={<FilePdfOutlined aria-hidden />}
      loading={isPending}
      onClick={() =>
        void save({
          title,
          kind: { name: "PDF", extensions: ["pdf"] },
          proposed: safeName(proposed),
          request,
        })
      }
    >
      {text}
    </Button>
  );
}
