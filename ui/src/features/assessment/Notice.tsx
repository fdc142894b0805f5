// 考核通报: the ranking of the quarter's units as a PDF, a Word file or a workbook, for the OA.
import { NotificationOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { useExport } from "../../shared/files/useExport";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { quarterName } from "../../shared/quarter";
import { useMayProvince } from "../../shared/session";
import { BOARD_TEXTS } from "./boardTexts";

export function Notice() {
  const texts = useTexts();
  const words = usePick(BOARD_TEXTS);
  const { quarter } = useInView();
  const { save, isPending } = useExport("rankingNotice");
  if (!useMayProvince()("rankingNotice")) return null;
  const make = (format: string) =>
    save({
      title: words.noticeHelp,
      kind: { name: words.noticeKinds[format] ?? format, extensions: [format] },
      proposed: `${quarterName(texts, quarter)}${words.notice}.${format}`,
      request: (out) => ({ quarter, out, format }),
    });
  return (
    <Dropdown
      trigger={["click"]}
      menu={{
        items: [
          { key: "pdf", label: words.noticePdf },
          { key: "docx", label: words.noticeWord },
          { key: "xlsx", label: words.noticeExcel },
        ],
        onClick: ({ key }) => void make(key),
      }}
    >
      <Button icon={<NotificationOutlined />} loading={isPending}>
        {words.notice}
      </Button>
    </Dropdown>
  );
}
