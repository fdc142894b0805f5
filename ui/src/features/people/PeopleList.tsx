// 人员: everybody, those who are awaited, those whose papers are not complete, and who was here in a month.
import { FilePdfOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Flex, Segmented, Space } from "antd";
import { useState } from "react";
import { useExport } from "../../shared/files/useExport";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useMay } from "../../shared/session";
import { useToday } from "../../shared/today";
import { useRead } from "../../shared/useCase";
import { ExportButton } from "../settings/ExportButton";
import { ImportLink } from "../settings/ImportLink";
import { AnnounceDialog, useAnnouncingUnits } from "./AnnounceDialog";
import { Awaited } from "./Awaited";
import { Everybody } from "./Everybody";
import { HeadCounts } from "./HeadCounts";
import { MISSING_REQUEST, Missing } from "./Missing";
import { TEXTS } from "./texts";

type View = "all" | "awaited" | "missing" | "months";

/** Where the view is kept while one looks at a person and comes back. */
const VIEW = "people.view";

export default function PeopleList() {
  const words = usePick(TEXTS).list;
  const announce = usePick(TEXTS).announce;
  const [view, setView] = useState<View>(() => (sessionStorage.getItem(VIEW) as View | null) ?? "all");
  const [announcing, setAnnouncing] = useState(false);
  const awaited = useRead("announcedPeople", {});
  const missing = useRead("missingPapers", MISSING_REQUEST);
  const mayAnnounce = useAnnouncingUnits().length > 0;
  const show = (chosen: View) => {
    sessionStorage.setItem(VIEW, chosen);
    setView(chosen);
  };
  return (
    <Flex vertical gap="small">
      <Flex wrap align="center" justify="space-between" gap="small">
        <Segmented
          aria-label={words.view}
          value={view}
          onChange={show}
          options={[
            { value: "all" as const, label: words.all },
            { value: "awaited" as const, label: words.awaited(awaited.data?.length ?? 0) },
            { value: "missing" as const, label: words.missing(missing.data?.found ?? 0) },
            { value: "months" as const, label: words.months },
          ]}
        />
        <Space wrap>
          <ImportLink />
          <ExportButton kind="people" />
          <Register />
          {mayAnnounce ? (
            <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAnnouncing(true)}>
              {announce.act}
            </Button>
          ) : null}
        </Space>
      </Flex>
      {view === "all" ? (
        <Everybody />
      ) : view === "awaited" ? (
        <Awaited found={awaited} />
      ) : view === "missing" ? (
        <Missing />
      ) : (
        <HeadCounts />
      )}
      {announcing ? <AnnounceDialog onClose={() => setAnnouncing(false)} /> : null}
    </Flex>
  );
}

/** 人员名册 of the units that the account may see, as a PDF. */
function Register() {
  const all = usePick(TEXTS);
  const may = useMay();
  const today = useToday();
  const { units } = useInView();
  const { save, isPending } = useExport("makePersonnelRegister");
  if (!may("makePersonnelRegister") || units.length === 0) return null;
  return (
    <Button
      icon={<FilePdfOutlined aria-hidden />}
      loading={isPending}
      onClick={() =>
        void save({
          title: all.list.registerTitle,
          kind: { name: all.pdf, extensions: ["pdf"] },
          proposed: all.list.registerName(today),
          request: (out) => ({ out, units: [], gone: false }),
        })
      }
    >
      {all.list.register}
    </Button>
  );
}
