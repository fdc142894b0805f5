// The files of attachments compared with their hashes: how they stand, which are bad and what to do about them.
import { Alert, App, Button, Card, Descriptions, Flex, Table, Tag, Typography } from "antd";
import { Link } from "react-router";
import type { BadFileView, FileCheckView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { JobProgress } from "../../shared/job/JobProgress";
import { usePick } from "../../shared/pick";
import { useAct, useRead } from "../../shared/useCase";
import { sizeText } from "../../shared/words";
import { TEXTS } from "./texts";

export function FileCheckCard() {
  const texts = usePick(TEXTS).files;
  const { message } = App.useApp();
  const state = useRead("fileCheck", {});
  const check = useAct("checkFiles");
  const run = (occasion: "now" | "bad") =>
    check.mutate({ occasion }, { onSuccess: ({ files }) => void message.success(texts.read(files)) });
  const bad = state.data?.bad ?? [];
  return (
    <Card size="small" title={texts.title}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      {state.isError ? <Failure error={state.error} retry={() => state.refetch()} /> : null}
      {state.data === undefined ? null : <Standing state={state.data} />}
      {bad.length === 0 ? null : (
        <Flex vertical gap="small" style={{ marginBlockEnd: 12 }}>
          <Alert type="error" showIcon title={texts.bad(bad.length)} description={texts.mend} />
          <BadFiles bad={bad} />
        </Flex>
      )}
      <Flex gap="small" wrap>
        <Button loading={check.isPending} onClick={() => run("now")}>
          {texts.now}
        </Button>
        {bad.length === 0 ? null : (
          <Button type="primary" disabled={check.isPending} onClick={() => run("bad")}>
            {texts.again}
          </Button>
        )}
      </Flex>
      <JobProgress running={check.isPending} />
      {check.isError ? <Failure error={check.error} /> : null}
    </Card>
  );
}

function Standing({ state }: { state: FileCheckView }) {
  const texts = usePick(TEXTS).files;
  const { last, running, nextOn, bad } = state;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      style={{ marginBlockEnd: 12 }}
      items={[
        {
          key: "last",
          label: texts.last,
          children:
            last === null ? (
              <Typography.Text type="secondary">{texts.never}</Typography.Text>
            ) : (
              <span>
                {texts.ended(last.endedAt.slice(0, 16), last.files, sizeText(last.bytes))}{" "}
                {bad.length === 0 ? <Tag color="green">{texts.fine}</Tag> : null}
              </span>
            ),
        },
        {
          key: "next",
          label: running === null ? texts.next : texts.running,
          children: running === null ? nextOn : texts.done(running.files, running.of),
        },
      ]}
    />
  );
}

function BadFiles({ bad }: { bad: BadFileView[] }) {
  const texts = usePick(TEXTS).files;
  return (
    <Table
      size="small"
      rowKey="digest"
      pagination={bad.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
      dataSource={bad}
      scroll={{ x: 560 }}
      columns={[
        {
          title: texts.state,
          dataIndex: "missing",
          width: 110,
          render: (missing: boolean) => <Tag color="red">{missing ? texts.missing : texts.changed}</Tag>,
        },
        {
          title: texts.of,
          dataIndex: "of",
          width: 220,
          render: (of: string[]) =>
            of.length === 0 ? (
              <Typography.Text type="secondary">{texts.others}</Typography.Text>
            ) : (
              of.map((one) => <Owner key={one} one={one} />)
            ),
        },
        {
          title: "SHA-256",
          dataIndex: "digest",
          render: (digest: string) => (
            <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
              {digest}
            </Typography.Text>
          ),
        },
      ]}
    />
  );
}

/** `document/CD-TB202610001` or `ticket/CD-202610-0001`. */
function Owner({ one }: { one: string }) {
  const texts = usePick(TEXTS).files;
  const [kind = "", key = ""] = one.split("/");
  const folder = kind === "document" ? "documents" : "tickets";
  return (
    <div>
      {texts.owners[kind]} <Link to={`/${folder}/${encodeURIComponent(key)}`}>{key}</Link>
    </div>
  );
}
