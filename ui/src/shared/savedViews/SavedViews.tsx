// The user's own views of a list: kept under a name, chosen again, changed, thrown away.
import { DeleteOutlined, StarOutlined } from "@ant-design/icons";
import { Button, Flex, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { usePick } from "../pick";
import { useTexts } from "../preference";
import { useWhose } from "../session";
import { VIEW_TEXTS } from "./texts";
import { keepViews, LONGEST_NAME, type ReadFilter, readViews, viewOf, withView } from "./views";

interface SavedViewsProps<Filter> {
  /** Which list's they are. */
  name: string;
  filter: Filter;
  /** Reads what was kept. */
  read: ReadFilter<Filter>;
  /** What the core is asked for: two filters that ask for the same are the same view. */
  request: (filter: Filter) => unknown;
  show: (filter: Filter) => void;
}

export function SavedViews<Filter>({ name: of, filter, read, request, show }: SavedViewsProps<Filter>) {
  const texts = usePick(VIEW_TEXTS);
  const { cancel } = useTexts();
  const key = useWhose(of);
  const [views, setViews] = useState(() => readViews(key, read));
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const shown = viewOf(views, filter, request);
  const keep = (next: typeof views) => {
    keepViews(key, next);
    setViews(next);
  };
  const save = () => {
    if (name.trim() === "") return;
    keep(withView(views, name, filter));
    setNaming(false);
  };
  return (
    <Flex gap={4} align="center">
      {views.length === 0 ? null : (
        <Select
          aria-label={texts.title}
          placeholder={texts.title}
          value={shown?.name ?? null}
          onChange={(chosen: string) => {
            const view = views.find((one) => one.name === chosen);
            if (view !== undefined) show(view.filter);
          }}
          options={views.map((view) => ({ value: view.name, label: view.name }))}
          popupMatchSelectWidth={false}
          style={{ width: 132 }}
        />
      )}
      {shown === undefined ? (
        <Button
          icon={<StarOutlined aria-hidden />}
          onClick={() => {
            setName("");
            setNaming(true);
          }}
        >
          {texts.save}
        </Button>
      ) : (
        <Button
          icon={<DeleteOutlined aria-hidden />}
          aria-label={texts.remove(shown.name)}
          title={texts.remove(shown.name)}
          onClick={() => keep(views.filter((view) => view.name !== shown.name))}
        />
      )}
      <Modal
        open={naming}
        title={texts.save}
        okText={texts.keep}
        cancelText={cancel}
        okButtonProps={{ disabled: name.trim() === "" }}
        onOk={save}
        onCancel={() => setNaming(false)}
        destroyOnHidden
      >
        <Form layout="vertical" onFinish={save}>
          <Form.Item label={texts.name} extra={texts.help}>
            <Input
              aria-label={texts.name}
              value={name}
              maxLength={LONGEST_NAME}
              autoFocus
              onChange={(event) => setName(event.target.value)}
            />
          </Form.Item>
        </Form>
      </Modal>
    </Flex>
  );
}
