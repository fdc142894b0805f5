// 移交包: what it will hold, why confidential documents leave, where it is written; it tells how far it is and can be stopped.
import { App, Flex, Form, Input, Modal, Typography } from "antd";
import { Failure } from "../../shared/Failure";
import { safeName } from "../../shared/files/paths";
import { useAskSave } from "../../shared/files/useAskSave";
import { JobProgress } from "../../shared/job/JobProgress";
import { useKeptForm } from "../../shared/keptForm";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useAct, useRead } from "../../shared/useCase";
import { sizeText } from "../../shared/words";
import { TEXTS } from "./texts";

interface PackageDialogProps {
  about: string;
  name: string;
  close: () => void;
}

interface Fields {
  reason: string;
}

export function PackageDialog({ about, name, close }: PackageDialogProps) {
  const texts = usePick(TEXTS);
  const common = useTexts();
  const { message } = App.useApp();
  const askSave = useAskSave();
  const kept = useKeptForm<Fields>(`documents.package.${about}`, []);
  const holds = useRead("packageContents", { about });
  const act = useAct("packageDocuments");
  const view = holds.data;
  const write = async ({ reason }: Partial<Fields>) => {
    const kind = { name: texts.packageKind, extensions: ["zip"] };
    const out = await askSave(texts.packageWhere, kind, `${safeName(texts.packageName(name))}.zip`);
    if (out === null) return;
    act.mutate(
      { about, reason: reason?.trim() ?? "", out },
      {
        onSuccess: ({ path }) => {
          kept.forget();
          close();
          void message.success(texts.packageDone(path));
        },
      },
    );
  };
  return (
    <Modal
      open
      title={texts.packageTitle}
      okText={texts.packageGo}
      okButtonProps={{ htmlType: "submit", form: kept.props.name, disabled: view === undefined }}
      cancelText={common.cancel}
      confirmLoading={act.isPending}
      onCancel={close}
    >
      <Typography.Paragraph>{texts.packageSays}</Typography.Paragraph>
      {holds.error === null ? null : <Failure error={holds.error} />}
      <Form<Fields>
        {...kept.props}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void write(fields)}
      >
        {view === undefined ? null : (
          <Flex vertical gap="small">
            <Typography.Text strong>
              {texts.packageHolds(view.documents, sizeText(view.bytes))}
            </Typography.Text>
            {view.leftOut ? <Typography.Text type="warning">{texts.packageLeftOut}</Typography.Text> : null}
            {view.guarded.length === 0 ? null : (
              <>
                <Typography.Text>{texts.packageGuarded(view.guarded.length)}</Typography.Text>
                <ul style={{ margin: 0, maxHeight: 140, overflowY: "auto", overflowWrap: "anywhere" }}>
                  {view.guarded.map((one) => (
                    <li key={one}>{one}</li>
                  ))}
                </ul>
                <Form.Item
                  name="reason"
                  label={texts.packageReason}
                  rules={[{ required: true, whitespace: true, message: common.reasonNeeded }]}
                >
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
                </Form.Item>
              </>
            )}
          </Flex>
        )}
      </Form>
      <JobProgress running={act.isPending} />
      {act.error === null ? null : <Failure error={act.error} />}
    </Modal>
  );
}
