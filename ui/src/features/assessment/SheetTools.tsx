// The line above the sheet: the way of entering, one step back, the draft, and what is still to be done.
import { RedoOutlined, UndoOutlined } from "@ant-design/icons";
import { Button, Flex, Popconfirm, Segmented, Tag, Typography } from "antd";
import { usePick } from "../../shared/pick";
import type { Rubric } from "./rubric";
import type { Mode } from "./sheet";
import { TEXTS } from "./texts";
import type { Sheet } from "./useSheet";

export interface Todo {
  left: number;
  wrong: number;
  reasonless: number;
  /** The first person concerned. */
  first: string | null;
}

interface SheetToolsProps {
  sheet: Sheet;
  rubric: Rubric;
  /** Whether anything can be typed at all. */
  typing: boolean;
  todo: Todo;
  /** What to say where nothing is left to do. */
  done: string;
  onGo: (staffNo: string) => void;
}

export function SheetTools({ sheet, rubric, typing, todo, done, onGo }: SheetToolsProps) {
  const words = usePick(TEXTS);
  const modes: Mode[] =
    rubric.items.length === 0
      ? ["total"]
      : ["points", "deductions", ...(rubric.totalAllowed ? (["total"] as const) : [])];
  const { first } = todo;
  const nothing = todo.left + todo.wrong + todo.reasonless === 0;
  return (
    <Flex vertical gap={6}>
      <Flex wrap align="center" gap="small">
        {typing && modes.length > 1 ? (
          <Segmented<Mode>
            aria-label={words.mode}
            value={sheet.mode}
            onChange={sheet.setMode}
            options={modes.map((mode) => ({ value: mode, label: words.modes[mode] }))}
          />
        ) : null}
        {typing ? (
          <>
            <Button
              type="text"
              icon={<UndoOutlined />}
              disabled={sheet.undo === null}
              aria-label={words.undo}
              title={words.undo}
              onClick={() => sheet.undo?.()}
            />
            <Button
              type="text"
              icon={<RedoOutlined />}
              disabled={sheet.redo === null}
              aria-label={words.redo}
              title={words.redo}
              onClick={() => sheet.redo?.()}
            />
            <Typography.Text type={sheet.keeping === "failed" ? "danger" : "secondary"} role="status">
              {words.keep[sheet.keeping]}
            </Typography.Text>
            {sheet.hasDraft ? (
              <Popconfirm
                title={words.discardAsk}
                description={words.discardHelp}
                okText={words.discard}
                cancelText={words.cancel}
                onConfirm={() => sheet.discard(true)}
              >
                <Button type="link" size="small" style={{ paddingInline: 4 }}>
                  {words.discard}
                </Button>
              </Popconfirm>
            ) : null}
          </>
        ) : null}
        <Flex wrap align="center" gap={4} style={{ marginInlineStart: "auto" }}>
          {todo.left > 0 ? <Tag style={{ marginInlineEnd: 0 }}>{words.left(todo.left)}</Tag> : null}
          {todo.wrong > 0 ? (
            <Tag color="red" style={{ marginInlineEnd: 0 }}>
              {words.wrong(todo.wrong)}
            </Tag>
          ) : null}
          {todo.reasonless > 0 ? (
            <Tag color="orange" style={{ marginInlineEnd: 0 }}>
              {words.reasonless(todo.reasonless)}
            </Tag>
          ) : null}
          {first !== null ? (
            <Button type="link" size="small" onClick={() => onGo(first)}>
              {words.goThere}
            </Button>
          ) : null}
          {nothing && done !== "" ? (
            <Tag color="green" style={{ marginInlineEnd: 0 }}>
              {done}
            </Tag>
          ) : null}
        </Flex>
      </Flex>
      {typing ? (
        <Typography.Text type="secondary" style={{ fontSize: 12 }}>
          {[
            words.modeHelp[sheet.mode],
            ...(sheet.mode === "total" ? [] : [words.shortcut]),
            words.rubric(rubric.label, rubric.version),
          ].join(" ")}
        </Typography.Text>
      ) : null}
    </Flex>
  );
}
