// Signing the chosen files with one key and one password; each has its own result, and those done stay done on a stop.
import { Alert, App, Button, Col, Drawer, Flex, Form, Input, Progress, Radio, Row, Typography } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Failure } from "../../shared/Failure";
import { fileName } from "../../shared/files/paths";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { call, useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { rememberedKeyFile, rememberKeyFile } from "./keyFile";
import type { Received } from "./ReceivedFiles";
import { type Party, signedPath } from "./signable";
import { TEXTS } from "./texts";

interface Fields {
  p12: string;
  password: string;
  post?: string;
  reason?: string;
  location?: string;
  picture?: string;
  out?: string;
}

interface SignFormProps {
  open: boolean;
  close: () => void;
  files: Received[];
  party: Party;
  setParty: (party: Party) => void;
  signed: (path: string, out: string) => void;
}

const given = (text: string | undefined) => (text?.trim() ? text.trim() : null);

export function SignForm({ open, close, files, party, setParty, signed }: SignFormProps) {
  const words = usePick(TEXTS).sign;
  const transport = useTransport();
  const client = useQueryClient();
  const { message } = App.useApp();
  const may = useMay();
  const parties = useRead("parties", {}, open && may("parties"));
  const [form] = Form.useForm<Fields>();
  const [progress, setProgress] = useState<{ done: number; all: number } | null>(null);
  const [failures, setFailures] = useState<{ path: string; error: Error }[]>([]);
  const stop = useRef(false);
  const top = useRef<HTMLDivElement>(null);
  const only = files.length === 1 ? files[0] : undefined;
  const outOf = ({ path, check }: Received) =>
    check === undefined ? path : signedPath(path, check, party, words.suffix);

  // The post on record is proposed, and the signed file beside the one that came in.
  const post = parties.data?.find((view) => view.party === party)?.post ?? "";
  const proposed = only === undefined ? "" : outOf(only);
  useEffect(() => {
    if (!open) return;
    form.setFieldsValue({ post, out: proposed });
  }, [open, form, post, proposed]);

  const run = async (fields: Fields) => {
    const all = [...files];
    stop.current = false;
    setFailures([]);
    rememberKeyFile(fields.p12);
    const failed: { path: string; error: Error }[] = [];
    let done = 0;
    for (const file of all) {
      if (stop.current) break;
      setProgress({ done: done + failed.length, all: all.length });
      const out = (only !== undefined ? given(fields.out) : null) ?? outOf(file);
      try {
        const view = await call(transport, "signReport", {
          path: file.path,
          p12: fields.p12.trim(),
          password: fields.password,
          party,
          out,
          post: given(fields.post),
          reason: given(fields.reason),
          location: given(fields.location),
          picture: given(fields.picture),
        });
        signed(file.path, view.path);
        done += 1;
      } catch (error) {
        failed.push({ path: file.path, error: error as Error });
        setFailures([...failed]);
        // A wrong password is wrong for every file.
        if (error instanceof Error && error.message === "wrongKeyPassword") break;
      }
    }
    setProgress(null);
    if (failed.length > 0) top.current?.scrollIntoView();
    await client.invalidateQueries();
    if (done > 0) void message.success(words.done(done));
    if (failed.length === 0) {
      form.resetFields(["password"]);
      close();
    }
  };

  const busy = progress !== null;
  return (
    <Drawer
      open={open}
      onClose={busy ? () => {} : close}
      title={words.title(files.length)}
      size={560}
      forceRender
      footer={
        <Flex justify="end" gap="small">
          {busy ? (
            <Button
              onClick={() => {
                stop.current = true;
              }}
            >
              {words.stop}
            </Button>
          ) : null}
          <Button type="primary" htmlType="submit" form="sign" loading={busy} disabled={files.length === 0}>
            {words.go}
          </Button>
        </Flex>
      }
    >
      <div ref={top} />
      <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
      {progress === null ? null : (
        <div role="status">
          <Progress percent={Math.floor((100 * progress.done) / progress.all)} showInfo={false} />
          {words.progress(progress.done, progress.all)}
        </div>
      )}
      {failures.length === 0 ? null : (
        <Flex vertical gap="small" style={{ marginBlockEnd: 16 }}>
          {failures.length > 1 ? (
            <Alert type="warning" showIcon title={words.failed(failures.length)} />
          ) : null}
          {failures.map(({ path, error }) => (
            <div key={path}>
              <Typography.Text strong>{fileName(path)}</Typography.Text>
              <Failure error={error} />
            </div>
          ))}
        </Flex>
      )}
      <Form<Fields>
        form={form}
        name="sign"
        layout="vertical"
        requiredMark={false}
        initialValues={{ p12: rememberedKeyFile(), reason: words.reasonUsual }}
        onFinish={(fields) => void run(fields)}
        disabled={busy}
      >
        <Form.Item label={words.party}>
          <Radio.Group
            value={party}
            onChange={(event) => setParty(event.target.value as Party)}
            options={(["client", "provider"] as const).map((value) => ({
              value,
              label: words.parties[value],
            }))}
          />
        </Form.Item>
        <Form.Item
          name="p12"
          label={words.p12}
          rules={[{ required: true, whitespace: true, message: words.p12Needed }]}
        >
          <PathField title={words.p12} kind={{ name: words.p12Kind, extensions: ["p12", "pfx"] }} />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.password}
          rules={[{ required: true, message: words.passwordNeeded }]}
        >
          <Input.Password autoComplete="off" />
        </Form.Item>
        <Row gutter={16}>
          <Col span={12}>
            <Form.Item name="post" label={words.post}>
              <Input />
            </Form.Item>
          </Col>
          <Col span={12}>
            <Form.Item name="location" label={words.location}>
              <Input />
            </Form.Item>
          </Col>
        </Row>
        <Form.Item name="reason" label={words.reason}>
          <Input />
        </Form.Item>
        <Form.Item name="picture" label={words.picture}>
          <PathField
            title={words.picture}
            kind={{ name: words.pictureKind, extensions: ["png", "jpg", "jpeg"] }}
          />
        </Form.Item>
        {only === undefined ? (
          <>
            <Typography.Text>{words.outHelp(files.length)}</Typography.Text>
            <ul style={{ paddingInlineStart: 20, overflowWrap: "anywhere" }}>
              {files.map((file) => (
                <li key={file.path}>{fileName(outOf(file))}</li>
              ))}
            </ul>
          </>
        ) : (
          <Form.Item
            name="out"
            label={words.out}
            rules={[{ required: true, whitespace: true, message: words.outNeeded }]}
          >
            <PathField title={words.out} saving kind={{ name: "PDF", extensions: ["pdf"] }} />
          </Form.Item>
        )}
      </Form>
    </Drawer>
  );
}
