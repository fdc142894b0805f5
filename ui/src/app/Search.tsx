// 搜索 (Ctrl+K): screens and commands, units, people, quarters, opportunities, customers, tickets; chosen by keyboard or mouse.
import { SearchOutlined } from "@ant-design/icons";
import { Button, Modal, Typography, theme } from "antd";
import { Command } from "cmdk";
import { useEffect, useState } from "react";
import { useNavigate } from "react-router";
import { useFoundPeople } from "../shared/foundPeople";
import { useInView } from "../shared/inView";
import { useTexts } from "../shared/preference";
import { quarterName } from "../shared/quarter";
import { useMay } from "../shared/session";
import { linkOf, useScreens } from "./screens";
import { useFoundRecords } from "./useFoundRecords";

/** People shown at most; who wants more types more. */
const SHOWN = 30;

export function Search() {
  const texts = useTexts();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        setShown((before) => !before);
      }
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
  return (
    <>
      <Button icon={<SearchOutlined />} onClick={() => setShown(true)} aria-keyshortcuts="Control+K">
        {texts.search.open} <Typography.Text type="secondary">Ctrl+K</Typography.Text>
      </Button>
      <Modal
        open={shown}
        onCancel={() => setShown(false)}
        footer={null}
        closable={false}
        mask={{ closable: true }}
        title={texts.search.open}
        destroyOnHidden
        width={560}
        style={{ top: 80 }}
      >
        <Finder close={() => setShown(false)} />
      </Modal>
    </>
  );
}

function Finder({ close }: { close: () => void }) {
  const texts = useTexts();
  const { token } = theme.useToken();
  const navigate = useNavigate();
  const may = useMay();
  const screens = useScreens();
  const { units, setUnit, quarters, setQuarter } = useInView();
  const [typed, setTyped] = useState("");
  const { people, looking } = useFoundPeople(typed, SHOWN, may("people") && typed.trim() !== "");
  const records = useFoundRecords(typed);
  const go = (path: string, first?: () => void) => () => {
    first?.();
    navigate(path);
    close();
  };
  const unitNames = new Map(units.map(({ code, name }) => [code, name]));
  // Whoever came back to a unit is there once.
  const places = new Map(people.map((person) => [`${person.staffNo} ${person.unit}`, person]));
  return (
    <Command
      label={texts.search.open}
      className="finder"
      style={
        { "--chosen": token.controlItemBgActive, "--quiet": token.colorTextSecondary } as React.CSSProperties
      }
    >
      <Command.Input autoFocus value={typed} onValueChange={setTyped} placeholder={texts.search.hint} />
      <Command.List>
        <Command.Empty>
          {looking || records.some((group) => group.looking) ? texts.search.looking : texts.search.none}
        </Command.Empty>
        <Command.Group heading={texts.search.screens}>
          {screens.map((screen) => (
            <Command.Item
              key={screen.key}
              value={`${texts.screens[screen.key].name} ${screen.key}`}
              onSelect={go(linkOf(screen))}
            >
              {screen.icon} {texts.screens[screen.key].name}
              <small>{texts.screens[screen.key].does}</small>
            </Command.Item>
          ))}
        </Command.Group>
        <Command.Group heading={texts.search.quarters}>
          {quarters.map(({ quarter }) => (
            <Command.Item
              key={quarter}
              value={`${quarter} ${quarterName(texts, quarter)}`}
              onSelect={go("/settlement", () => setQuarter(quarter))}
            >
              {quarterName(texts, quarter)}
            </Command.Item>
          ))}
        </Command.Group>
        {/* Records only once something is typed: thousands of people are no list to look through. */}
        {typed.trim() === "" ? null : (
          <>
            <Command.Group heading={texts.search.units}>
              {units.map(({ code, name }) => (
                <Command.Item
                  key={code}
                  value={`${name} ${code}`}
                  onSelect={go("/scoring", () => setUnit(code))}
                >
                  {name} <small>{code}</small>
                </Command.Item>
              ))}
            </Command.Group>
            <Command.Group heading={texts.search.people}>
              {[...places].map(([place, { staffNo, name, unit, post, phone }]) => (
                <Command.Item
                  key={place}
                  value={`${name} ${place}`}
                  // Whatever the program finds a person by, this list has to find again.
                  keywords={[unitNames.get(unit), post, phone].filter((text) => typeof text === "string")}
                  onSelect={go(`/people/${staffNo}`)}
                >
                  {name} <small>{`${staffNo} · ${unitNames.get(unit) ?? unit}`}</small>
                </Command.Item>
              ))}
            </Command.Group>
            {records.map(({ kind, found }) => (
              <Command.Group key={kind} heading={texts.screens[kind].name}>
                {found.map(({ number, name, beside }) => (
                  <Command.Item
                    key={number}
                    value={`${name} ${number}`}
                    keywords={beside === null ? [] : [beside]}
                    onSelect={go(`/${kind}/${encodeURIComponent(number)}`)}
                  >
                    {name} <small>{beside === null ? number : `${number} · ${beside}`}</small>
                  </Command.Item>
                ))}
              </Command.Group>
            ))}
            {may("findWords") ? (
              <Command.Group forceMount heading={texts.screens.find.name}>
                <Command.Item
                  forceMount
                  value={`find ${typed}`}
                  onSelect={go(`/find?words=${encodeURIComponent(typed.trim())}`)}
                >
                  {texts.search.inTexts(typed.trim())}
                </Command.Item>
              </Command.Group>
            ) : null}
          </>
        )}
      </Command.List>
    </Command>
  );
}
