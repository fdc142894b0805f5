// 考核通报: the ranking of the quarter's units as a PDF or a workbook, for the OA.
import { NotificationOutlined } from "@ant-design/icons";
import { App, Button, Dropdown, Form, Modal, Typography } from "antd";
import { useState } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { useInView } from "../../shared/inView";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useMayProvince } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { BOARD_TEXTS } from "./boardTexts";

type Format = "pdf" | "xlsx";

export function Notice() {
  const words = usePick(BOARD_TEXTS);
  const [format, setFormat] = useState<Format | null>(null);
  if (!useMayProvince()("rankingNotice")) return null;
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "pdf", label: words.noticePdf },
            { key: "xlsx", label: words.noticeExcel },
          ],
          onClick: ({ key }) => setFormat(key as Format),
        }}
      >
        <Button icon={<NotificationOutlined />}>{words.notice}</Button>
      </Dropdown>
      {format === null ? null : <SaveNotice key={format} format={format} onClose={() => setFormat(null)} />}
    </>
  );
}

function SaveNotice({ format, onClose }: { format: Format; onClose: () => void }) {
  const words = usePick(BOARD_TEXTS);
  const { message } = App.useApp();
  const { quarter } = useInView();
  const kept = useKeptForm<{ out: string }>(`notice.${quarter}.${format}`);
  const make = useAct("rankingNotice");
  return (
    <Modal
      open
      title={`${words.notice} ${words.noticeKinds[format]}`}
      okText={words.make}
      cancelText={words.cancel}
      confirmLoading={make.isPending}
      onOk={() => kept.form.submit()}
      onCancel={onClose}
    >
      <Typography.Paragraph>{words.noticeHelp}</Typography.Paragraph>
      <Form
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        onFinish={({ out }) =>
          make.mutate(
            { quarter, out: out.trim(), format },
            {
              onSuccess: ({ path }) => {
                onClose();
                void message.success(words.written(path));
              },
            },
          )
        }
      >
        <Form.Item
          name="out"
          label={words.file}
          rules={[{ required: true, whitespace: true, message: words.fileNeeded }]}
        >
          <PathField
            kind={{ name: words.noticeKinds[format] ?? format, extensions: [format] }}
            saving
            title={words.notice}
          />
        </Form.Item>
      </Form>
      {make.error === null ? null : <Failure error={make.error} />}
    </Modal>
  );
}
