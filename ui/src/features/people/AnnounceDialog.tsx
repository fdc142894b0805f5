// 登记到岗, for the first time or again after having left; and changing what is known of a person.
import { Form, Input, Select } from "antd";
import { useNavigate } from "react-router";
import { ActDialog } from "../../shared/act/ActDialog";
import { DayItem } from "../../shared/DayItem";
import { useInView } from "../../shared/inView";
import { usePick } from "../../shared/pick";
import { useTexts } from "../../shared/preference";
import { useMay } from "../../shared/session";
import { useAct } from "../../shared/useCase";
import type { Person } from "./person";
import { type PersonFields, PersonItems, personOf } from "./PersonItems";
import { TEXTS } from "./texts";

interface Fields extends PersonFields {
  staffNo: string;
  unit: string;
  expectedOn: string;
}

/** Units in which the account may announce somebody. */
export function useAnnouncingUnits() {
  const { units } = useInView();
  const may = useMay();
  return units.filter(({ code }) => may("announceArrival", code));
}

export function AnnounceDialog({ again, onClose }: { again?: Person; onClose: () => void }) {
  const words = usePick(TEXTS).announce;
  const texts = useTexts();
  const navigate = useNavigate();
  const units = useAnnouncingUnits();
  const { unit } = useInView();
  const here = units.some(({ code }) => code === unit) ? unit : units[0]?.code;
  const act = useAct("announceArrival");
  const needed = [{ required: true, whitespace: true, message: texts.needed }];
  return (
    <ActDialog
      name={again === undefined ? "announce" : `return.${again.staffNo}`}
      title={again === undefined ? words.act : words.again}
      says={again === undefined ? words.help : words.againHelp(again.name)}
      act={act}
      initial={{
        ...(here === undefined ? {} : { unit: here }),
        ...(again === undefined ? {} : { staffNo: again.staffNo, ...known(again) }),
      }}
      beside={{
        badStaffNo: "staffNo",
        announcedElsewhere: "unit",
        membershipOverlaps: "expectedOn",
        nameLength: "name",
      }}
      request={({ staffNo, unit, expectedOn, ...person }: Fields) => ({
        staffNo: staffNo.trim(),
        unit,
        expectedOn,
        ...personOf(person),
      })}
      done={(_, { staffNo }) => {
        if (again === undefined) void navigate(`/people/${staffNo.trim()}`);
        return again === undefined ? words.done : words.againDone;
      }}
      onClose={onClose}
    >
      <Form.Item name="staffNo" label={words.staffNo} rules={needed} hidden={again !== undefined}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="unit" label={words.unit} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <DayItem name="expectedOn" label={words.expectedOn} />
      <PersonItems />
    </ActDialog>
  );
}

export function EditDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const words = usePick(TEXTS).edit;
  return (
    <ActDialog
      name={`person.${person.staffNo}`}
      title={words.act}
      act={useAct("recordPerson")}
      initial={known(person)}
      beside={{ nameLength: "name" }}
      request={(fields: PersonFields) => {
        // A post is never taken away.
        const { post, ...rest } = personOf(fields);
        return { staffNo: person.staffNo, ...rest, ...(post === "" ? {} : { post }) };
      }}
      done={words.done}
      onClose={onClose}
    >
      <PersonItems />
    </ActDialog>
  );
}

function known({ name, post, phone, contact, skills }: Person): PersonFields {
  return { name, post, phone, contact, skills };
}
