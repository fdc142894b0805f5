// 本机: what holds for this computer only.
import { Card, Form, Radio, Select, Typography } from "antd";
import { usePick } from "../../shared/pick";
import { type Appearance, useIdleMinutes, usePreference } from "../../shared/preference";
import { useSignedIn } from "../../shared/session";
import type { Language } from "../../shared/words";
import { TEXTS } from "./texts";

const APPEARANCES: Appearance[] = ["system", "light", "dark"];

export default function Computer() {
  const words = usePick(TEXTS).computer;
  const { language, setLanguage, appearance, setAppearance, texts } = usePreference();
  const [minutes, setMinutes, choices] = useIdleMinutes();
  const { status } = useSignedIn();
  return (
    <Card size="small" title={words.title} style={{ maxWidth: 560 }}>
      <Form layout="vertical">
        <Form.Item label={words.idle} htmlFor="idle" extra={words.idleHelp}>
          <Select
            id="idle"
            value={minutes}
            onChange={setMinutes}
            options={choices.map((value) => ({ value, label: words.minutes(value) }))}
            style={{ width: 220 }}
          />
        </Form.Item>
        <Form.Item label={texts.language}>
          <Radio.Group
            aria-label={texts.language}
            value={language}
            onChange={(event) => setLanguage(event.target.value as Language)}
            options={[
              { value: "zh-CN", label: "简体中文" },
              { value: "en", label: "English" },
            ]}
          />
        </Form.Item>
        <Form.Item label={texts.appearance.title}>
          <Radio.Group
            aria-label={texts.appearance.title}
            value={appearance}
            onChange={(event) => setAppearance(event.target.value as Appearance)}
            options={APPEARANCES.map((value) => ({ value, label: texts.appearance[value] }))}
          />
        </Form.Item>
        <Form.Item label={words.folder} extra={words.folderHelp} style={{ marginBlockEnd: 0 }}>
          <Typography.Text code copyable style={{ overflowWrap: "anywhere" }}>
            {status.dir}
          </Typography.Text>
        </Form.Item>
      </Form>
    </Card>
  );
}
