// A list as a spreadsheet, and the way to take one in.
import { ExportOutlined, ImportOutlined } from "@ant-design/icons";
import { Button, Space } from "antd";
import { useNavigate } from "react-router";
import { usePick } from "../pick";
import { useMay } from "../session";
import type { UseCase } from "../transport";
import { TEXTS } from "./texts";

interface ListFilesProps {
  /** The kind of table that is taken in. */
  kind: string;
  /** What whoever takes one in must be allowed to do. */
  needs: UseCase;
  exporting: boolean;
  save: () => void;
}

export function ListFiles({ kind, needs, exporting, save }: ListFilesProps) {
  const texts = usePick(TEXTS);
  const may = useMay();
  const go = useNavigate();
  return (
    <Space>
      {may(needs) && may("importSheet") ? (
        <Button icon={<ImportOutlined aria-hidden />} onClick={() => void go(`/import?kind=${kind}`)}>
          {texts.import}
        </Button>
      ) : null}
      <Button icon={<ExportOutlined aria-hidden />} loading={exporting} onClick={save}>
        {texts.export}
      </Button>
    </Space>
  );
}
