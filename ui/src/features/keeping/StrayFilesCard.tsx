// Files among the attachments that no record names: shown, and put aside by an administrator after a second question.
import { App, Button, Card, Flex, Modal, Table, Typography } from "antd";
import { useState } from "react";
import type { StrayFileView } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useAct, useRead } from "../../shared/useCase";
import { sizeText } from "../../shared/words";
import { TEXTS } from "./texts";

export function StrayFilesCard() {
  const texts = usePick(TEXTS).stray;
  const mayPut = useMay()("putFilesAside");
  const { message } = App.useApp();
  const strays = useRead("strayFiles", {});
  const put = useAct("putFilesAside");
  const [chosen, setChosen] = useState<string[]>([]);
  const [asking, setAsking] = useState(false);
  if (strays.isError) return <Failure error={strays.error} retry={() => strays.refetch()} />;
  if (strays.data === undefined) return null;
  const { files, aside } = strays.data;
  if (files.length === 0 && aside === null) return null;
  const places = chosen.filter((place) => files.some((file) => file.place === place));
  const bytes = files
    .filter(({ place }) => places.includes(place))
    .reduce((sum, file) => sum + file.bytes, 0);
  const go = () =>
    put.mutate(
      { places },
      {
        onSuccess: (done) => {
          setAsking(false);
          setChosen([]);
          void message.success(texts.done(done.files));
        },
        onError: () => setAsking(false),
      },
    );
  return (
    <Card size="small" title={texts.title(files.length)}>
      <Typography.Paragraph type="secondary">{texts.help}</Typography.Paragraph>
      {files.length === 0 ? null : (
        <Table<StrayFileView>
          size="small"
          rowKey="place"
          pagination={files.length > 10 ? { pageSize: 10, showSizeChanger: false } : false}
          dataSource={files}
          {...(mayPut
            ? { rowSelection: { selectedRowKeys: places, onChange: (keys) => setChosen(keys as string[]) } }
            : {})}
          columns={[
            {
              title: texts.place,
              dataIndex: "place",
              render: (place: string) => <span style={{ overflowWrap: "anywhere" }}>{place}</span>,
            },
            { title: texts.size, dataIndex: "bytes", width: 110, align: "right", render: sizeText },
            {
              title: texts.written,
              dataIndex: "written",
              width: 150,
              render: (written: string | null) => written?.slice(0, 16) ?? "",
            },
          ]}
        />
      )}
      <Flex vertical gap="small" style={{ marginBlockStart: 12 }}>
        {files.length > 0 && mayPut ? (
          <div>
            <Button disabled={places.length === 0} onClick={() => setAsking(true)}>
              {texts.put}
            </Button>
          </div>
        ) : null}
        {put.isError ? <Failure error={put.error} /> : null}
        {aside === null ? null : (
          <Typography.Text type="secondary" style={{ overflowWrap: "anywhere" }}>
            {texts.aside(aside)}
          </Typography.Text>
        )}
      </Flex>
      <Modal
        open={asking}
        title={texts.sure(places.length, sizeText(bytes))}
        okText={texts.yes}
        cancelText={texts.no}
        confirmLoading={put.isPending}
        onOk={go}
        onCancel={() => setAsking(false)}
      >
        {texts.sureHelp}
      </Modal>
    </Card>
  );
}
