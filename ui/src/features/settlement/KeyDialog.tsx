// A new signing key for a party without a certificate, and the export of a certificate for the other party.
import { App, Form, Input, Modal, Radio, Typography } from "antd";
import { useEffect } from "react";
import { Failure } from "../../shared/Failure";
import { PathField } from "../../shared/files/PathField";
import { withSuffix } from "../../shared/files/paths";
import { usePick } from "../../shared/pick";
import { useSignedIn } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

interface KeyDialogProps {
  open: "new" | "export" | null;
  close: () => void;
  /** Hears where a new key lies. */
  made: (p12: string) => void;
  /** The key file that is chosen already. */
  p12: string;
}

interface NewKeyForm {
  party: string;
  name: string;
  out: string;
  password: string;
  again: string;
}

interface ExportForm {
  p12: string;
  password: string;
  out: string;
}

export function KeyDialog({ open, close, made, p12 }: KeyDialogProps) {
  return (
    <>
      <NewKey open={open === "new"} close={close} made={made} />
      <Export open={open === "export"} close={close} p12={p12} />
    </>
  );
}

const SHORTEST = 8;

function NewKey({ open, close, made }: { open: boolean; close: () => void; made: (p12: string) => void }) {
  const all = usePick(TEXTS);
  const texts = all.key;
  const { message } = App.useApp();
  const { session } = useSignedIn();
  const [form] = Form.useForm<NewKeyForm>();
  const act = useAct("newKey");
  const party = Form.useWatch("party", form) ?? "client";
  const submit = async ({ party: of, name, out, password }: NewKeyForm) => {
    try {
      await act.mutateAsync({ party: of, name: name.trim(), organisation: null, out: out.trim(), password });
    } catch {
      return; // shown below, with what was typed
    }
    made(out.trim());
    form.resetFields(["password", "again"]);
    void message.success(texts.done);
    close();
  };
  return (
    <Modal
      open={open}
      title={texts.title}
      okText={texts.act}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      forceRender
    >
      <Typography.Paragraph>{texts.help}</Typography.Paragraph>
      <Form
        form={form}
        name="new-key"
        layout="vertical"
        requiredMark={false}
        onFinish={submit}
        initialValues={{
          party: session.role === "providerRepresentative" ? "provider" : "client",
          name: session.name,
        }}
      >
        <Form.Item name="party" label={texts.party}>
          <Radio.Group
            options={["client", "provider"].map((value) => ({ value, label: all.parties[value] ?? value }))}
          />
        </Form.Item>
        <Form.Item
          name="name"
          label={texts.name}
          rules={[{ required: true, whitespace: true, message: texts.nameNeeded }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="out" label={texts.out} rules={[{ required: true, message: all.sign.outNeeded }]}>
          <PathField
            saving
            proposed={texts.fileName(texts.shortParty[party] ?? party)}
            kind={{ name: all.sign.key, extensions: ["p12"] }}
            title={texts.out}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={texts.password}
          rules={[{ min: SHORTEST, required: true, message: texts.short }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={texts.again}
          dependencies={["password"]}
          rules={[
            { required: true, message: texts.differ },
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                value === getFieldValue("password")
                  ? Promise.resolve()
                  : Promise.reject(new Error(texts.differ)),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </Form>
      {act.error ? <Failure error={act.error} /> : null}
    </Modal>
  );
}

function Export({ open, close, p12 }: { open: boolean; close: () => void; p12: string }) {
  const all = usePick(TEXTS);
  const texts = all.key;
  const { message } = App.useApp();
  const [form] = Form.useForm<ExportForm>();
  const act = useAct("exportCertificate");
  const file = Form.useWatch("p12", form);
  useEffect(() => {
    if (open && p12 !== "") form.setFieldValue("p12", p12);
  }, [open, p12, form]);
  const submit = async ({ p12: key, password, out }: ExportForm) => {
    try {
      const view = await act.mutateAsync({ p12: key.trim(), password, out: out.trim() });
      void message.success(texts.exported(view.path ?? out.trim()));
    } catch {
      return; // shown below, with what was typed
    }
    form.resetFields(["password"]);
    close();
  };
  return (
    <Modal
      open={open}
      title={texts.exportTitle}
      okText={texts.exportAct}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      forceRender
    >
      <Form form={form} name="export-certificate" layout="vertical" requiredMark={false} onFinish={submit}>
        <Form.Item name="p12" label={all.sign.p12} rules={[{ required: true, message: all.sign.p12Needed }]}>
          <PathField kind={{ name: all.sign.key, extensions: ["p12", "pfx"] }} title={all.sign.p12Title} />
        </Form.Item>
        <Form.Item
          name="password"
          label={all.sign.password}
          rules={[{ required: true, message: all.sign.passwordNeeded }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="out"
          label={texts.exportOut}
          rules={[{ required: true, message: all.sign.outNeeded }]}
        >
          <PathField
            saving
            {...(file ? { proposed: withSuffix(file, "").replace(/\.(p12|pfx)$/i, ".pem") } : {})}
            kind={{ name: texts.certificate, extensions: ["pem", "cer"] }}
            title={texts.exportOut}
          />
        </Form.Item>
      </Form>
      {act.error ? <Failure error={act.error} /> : null}
    </Modal>
  );
}
