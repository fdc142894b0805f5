// The paper copy of a document: where it lies, who keeps it, to whom it was lent.
import { Button, Card, Flex, Table, Typography } from "antd";
import { useState } from "react";
import type { DocumentLoanView, DocumentView } from "../../bindings/bindings";
import { EraseButton } from "../../shared/erasing/EraseButton";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { LendDialog, PlaceDialog, ReturnDialog } from "./PaperDialogs";
import { TEXTS } from "./texts";

export function PaperCard({ view }: { view: DocumentView }) {
  const texts = usePick(TEXTS);
  const marks = useMarks();
  const [asked, setAsked] = useState<"place" | "lend" | "return" | null>(null);
  const { document, voided, number } = view.line;
  const lent = view.loans.some(({ returnedOn }) => returnedOn === null);
  const close = () => setAsked(null);
  const { loanColumns: columns } = texts;
  return (
    <Card
      size="small"
      title={texts.paper}
      extra={
        !view.works ? null : (
          <Flex gap="small">
            {lent ? (
              <Button size="small" onClick={() => setAsked("return")}>
                {texts.giveBack}
              </Button>
            ) : null}
            {!lent && !voided && view.place !== null ? (
              <Button size="small" onClick={() => setAsked("lend")}>
                {texts.lend}
              </Button>
            ) : null}
            {voided ? null : (
              <Button size="small" onClick={() => setAsked("place")}>
                {texts.place}
              </Button>
            )}
          </Flex>
        )
      }
    >
      {view.place === null ? (
        <Typography.Text type="secondary">{texts.noPaper}</Typography.Text>
      ) : (
        <Flex gap="large" wrap>
          <span
            style={{ overflowWrap: "anywhere" }}
          >{`${texts.placeItem}${marks.colon}${view.place.place ?? "—"}`}</span>
          <span
            style={{ overflowWrap: "anywhere" }}
          >{`${texts.keeper}${marks.colon}${view.place.keeper ?? "—"}`}</span>
        </Flex>
      )}
      {view.loans.length === 0 ? null : (
        <Table<DocumentLoanView>
          size="small"
          rowKey="subject"
          dataSource={view.loans}
          scroll={{ x: 560 }}
          style={{ marginBlockStart: 8 }}
          pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: columns.to,
              dataIndex: "to",
              render: (to: string | null, { subject }) => (
                <Flex gap={4} align="center" wrap>
                  <span style={{ overflowWrap: "anywhere" }}>{to ?? texts.erased}</span>
                  <EraseButton subject={to === null ? null : subject} name={`${number} ${columns.to}`} />
                </Flex>
              ),
            },
            { title: columns.note, dataIndex: "note", render: (note: string | null) => note ?? "—" },
            { title: columns.on, dataIndex: "on", width: 104 },
            { title: columns.due, dataIndex: "dueOn", width: 104 },
            {
              title: columns.returned,
              dataIndex: "returnedOn",
              width: 104,
              render: (day: string | null) => day ?? texts.notReturned,
            },
          ]}
        />
      )}
      {asked === "place" ? <PlaceDialog view={view} close={close} /> : null}
      {asked === "lend" ? <LendDialog document={document} close={close} /> : null}
      {asked === "return" ? <ReturnDialog document={document} close={close} /> : null}
    </Card>
  );
}
