// The page before anybody is signed in: the program's name, language and appearance, and the way in below. It is what the program shows
// first, so it is made of what every browser has; all else comes behind it.
import type { ReactNode } from "react";
import { type Appearance, usePreference } from "../shared/preference";
import type { Language } from "../shared/words";
import { Brand } from "./Brand";
import "./plain.css";

const LANGUAGES: Record<Language, string> = { "zh-CN": "简体中文", en: "English" };
const APPEARANCES: Appearance[] = ["system", "light", "dark"];

export function PlainPage({ children }: { children: ReactNode }) {
  const { language, setLanguage, appearance, setAppearance, texts } = usePreference();
  return (
    <div className="plain">
      <header>
        <Brand />
        <span className="plain-slogan">{texts.slogan}</span>
        <select
          aria-label={texts.language}
          title={texts.language}
          value={language}
          onChange={(event) => setLanguage(event.target.value as Language)}
        >
          {Object.entries(LANGUAGES).map(([key, name]) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label={texts.appearance.title}
          title={texts.appearance.title}
          value={appearance}
          onChange={(event) => setAppearance(event.target.value as Appearance)}
        >
          {APPEARANCES.map((key) => (
            <option key={key} value={key}>
              {texts.appearance[key]}
            </option>
          ))}
        </select>
      </header>
      <main>{children}</main>
    </div>
  );
}
