// Many month workbooks at once: one result for each file.
import { Alert, Button, Card, Flex, Form, Space, Table, Tag, Typography } from "antd";
import type { FolderView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { FolderField } from "../../shared/files/FolderField";
import { JobProgress } from "../../shared/job/JobProgress";
import { NothingYet } from "../../shared/NothingYet";
import { usePick } from "../../shared/pick";
import { Refused } from "../../shared/transport";
import { useAct } from "../../shared/useCase";
import { TEXTS } from "./texts";

export function ImportFolder() {
  const words = usePick(TEXTS).folder;
  const [form] = Form.useForm<{ path: string }>();
  const check = useAct("importFolder");
  const take = useAct("importFolder");
  const busy = check.isPending || take.isPending;
  const run = async (dryRun: boolean) => {
    const { path } = await form.validateFields();
    take.reset();
    if (dryRun) check.mutate({ path, dryRun });
    else take.mutate({ path, dryRun });
  };
  const result = take.data ?? check.data;
  const error = take.error ?? check.error;
  const ready = check.data !== undefined && check.data.files.length > check.data.refused;
  return (
    <Flex vertical gap="middle">
      <Card size="small">
        <Typography.Paragraph type="secondary">{words.help}</Typography.Paragraph>
        <Form
          form={form}
          name="folder"
          layout="vertical"
          requiredMark={false}
          onFinish={() => void run(true)}
          onValuesChange={() => {
            check.reset();
            take.reset();
          }}
        >
          <Form.Item
            name="path"
            label={words.folder}
            rules={[{ required: true, whitespace: true, message: words.needed }]}
          >
            <FolderField title={words.folder} />
          </Form.Item>
          <Space>
            <Button
              type={ready ? "default" : "primary"}
              htmlType="submit"
              loading={check.isPending}
              disabled={busy}
            >
              {words.check}
            </Button>
            {ready && take.data === undefined ? (
              <Button type="primary" loading={take.isPending} onClick={() => void run(false)}>
                {words.act}
              </Button>
            ) : null}
          </Space>
        </Form>
      </Card>
      <JobProgress running={busy} />
      {error ? <Failure error={error} /> : null}
      {result === undefined ? null : <Files result={result} done={take.data !== undefined} />}
    </Flex>
  );
}

function Files({ result, done }: { result: FolderView; done: boolean }) {
  const words = usePick(TEXTS).folder;
  const { files, refused } = result;
  if (files.length === 0) return <NothingYet what={words.none} first={words.noneHelp} />;
  const state = (file: FolderView["files"][number]) => {
    if (file.error !== null) return <Tag color="red">{words.bad}</Tag>;
    if (file.changed === 0) return <Tag>{words.known}</Tag>;
    return done ? <Tag color="green">{words.imported}</Tag> : <Tag color="blue">{words.fine}</Tag>;
  };
  return (
    <Flex vertical gap="middle">
      <Alert
        type={refused > 0 ? "warning" : "success"}
        showIcon
        title={done ? words.doneAll(files.length, refused) : words.checked(files.length, refused)}
      />
      <Table
        size="small"
        rowKey="file"
        pagination={false}
        dataSource={files}
        scroll={{ x: 640 }}
        expandable={{
          rowExpandable: ({ error, unscored }) => error !== null || unscored.length > 0,
          defaultExpandedRowKeys:
            refused <= 3 ? files.filter((f) => f.error !== null).map((f) => f.file) : [],
          expandedRowRender: ({ error, unscored }) =>
            error !== null ? <Failure error={new Refused(error)} /> : unscored.join(" "),
        }}
        columns={[
          {
            title: words.file,
            dataIndex: "file",
            ellipsis: true,
            sorter: (a, b) => a.file.localeCompare(b.file),
          },
          { title: words.rows, dataIndex: "rows", width: 80, align: "right" },
          { title: words.changed, dataIndex: "changed", width: 120, align: "right" },
          {
            title: words.state,
            key: "state",
            width: 200,
            sorter: (a, b) => Number(b.error !== null) - Number(a.error !== null),
            render: (_, file) => (
              <>
                {state(file)}
                {file.unscored.length > 0 ? words.unscored(file.unscored.length) : null}
              </>
            ),
          },
        ]}
      />
    </Flex>
  );
}
