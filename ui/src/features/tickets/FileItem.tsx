// A file that belongs to an act on a ticket.
import { Form } from "antd";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { TEXTS } from "./texts";

/** Files of work: documents, tables, slides, drawings, pictures, archives. */
export const FILES = [
  ...["pdf", "doc", "docx", "wps", "xls", "xlsx", "et", "ppt", "pptx", "dps", "txt", "csv"],
  ...["jpg", "jpeg", "png", "bmp", "dwg", "vsd", "vsdx", "zip", "rar", "7z"],
];

/** A file to be chosen; needed or not. */
export function FileItem({ label, needed = false }: { label: string; needed?: boolean }) {
  const texts = usePick(TEXTS);
  return (
    <Form.Item name="file" label={label} rules={needed ? [{ required: true, message: texts.needed }] : []}>
      <PathField kind={{ name: texts.chooseFile, extensions: FILES }} title={texts.chooseFile} takesDrops />
    </Form.Item>
  );
}
