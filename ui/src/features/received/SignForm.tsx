// Signing the chosen files with one key and one password; each has its own result, and those done stay done on a stop.
import { Alert, App, Button, Drawer, Flex, Form, Progress, Radio, Typography } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { Failure } from "../../shared/Failure";
import { fileName } from "../../shared/files/paths";
import { PathField } from "../../shared/files/PathField";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { call, useTransport } from "../../shared/transport";
import { useRead } from "../../shared/useCase";
import { rememberedKeyFile, rememberKeyFile } from "../../shared/signing/keyFile";
import { KEY_TEXTS } from "../../shared/signing/keyTexts";
import { AppearanceItems, KeyItems } from "../../shared/signing/SignatureItems";
import {
  PARTIES,
  type Party,
  said,
  signedPath,
  type SignatureFields,
  signRequest,
} from "../../shared/signing/signature";
import type { Received } from "./ReceivedFiles";
import { TEXTS } from "./texts";

interface Fields extends SignatureFields {
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

export function SignForm({ open, close, files, party, setParty, signed }: SignFormProps) {
  const words = usePick(TEXTS).sign;
  const key = usePick(KEY_TEXTS);
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
    check === undefined ? path : signedPath(path, party, key.suffix, check.verdict === "signedByOne");

  // The post on record is proposed, and the signed file beside the one that came in.
  const post = parties.data?.find((view) => view.party === party)?.post ?? "";
  const proposed = only === undefined ? "" : outOf(only);
  useEffect(() => {
    if (!open) return;
    form.setFieldsValue({ post, out: proposed });
  }, [open, form, post, proposed]);

  const underWay = useRef(false);
  const run = async (fields: Fields) => {
    // A second click before the end is no second run.
    if (underWay.current) return;
    underWay.current = true;
    const all = [...files];
    stop.current = false;
    setFailures([]);
    rememberKeyFile(fields.p12);
    const failed: { path: string; error: Error }[] = [];
    let done = 0;
    for (const file of all) {
      if (stop.current) break;
      setProgress({ done: done + failed.length, all: all.length });
      const out = (only !== undefined ? said(fields.out) : null) ?? outOf(file);
      try {
        const view = await call(transport, "signReport", signRequest(file.path, out, party, fields));
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
    underWay.current = false;
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
        initialValues={{ p12: rememberedKeyFile(), reason: key.reasonUsual }}
        onFinish={(fields) => void run(fields)}
        disabled={busy}
      >
        <Form.Item label={key.party}>
          <Radio.Group
            value={party}
            onChange={(event) => setParty(event.target.value as Party)}
            options={PARTIES.map((value) => ({ value, label: key.parties[value] }))}
          />
        </Form.Item>
        <KeyItems />
        <AppearanceItems />
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
