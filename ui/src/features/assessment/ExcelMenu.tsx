// The month as a spreadsheet: an empty sheet to fill in, or what was submitted.
import { FileExcelOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Form, Modal, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

type What = "template" | "export";

export function ExcelMenu({ unit, month }: { unit: string; month: string }) {
  const words = usePick(TEXTS);
  const may = useMay();
  const [what, setWhat] = useState<What | null>(null);
  const items = [
    ...(may("makeTemplate", unit) ? [{ key: "template", label: words.template }] : []),
    ...(may("exportSheet", unit) ? [{ key: "export", label: words.export }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <>
      <Dropdown trigger={["click"]} menu={{ items, onClick: ({ key }) => setWhat(key as What) }}>
        <Button icon={<FileExcelOutlined />}>{words.excel}</Button>
      </Dropdown>
      {what === null ? null : (
        <SaveSheet key={what} what={what} unit={unit} month={month} onClose={() => setWhat(null)} />
      )}
    </>
  );
}

interface SaveSheetProps {
  what: What;
  unit: string;
  month: string;
  onClose: () => void;
}

function SaveSheet({ what, unit, month, onClose }: SaveSheetProps) {
  const words = usePick(TEXTS);
  const { message } = App.useApp();
  const kept = useKeptForm<{ out: string }>(`sheetFile.${what}`);
  const template = useAct("makeTemplate");
  const sheet = useAct("exportSheet");
  const { error, isPending } = what === "template" ? template : sheet;
  const save = (out: string) => {
    const done = () => {
      onClose();
      void message.success(words.written(out));
    };
    if (what === "template") {
      template.mutate({ kind: "assessments", out, unit, allUnits: false, month }, { onSuccess: done });
    } else {
      sheet.mutate({ kind: "assessments", out, unit, month, quarter: null }, { onSuccess: done });
    }
  };
  const title = (what === "template" ? words.template : words.export).replace("…", "");
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={words.cancel}
      confirmLoading={isPending}
      onOk={() => kept.form.submit()}
      onCancel={onClose}
    >
      <Typography.Paragraph>
        {what === "template" ? words.templateHelp : words.exportHelp}
      </Typography.Paragraph>
      <Form {...kept.props} layout="vertical" requiredMark={false} onFinish={({ out }) => save(out.trim())}>
        <Form.Item
          name="out"
          label={words.file}
          rules={[{ required: true, whitespace: true, message: words.fileNeeded }]}
        >
          <PathField kind={{ name: words.excelFile, extensions: ["xlsx"] }} saving title={title} />
        </Form.Item>
      </Form>
      {error === null ? null : <Failure error={error} />}
    </Modal>
  );
}
