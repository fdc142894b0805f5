// What a document is and what is written on it, said anew.
import { DatePicker, Form, Input, Select } from "antd";
import dayjs, { type Dayjs } from "dayjs";
import type { DocumentView } from "../../bindings/bindings";
import { ActDialog } from "../../shared/act/ActDialog";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useAct, useRead } from "../../shared/useCase";
import { word } from "../../shared/words";
import { TEXTS } from "./texts";

interface Fields {
  title: string;
  category: string;
  kind: string;
  secrecy: string;
  validUntil: string | null;
  tags: string[];
  note: string;
}

export function DescribeDialog({ view, close }: { view: DocumentView; close: () => void }) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const form = useRead("documentForm", {}).data;
  const { line } = view;
  const act = useAct("describeDocument");
  const categories = form?.categories ?? [];
  return (
    <ActDialog<Fields, Parameters<typeof act.mutate>[0], unknown>
      name={`document.describe.${line.document}`}
      title={texts.describe}
      width={620}
      initial={{
        title: line.title ?? "",
        category: line.category,
        kind: line.kind ?? "",
        secrecy: line.secrecy,
        validUntil: line.validUntil,
        tags: line.tags,
        note: view.note ?? "",
      }}
      beside={{ nameLength: "title", noteTooLong: "note", tagsTooMany: "tags" }}
      act={act}
      request={({ title, category, kind, secrecy, validUntil, tags, note }) => ({
        document: line.document,
        title,
        category,
        kind: kind === "" ? null : kind,
        secrecy,
        validUntil,
        tags,
        note,
      })}
      done={texts.describeDone}
      onClose={close}
    >
      <Form.Item
        name="title"
        label={texts.title}
        rules={[{ required: true, whitespace: true, message: texts.titleNeeded }]}
      >
        <Input maxLength={150} />
      </Form.Item>
      <Form.Item name="category" label={texts.category}>
        <Select options={categories.map(({ code, name }) => ({ value: code, label: name }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue, setFieldValue }) => {
          const kinds = categories.find(({ code }) => code === getFieldValue("category"))?.kinds ?? [];
          const chosen = getFieldValue("kind") as string;
          // A kind belongs to its category.
          if (form !== undefined && chosen !== "" && kinds.every(({ code }) => code !== chosen)) {
            queueMicrotask(() => setFieldValue("kind", ""));
          }
          return (
            <Form.Item name="kind" label={texts.kind}>
              <Select
                options={[
                  { value: "", label: texts.noKind },
                  ...kinds.map(({ code, name }) => ({ value: code, label: name })),
                ]}
              />
            </Form.Item>
          );
        }}
      </Form.Item>
      <Form.Item name="secrecy" label={texts.secrecy} extra={texts.secrecyHelp}>
        <Select
          options={(form?.secrecies ?? []).map((code) => ({
            value: code,
            label: word(language, `secrecy.${code}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label={texts.validUntilItem}
        getValueProps={(day: string | null) => ({ value: day ? dayjs(day) : null })}
        normalize={(day: Dayjs | null) => day?.format("YYYY-MM-DD") ?? null}
      >
        <DatePicker style={{ width: 200 }} />
      </Form.Item>
      <Form.Item name="tags" label={texts.tags} extra={texts.tagsHelp}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={["，", ",", "、"]} />
      </Form.Item>
      <Form.Item name="note" label={texts.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
    </ActDialog>
  );
}
