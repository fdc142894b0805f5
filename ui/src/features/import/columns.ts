// Other people's column names: what a refusal says about them, which of ours each may mean, and what is remembered.
import type { AppError } from "../../bindings/bindings";

/** Their heading → ours; `null` leaves the column out. */
export type ColumnMap = Record<string, string | null>;

export interface ColumnQuestion {
  /** Headings of the file that nobody knows. */
  theirs: string[];
  /** Ours that can be meant. */
  ours: string[];
  /** Ours that the file lacks. */
  missing: string[];
  /** Letters of columns with something in them but no heading. */
  unheaded: string[];
}

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((v): v is string => typeof v === "string") : [];

/** What a refusal asks about columns; `null` where it is about something else. */
export function columnQuestion({ code, params }: AppError): ColumnQuestion | null {
  if (code === "sheet.missingColumn") {
    const missing = texts(params.columns);
    const found = headed(texts(params.unknown));
    // Where every heading is known, none of them can be meant: the column is to be put into the file.
    if (found.theirs.length === 0 && found.unheaded.length === 0) return null;
    return { ...found, ours: missing, missing };
  }
  if (code === "sheet.unknownColumn") {
    return { ...headed(texts(params.columns)), ours: texts(params.known), missing: [] };
  }
  if (code === "sheet.noHeadings") {
    const missing = texts(params.headings);
    // What looks most like headings is offered to be matched.
    return { ...headed(texts(params.seen)), ours: missing, missing };
  }
  return null;
}

/** A column without a heading is named by its letter in brackets, and cannot be spoken of in a map. */
function headed(names: string[]): { theirs: string[]; unheaded: string[] } {
  const letters = /^\[([A-Z]+)\]$/;
  return {
    theirs: names.filter((name) => !letters.test(name)),
    unheaded: names.flatMap((name) => letters.exec(name)?.[1] ?? []),
  };
}

const plain = (name: string) => name.toLowerCase().replaceAll(/[\s*:：（）()]/g, "");

/** Names that stand for the same in other people's tables. */
const ALIKE: Record<string, string[]> = {
  工号: ["员工编号", "人员编号", "员工号", "编号"],
  姓名: ["名字", "人员姓名", "员工姓名"],
  单位代码: ["单位", "部门代码", "机构代码"],
  单位名称: ["名称", "单位", "部门", "分公司"],
  得分: ["分数", "总分", "考核分", "评分", "成绩"],
  月份: ["月度", "考核月份", "年月"],
  到岗日期: ["入职日期", "到岗时间", "进场日期"],
  离岗日期: ["离职日期", "离岗时间", "退场日期"],
  手机: ["电话", "手机号", "手机号码", "联系电话"],
  其他联系方式: ["邮箱", "电子邮箱", "联系方式", "email", "QQ"],
  技能: ["专长", "特长", "专业技能"],
  含税金额: ["金额", "服务费", "合同金额"],
  日期: ["时间", "date"],
  说明: ["备注", "原因"],
};

/** The one of ours that a heading most likely means; `undefined` where none or several do. */
export function likely(theirs: string, ours: string[]): string | undefined {
  const name = plain(theirs);
  const rules: ((candidate: string) => boolean)[] = [
    (candidate) => plain(candidate) === name,
    (candidate) => (ALIKE[candidate] ?? []).some((alike) => plain(alike) === name),
    (candidate) => name.includes(plain(candidate)) || plain(candidate).includes(name),
  ];
  for (const rule of rules) {
    const found = ours.filter(rule);
    if (found.length === 1) return found[0];
  }
  return undefined;
}

/** A first proposal for every unknown heading; none of ours is proposed twice. */
export function proposal(question: ColumnQuestion): ColumnMap {
  const map: ColumnMap = {};
  const taken = new Set<string>();
  for (const theirs of question.theirs) {
    const found = likely(
      theirs,
      question.ours.filter((ours) => !taken.has(ours)),
    );
    if (found === undefined) continue;
    map[theirs] = found;
    taken.add(found);
  }
  return map;
}

const key = (kind: string) => `import.columns.${kind}`;

/** What was said about columns of that kind before, on this computer. */
export function remembered(kind: string): ColumnMap {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key(kind)) ?? "{}");
    if (typeof kept !== "object" || kept === null || Array.isArray(kept)) return {};
    return Object.fromEntries(
      Object.entries(kept).filter(([, ours]) => ours === null || typeof ours === "string"),
    ) as ColumnMap;
  } catch {
    return {};
  }
}

export function remember(kind: string, map: ColumnMap): void {
  if (Object.keys(map).length === 0) localStorage.removeItem(key(kind));
  else localStorage.setItem(key(kind), JSON.stringify(map));
}

/** As the request carries it. */
export function asRequest(map: ColumnMap): string | null {
  return Object.keys(map).length === 0 ? null : JSON.stringify(map);
}
