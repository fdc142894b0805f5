// One file that is to be filed: what it is called, what it is, and more where that is wanted.
import { Alert, Button, Card, DatePicker, Flex, Input, Select, Typography } from "antd";
import dayjs from "dayjs";
import { type ReactNode, useState } from "react";
import type { DocumentFormView } from "../../bindings/bindings";
import { useMarks } from "../../shared/marks";
import { usePick } from "../../shared/pick";
import { usePreference } from "../../shared/preference";
import { sizeText, word } from "../../shared/words";
import type { FileToFile } from "./fileRows";
import { TEXTS } from "./texts";

interface FileRowProps {
  row: FileToFile;
  form: DocumentFormView | undefined;
  /** Why it cannot be filed, in words. */
  fault: string | null;
  change: (next: Partial<FileToFile>) => void;
  remove: ReactNode;
}

export function FileRow({ row, form, fault, change, remove }: FileRowProps) {
  const texts = usePick(TEXTS);
  const { language } = usePreference();
  const marks = useMarks();
  const [more, setMore] = useState(false);
  const categories = form?.categories ?? [];
  const kinds = categories.find(({ code }) => code === row.category)?.kinds ?? [];
  const expected = row.number !== "" && row.stage === row.proposedStage;
  const label = (what: string) => `${what} ${row.name}`;
  return (
    <Card size="small" styles={{ body: { padding: 10 } }}>
      <Flex vertical gap={8}>
        <Flex gap="small" justify="space-between" align="flex-start">
          <Typography.Text style={{ overflowWrap: "anywhere", minWidth: 0 }}>
            {row.name}{" "}
            {row.fault === null ? (
              <Typography.Text type="secondary">{sizeText(row.bytes)}</Typography.Text>
            ) : null}
          </Typography.Text>
          {remove}
        </Flex>
        {fault === null ? null : <Alert type="error" showIcon title={fault} />}
        {row.fault !== null ? null : (
          <>
            <Input
              aria-label={label(texts.title)}
              placeholder={texts.title}
              maxLength={150}
              status={row.title.trim() === "" ? "error" : ""}
              value={row.title}
              onChange={({ target }) => change({ title: target.value })}
            />
            <Flex wrap gap="small" align="center">
              <Select
                aria-label={label(texts.category)}
                value={row.category}
                onChange={(category: string) => change({ category, kind: null })}
                options={categories.map(({ code, name }) => ({ value: code, label: name }))}
                style={{ width: 120 }}
              />
              <Select
                aria-label={label(texts.kind)}
                value={row.kind ?? ""}
                onChange={(kind: string) => change({ kind: kind === "" ? null : kind })}
                options={[
                  { value: "", label: texts.noKind },
                  ...kinds.map(({ code, name }) => ({ value: code, label: name })),
                ]}
                popupMatchSelectWidth={false}
                style={{ width: 170 }}
              />
              <Select
                aria-label={label(texts.stage)}
                value={row.stage}
                onChange={(stage: string) => change({ stage })}
                options={(form?.stages ?? []).map(({ code, name }) => ({
                  value: code,
                  label: `${code} ${name}`,
                }))}
                popupMatchSelectWidth={false}
                style={{ width: 190 }}
              />
              <Typography.Text type="secondary">
                {expected ? `${texts.number} ${row.number}` : texts.numberLater}
              </Typography.Text>
              <Button type="link" size="small" aria-expanded={more} onClick={() => setMore(!more)}>
                {more ? texts.less : texts.more}
              </Button>
            </Flex>
            {more ? (
              <Flex wrap gap="small" align="center">
                <Select
                  aria-label={label(texts.secrecy)}
                  value={row.secrecy}
                  onChange={(secrecy: string) => change({ secrecy })}
                  options={(form?.secrecies ?? []).map((code) => ({
                    value: code,
                    label: word(language, `secrecy.${code}`),
                  }))}
                  style={{ width: 120 }}
                />
                <DatePicker
                  aria-label={label(texts.validUntilItem)}
                  placeholder={texts.validUntilItem}
                  value={row.validUntil === null ? null : dayjs(row.validUntil)}
                  onChange={(day) => change({ validUntil: day?.format("YYYY-MM-DD") ?? null })}
                  style={{ width: 170 }}
                />
                <Select
                  aria-label={label(texts.tags)}
                  mode="tags"
                  open={false}
                  suffixIcon={null}
                  placeholder={`${texts.tags}${marks.comma}${texts.tagsHelp}`}
                  value={row.tags}
                  onChange={(tags: string[]) => change({ tags })}
                  tokenSeparators={["，", ",", "、"]}
                  style={{ flex: 1, minWidth: 220 }}
                />
                <Input.TextArea
                  aria-label={label(texts.note)}
                  placeholder={texts.note}
                  autoSize={{ minRows: 1, maxRows: 5 }}
                  maxLength={1000}
                  value={row.note}
                  onChange={({ target }) => change({ note: target.value })}
                />
              </Flex>
            ) : null}
          </>
        )}
      </Flex>
    </Card>
  );
}
