// Language and appearance, in the frame's corner.
import { BulbOutlined, GlobalOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { type Appearance, usePreference } from "../shared/preference";
import type { Language } from "../shared/words";

const LANGUAGES: { key: Language; label: string }[] = [
  { key: "zh-CN", label: "简体中文" },
  { key: "en", label: "English" },
];

export function PreferenceMenus() {
  const { language, setLanguage, appearance, setAppearance, texts } = usePreference();
  const appearances: Appearance[] = ["system", "light", "dark"];
  return (
    <>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: LANGUAGES,
          selectable: true,
          selectedKeys: [language],
          onClick: ({ key }) => setLanguage(key as Language),
        }}
      >
        <Button type="text" icon={<GlobalOutlined />} aria-label={texts.language} title={texts.language} />
      </Dropdown>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: appearances.map((key) => ({ key, label: texts.appearance[key] })),
          selectable: true,
          selectedKeys: [appearance],
          onClick: ({ key }) => setAppearance(key as Appearance),
        }}
      >
        <Button
          type="text"
          icon={<BulbOutlined />}
          aria-label={texts.appearance.title}
          title={texts.appearance.title}
        />
      </Dropdown>
    </>
  );
}
