// The stages of a way and who sits there, as the user changes them.
import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Flex, Form, Input, Select } from "antd";
import type { CandidateView } from "../../bindings/bindings";
import { usePick } from "../../shared/pick";
import { candidateOptions } from "./candidates";
import { TEXTS } from "./texts";

export interface SeatFields {
  post: string;
  account?: string | null;
  person?: string;
}

export interface StageFields {
  name: string;
  kind: string;
  mode: string;
  meeting?: boolean;
  seats: SeatFields[];
}

export function StagesItem({ candidates }: { candidates: CandidateView[] }) {
  const texts = usePick(TEXTS);
  return (
    <Form.List name="stages">
      {(stages, { add, remove }) => (
        <Flex vertical gap="small">
          {stages.map(({ key, name }) => (
            <Stage key={key} place={name} candidates={candidates} remove={() => remove(name)} />
          ))}
          <Button
            size="small"
            icon={<PlusOutlined aria-hidden />}
            style={{ alignSelf: "flex-start" }}
            onClick={() => add({ name: "", kind: "review", mode: "inOrder", seats: [{ post: "" }] }, 0)}
          >
            {texts.addStage}
          </Button>
        </Flex>
      )}
    </Form.List>
  );
}

interface StageProps {
  place: number;
  candidates: CandidateView[];
  remove: () => void;
}

function Stage({ place, candidates, remove }: StageProps) {
  const texts = usePick(TEXTS);
  const kind = Form.useWatch<string | undefined>(["stages", place, "kind"]);
  const options = (all: Record<string, string>) =>
    Object.entries(all).map(([value, label]) => ({ value, label }));
  const item = { style: { marginBlockEnd: 4 } };
  return (
    <Flex vertical gap={4}>
      <Flex gap="small" wrap align="flex-start">
        <Form.Item
          {...item}
          name={[place, "name"]}
          rules={[{ required: true, whitespace: true, message: texts.stageNameNeeded }]}
        >
          <Input aria-label={`${place + 1} ${texts.stageName}`} maxLength={40} style={{ width: 190 }} />
        </Form.Item>
        <Form.Item {...item} name={[place, "kind"]}>
          <Select
            aria-label={`${place + 1} ${texts.kind}`}
            options={options(texts.kinds)}
            style={{ width: 100 }}
          />
        </Form.Item>
        <Form.Item {...item} name={[place, "mode"]}>
          <Select
            aria-label={`${place + 1} ${texts.mode}`}
            options={options(texts.modes)}
            style={{ width: 110 }}
          />
        </Form.Item>
        {kind === "final" ? (
          <Form.Item {...item} name={[place, "meeting"]} valuePropName="checked">
            <Checkbox>{texts.isMeeting}</Checkbox>
          </Form.Item>
        ) : null}
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={texts.removeStage(place + 1)}
          onClick={remove}
        />
      </Flex>
      <Form.List name={[place, "seats"]}>
        {(seats, { add, remove: leave }) => (
          <Flex vertical gap={2} style={{ paddingInlineStart: 20 }}>
            {seats.map(({ key, name }) => (
              <Flex key={key} gap="small" wrap align="flex-start">
                <Form.Item
                  {...item}
                  name={[name, "post"]}
                  rules={[{ required: true, whitespace: true, message: texts.postNeeded }]}
                >
                  <Input
                    aria-label={`${place + 1}.${name + 1} ${texts.post}`}
                    placeholder={texts.post}
                    maxLength={40}
                    style={{ width: 140 }}
                  />
                </Form.Item>
                <Form.Item {...item} name={[name, "account"]}>
                  <Select
                    aria-label={`${place + 1}.${name + 1} ${texts.account}`}
                    allowClear
                    showSearch={{ optionFilterProp: "label" }}
                    placeholder={texts.account}
                    popupMatchSelectWidth={false}
                    options={candidateOptions(
                      kind === "publish" ? candidates : candidates.filter(({ judges }) => judges),
                    )}
                    style={{ width: 180 }}
                  />
                </Form.Item>
                <Person stage={place} seat={name} />
                {seats.length < 2 ? null : (
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={texts.removeSeat(place + 1, name + 1)}
                    onClick={() => leave(name)}
                  />
                )}
              </Flex>
            ))}
            <Button
              size="small"
              type="link"
              icon={<PlusOutlined aria-hidden />}
              style={{ alignSelf: "flex-start", paddingInline: 0 }}
              onClick={() => add({ post: "" })}
            >
              {texts.addSeat}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Flex>
  );
}

/** A name, where no account is chosen. */
function Person({ stage, seat }: { stage: number; seat: number }) {
  const texts = usePick(TEXTS);
  const account = Form.useWatch<string | null | undefined>(["stages", stage, "seats", seat, "account"]);
  if (account !== null && account !== undefined) return null;
  return (
    <Form.Item name={[seat, "person"]} style={{ marginBlockEnd: 4 }}>
      <Input
        aria-label={`${stage + 1}.${seat + 1} ${texts.person}`}
        placeholder={texts.person}
        maxLength={50}
        style={{ width: 180 }}
      />
    </Form.Item>
  );
}
