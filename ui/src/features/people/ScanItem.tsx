// A form's field for the file of something signed: a PDF or a picture.
import { Form } from "antd";
import { PathField } from "../../shared/files/PathField";
import { SCANS } from "../../shared/files/SaveAttached";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { TEXTS } from "./texts";

interface ScanItemProps {
  name: string;
  label: string;
  optional?: boolean;
  extra?: string;
}

export function ScanItem({ name, label, optional = false, extra }: ScanItemProps) {
  const all = usePick(TEXTS);
  const texts = useTexts();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      rules={[{ required: !optional, whitespace: true, message: texts.needed }]}
    >
      <PathField kind={{ name: all.scan, extensions: SCANS }} title={all.papers.scanTitle} takesDrops />
    </Form.Item>
  );
}

/** A path as it was typed, null where there is none. */
export function pathOf(typed: string | null | undefined): string | null {
  const path = (typed ?? "").trim();
  return path === "" ? null : path;
}
