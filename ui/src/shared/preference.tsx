// Language and appearance: what the user chose on this computer. No business act, so it stays with the page.
import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from "react";
import { en } from "./texts/en";
import { type Texts, zhCN } from "./texts/zh-CN";
import type { Language } from "./words";

export type Appearance = "system" | "light" | "dark";

interface Preference {
  language: Language;
  setLanguage: (language: Language) => void;
  appearance: Appearance;
  setAppearance: (appearance: Appearance) => void;
  /** What the appearance comes to now. */
  dark: boolean;
  texts: Texts;
}

const PreferenceContext = createContext<Preference | null>(null);
const DARK = "(prefers-color-scheme: dark)";

function useKept<T extends string>(key: string, choices: readonly T[]): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = localStorage.getItem(key);
    return choices.find((choice) => choice === kept) ?? (choices[0] as T);
  });
  const keep = (next: T) => {
    localStorage.setItem(key, next);
    setValue(next);
  };
  return [value, keep];
}

export function PreferenceProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useKept<Language>("language", ["zh-CN", "en"]);
  const [appearance, setAppearance] = useKept<Appearance>("appearance", ["system", "light", "dark"]);
  const [systemDark, setSystemDark] = useState(() => window.matchMedia(DARK).matches);

  useEffect(() => {
    const query = window.matchMedia(DARK);
    const hear = () => setSystemDark(query.matches);
    query.addEventListener("change", hear);
    return () => query.removeEventListener("change", hear);
  }, []);

  const dark = appearance === "system" ? systemDark : appearance === "dark";
  const texts = language === "en" ? en : zhCN;

  // Before the first picture, which else would be of the other appearance.
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dataset["appearance"] = dark ? "dark" : "light";
    document.documentElement.style.colorScheme = dark ? "dark" : "light";
    document.title = texts.product;
  }, [language, dark, texts]);

  const preference = useMemo(
    () => ({ language, setLanguage, appearance, setAppearance, dark, texts }),
    [language, setLanguage, appearance, setAppearance, dark, texts],
  );
  return <PreferenceContext value={preference}>{children}</PreferenceContext>;
}

export function usePreference(): Preference {
  const preference = useContext(PreferenceContext);
  if (preference === null) throw new Error("no preference around this component");
  return preference;
}

export function useTexts(): Texts {
  return usePreference().texts;
}

const IDLE = ["15", "30", "60", "0"] as const;

/** Minutes without a sign of life after which one is signed out; 0 for never. With the choices there are. */
export function useIdleMinutes(): [number, (minutes: number) => void, number[]] {
  const [kept, keep] = useKept("idleMinutes", IDLE);
  return [Number(kept), (minutes) => keep(String(minutes) as (typeof IDLE)[number]), IDLE.map(Number)];
}
