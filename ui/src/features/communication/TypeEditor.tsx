// The builder of a form: its fields, checklist, steps and print layout.
import { ArrowUpOutlined, DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import {
  App,
  Button,
  Card,
  Checkbox,
  Drawer,
  Flex,
  Form,
  Input,
  InputNumber,
  Radio,
  Select,
  Typography,
} from "antd";
import type { ReactNode } from "react";
import type { FormTypeBody } from "../../bindings/bindings";
import { Failure } from "../../shared/Failure";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { useMay, useMayProvince } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import { word } from "../../shared/words";
import { newCode } from "../ticketTypes/typeForm";
import { WhenItems } from "../ticketTypes/WhenItems";
import { TEXTS } from "./texts";
import { askableOf, bodyOf, draftOf, type FieldDraft, type TypeDraft } from "./typeDraft";

export interface Editing {
  /** What it begins with. */
  from: FormTypeBody | null;
  /** Whether it is the unit's own. */
  own: boolean;
  /** Whether it is changed; else a new one is made. */
  known: boolean;
}

const KINDS = ["line", "paragraph", "number", "yuan", "day", "yesNo", "choice", "several", "staff"] as const;
const NEEDS = ["start", "close", "optional"] as const;
const LINKS = ["customer", "engineer", "ticket", "opportunity"];
const STEP_KINDS = ["action", "approval"];
const BY = ["worker", "leader", "other"];

interface TypeEditorProps {
  editing: Editing;
  unit: string;
  close: () => void;
}

interface Fields extends TypeDraft {
  own: boolean;
}

export function TypeEditor({ editing, unit, close }: TypeEditorProps) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const may = useMay();
  const mayProvince = useMayProvince();
  const own = useAct("issueFormType");
  const all = useAct("issueCommonFormType");
  const { from, known } = editing;
  const register = from?.register ?? "form";
  const begin = from === null ? { code: "", label: "", twoARow: true } : draftOf(from);
  const save = (fields: Fields) => {
    const body = bodyOf(fields, register, from?.reminders ?? []);
    const then = {
      onSuccess: () => {
        void message.success(texts.typeSaved);
        close();
      },
    };
    if (fields.own) own.mutate({ unit, body }, then);
    else all.mutate({ body }, then);
  };
  const failed = own.error ?? all.error;
  const askable = askableOf(Form.useWatch("fields", form) as FieldDraft[] | undefined);
  const kinds = STEP_KINDS.concat(register === "complaint" ? ["verdict"] : []);
  return (
    <Drawer
      open
      size={760}
      title={known ? `${texts.editType}${marks.colon}${from?.label ?? ""}` : texts.newType}
      onClose={close}
      extra={
        <Button type="primary" loading={own.isPending || all.isPending} onClick={() => form.submit()}>
          {texts.saveType}
        </Button>
      }
    >
      {failed === null ? null : <Failure error={failed} />}
      <Form<Fields>
        form={form}
        name="form-type"
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...begin, ...(known ? {} : { code: "" }), own: editing.own }}
        onFinish={save}
      >
        <Flex gap="middle" wrap>
          <Form.Item name="own" label={texts.scope}>
            <Radio.Group
              disabled={known}
              options={[
                { value: false, label: texts.common, disabled: !mayProvince("issueCommonFormType") },
                { value: true, label: texts.own, disabled: !may("issueFormType", unit) },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="code"
            label={texts.typeCode}
            extra={texts.typeCodeHelp}
            rules={[{ required: true, pattern: /^[A-Za-z][A-Za-z0-9]*$/, message: texts.typeCodeHelp }]}
          >
            <Input disabled={known} maxLength={30} />
          </Form.Item>
          <Form.Item
            name="label"
            label={texts.typeLabel}
            style={{ flex: 1, minWidth: 200 }}
            rules={[{ required: true, whitespace: true, message: texts.needed }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </Flex>
        <Flex gap="middle" wrap>
          <Form.Item name="links" label={texts.links}>
            <Checkbox.Group
              options={LINKS.map((value) => ({ value, label: word(language, `link.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="needed" label={texts.linkNeeded}>
            <Checkbox.Group
              options={LINKS.map((value) => ({ value, label: word(language, `link.${value}`) }))}
            />
          </Form.Item>
        </Flex>
        <Flex gap="large" wrap>
          <Form.Item name="ahead" valuePropName="checked">
            <Checkbox>{texts.ahead}</Checkbox>
          </Form.Item>
          <Form.Item name="tasks" valuePropName="checked">
            <Checkbox>{texts.keepsTasks}</Checkbox>
          </Form.Item>
        </Flex>
        <Typography.Title level={5}>{texts.fields}</Typography.Title>
        <FieldRows name={["fields"]} at={["fields"]} />
        <Typography.Title level={5}>{texts.checklist}</Typography.Title>
        <Rows name={["items"]} add={texts.addItem} title={texts.itemLabel}>
          {(place) => (
            <>
              <Flex gap="middle" wrap align="center">
                <NameItem name={[place, "label"]} label={texts.itemLabel} />
                <Form.Item name={[place, "byFile"]} valuePropName="checked" noStyle>
                  <Checkbox>{texts.byFile}</Checkbox>
                </Form.Item>
                <Form.Item name={[place, "mayNotApply"]} valuePropName="checked" noStyle>
                  <Checkbox>{texts.mayNotApply}</Checkbox>
                </Form.Item>
              </Flex>
              <WhenItems row={place} at={["items", place]} fields={askable} />
            </>
          )}
        </Rows>
        <Typography.Title level={5}>{texts.steps}</Typography.Title>
        <Rows name={["steps"]} add={texts.addStep} title={texts.stepLabel}>
          {(place) => (
            <>
              <Flex gap="middle" wrap align="center">
                <NameItem name={[place, "label"]} label={texts.stepLabel} />
                <Form.Item name={[place, "kind"]} label={texts.stepKind} initialValue="action">
                  <Select
                    style={{ width: 96 }}
                    options={kinds.map((value) => ({ value, label: word(language, `stepKind.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[place, "by"]} label={texts.stepBy} initialValue="worker">
                  <Select
                    style={{ width: 150 }}
                    options={BY.map((value) => ({ value, label: word(language, `stepBy.${value}`) }))}
                  />
                </Form.Item>
                <Form.Item name={[place, "within"]} label={texts.stepWithin}>
                  <InputNumber min={1} max={250} precision={0} style={{ width: 90 }} />
                </Form.Item>
              </Flex>
              <WhenItems row={place} at={["steps", place]} fields={askable} />
              <FieldRows name={[place, "fields"]} at={["steps", place, "fields"]} />
            </>
          )}
        </Rows>
        <Typography.Title level={5}>{texts.printLayout}</Typography.Title>
        <Form.Item name="twoARow" valuePropName="checked">
          <Checkbox>{texts.twoARow}</Checkbox>
        </Form.Item>
        <Form.Item name="signatures" label={texts.signatures}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
        <Form.Item name="note" label={texts.printNote}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

type Path = (string | number)[];

interface RowsProps {
  name: Path;
  add: string;
  title: string;
  children: (place: number) => ReactNode;
}

/** Parts in order: added, moved up, removed. */
function Rows({ name, add: words, title, children }: RowsProps) {
  const texts = usePick(TEXTS);
  return (
    <Form.List name={name}>
      {(rows, { add, remove, move }) => (
        <Flex vertical gap="small" style={{ marginBlockEnd: 16 }}>
          {rows.map(({ key, name: place }) => (
            <Card key={key} size="small" styles={{ body: { paddingBlock: 8 } }}>
              <Flex gap="small" align="flex-start">
                <div style={{ flex: 1, minWidth: 0 }}>
                  <Form.Item name={[place, "code"]} hidden>
                    <Input />
                  </Form.Item>
                  {children(place)}
                </div>
                <Button
                  size="small"
                  type="text"
                  disabled={place === 0}
                  icon={<ArrowUpOutlined aria-hidden />}
                  aria-label={`${texts.up} ${title} ${place + 1}`}
                  onClick={() => move(place, place - 1)}
                />
                <Button
                  size="small"
                  type="text"
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`${texts.remove} ${title} ${place + 1}`}
                  onClick={() => remove(place)}
                />
              </Flex>
            </Card>
          ))}
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            style={{ alignSelf: "flex-start" }}
            // Others may depend on it before it is saved.
            onClick={() => add({ code: newCode() })}
          >
            {words}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}

function NameItem({ name, label }: { name: Path; label: string }) {
  const texts = usePick(TEXTS);
  return (
    <Form.Item
      name={name}
      label={label}
      style={{ flex: 1, minWidth: 160 }}
      rules={[{ required: true, whitespace: true, message: texts.needed }]}
    >
      <Input maxLength={60} />
    </Form.Item>
  );
}

/** Fields of the form or of a step; `at` is the whole path of the list. */
function FieldRows({ name, at }: { name: Path; at: Path }) {
  const marks = useMarks();
  const texts = usePick(TEXTS);
  const askable = askableOf(Form.useWatch(at as never) as FieldDraft[] | undefined);
  return (
    <Rows name={name} add={texts.addField} title={texts.fieldLabel}>
      {(place) => (
        <>
          <Flex gap="middle" wrap align="center">
            <NameItem name={[place, "label"]} label={texts.fieldLabel} />
            <Form.Item name={[place, "kind"]} label={texts.fieldKind} initialValue="line">
              <Select
                style={{ width: 128 }}
                options={KINDS.map((value) => ({ value, label: texts.kinds[value] }))}
              />
            </Form.Item>
            <Form.Item name={[place, "need"]} label={texts.fieldNeed} initialValue="optional">
              <Select
                style={{ width: 104 }}
                options={NEEDS.map((value) => ({ value, label: texts.needs[value] }))}
              />
            </Form.Item>
          </Flex>
          <WhenItems row={place} at={[...at, place]} fields={askable.slice(0, place)} />
          <Form.Item name={[place, "hint"]} hidden>
            <Input />
          </Form.Item>
          <Form.Item noStyle shouldUpdate>
            {({ getFieldValue }) => {
              const kind = getFieldValue([...at, place, "kind"]) as string | undefined;
              if (kind === "choice" || kind === "several") {
                return (
                  <Form.Item
                    name={[place, "options"]}
                    label={texts.options}
                    rules={[{ required: true, whitespace: true, message: texts.needed }]}
                  >
                    <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
                  </Form.Item>
                );
              }
              const text = kind === "line" || kind === "paragraph" || kind === undefined;
              return text || kind === "number" || kind === "yuan" ? (
                <>
                  {text ? (
                    <Form.Item
                      name={[place, "personal"]}
                      valuePropName="checked"
                      style={{ marginBlockEnd: 0 }}
                    >
                      <Checkbox>{`${texts.personal}${marks.aside(texts.personalHelp)}`}</Checkbox>
                    </Form.Item>
                  ) : null}
                  <Form.Item
                    name={[place, "restricted"]}
                    valuePropName="checked"
                    style={{ marginBlockEnd: 0 }}
                  >
                    <Checkbox>{texts.restricted}</Checkbox>
                  </Form.Item>
                </>
              ) : null;
            }}
          </Form.Item>
        </>
      )}
    </Rows>
  );
}
