// The user's own views of the list: kept under a name, chosen again, changed, thrown away.
import { DeleteOutlined, StarOutlined } from "@ant-design/icons";
import { Button, Flex, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useWhose } from "../../shared/session";
import { keepViews, LONGEST_NAME, readViews, type TicketFilter, viewOf, withView } from "./filter";
import { OUT } from "./outTexts";

interface SavedViewsProps {
  filter: TicketFilter;
  show: (filter: TicketFilter) => void;
}

export function SavedViews({ filter, show }: SavedViewsProps) {
  const texts = usePick(OUT).views;
  const { cancel } = useTexts();
  const key = useWhose("tickets.views");
  const [views, setViews] = useState(() => readViews(key));
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState("");
  const shown = viewOf(views, filter);
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
