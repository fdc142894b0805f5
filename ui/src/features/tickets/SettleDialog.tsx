// An opinion among a ticket's records is settled: taken up, with the changed version, or not, with the reason.
import { Form, Radio } from "antd";
import type { RecordKindBody } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { usePick } from "../../shared/pick";
import { useToday } from "../../shared/today";
import { useAct } from "../../shared/useCase";
import { type OfTicket, TextItem } from "./CourseDialogs";
import { FileItem } from "./FileItem";
import { TEXTS } from "./texts";
import type { zhCN } from "./texts.zh-CN";

interface Fields {
  accepted: boolean;
  on: string;
  text?: string;
  file?: string;
}

/** What becoming of an opinion is called: a type may have its own words, as 已答复 for a question. */
export function settledWord(
  texts: Pick<typeof zhCN, "opinionTaken" | "opinionNot">,
  kind: RecordKindBody | undefined,
  accepted: boolean,
): string {
  return accepted
    ? (kind?.settled?.taken ?? texts.opinionTaken)
    : (kind?.settled?.refused ?? texts.opinionNot);
}

export function SettleDialog({ view, close, record }: OfTicket & { record: number }) {
  const texts = usePick(TEXTS);
  const { ticket } = view;
  const code = view.records.find((row) => row.number === record)?.kind;
  const kind = view.kind.records.find((one) => one.code === code);
  const today = useToday();
  return (
    <ActDialog
      name={`ticket.settle.${ticket}.${record}`}
      title={texts.opinionSettle}
      initial={{ on: today }}
      beside={{ dayOutside: "on", reasonNeeded: "text" }}
      act={useAct("settleOpinion")}
      request={({ accepted, on, text, file }: Fields) => ({
        ticket,
        record,
        accepted,
        on,
        text: text?.trim() || null,
        file: accepted ? file?.trim() || null : null,
      })}
      done={texts.opinionSettled}
      onClose={close}
    >
      <Form.Item name="accepted" label={texts.outcome} rules={[{ required: true, message: texts.needed }]}>
        <Radio.Group
          options={[
            { value: true, label: settledWord(texts, kind, true) },
            { value: false, label: settledWord(texts, kind, false) },
          ]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={["accepted"]}>
        {({ getFieldValue }) => (
          <>
            <TextItem
              label={getFieldValue("accepted") === false ? texts.opinionWhy : texts.opinionHow}
              needed={getFieldValue("accepted") === false}
            />
            {getFieldValue("accepted") === true ? <FileItem label={texts.opinionFile} /> : null}
          </>
        )}
      </Form.Item>
      <DayItem label={texts.day} />
    </ActDialog>
  );
}
