// A standard as lines of text, for putting two versions side by side.
import type { StandardView } from "../../bindings/bindings";
import type { Line } from "../settings/versions";
import type { zhCN } from "./texts";

type Words = typeof zhCN;

/** Every value of a standard, each under a key that is the same in other versions; `source` words what of the ledger counts. */
export function standardLines(
  standard: StandardView,
  words: Words,
  source: (counts: string) => string,
): Line[] {
  const { standard: texts, gate, person } = words;
  const line = (key: string, label: string, text: string): Line => ({ key, label, text });
  const { a, b, c } = standard.bands;
  return [
    line("label", texts.label, standard.label),
    line("from", texts.from, standard.from),
    line("bands", texts.grades, texts.bands(a, b, c)),
    ...standard.objectGrades.map(({ of, name, order }) =>
      line(`object ${name}`, `${texts.object} ${name}`, texts.objectText(of, order)),
    ),
    ...standard.levels.flatMap((level) => {
      const at = (key: string, label: string, text: string) =>
        line(`level ${level.level} ${key}`, `${texts.of(level.level)} ${label}`, text);
      return [
        at("title", texts.level, level.title),
        at("description", texts.description, level.description),
        at("company", texts.experience, texts.company(gate.years(level.companyMonths))),
        at("service", texts.experience, texts.service(gate.years(level.serviceMonths))),
        at("quarters", texts.quarters, gate.rule(level.window, level.maxC, level.maxD)),
        at("knowledge", texts.knowledge, gate.knowledge(level.minimum, level.top)),
      ];
    }),
    ...standard.requirements.map((cell) =>
      line(
        `cell ${cell.level} ${cell.code}`,
        `${texts.of(cell.level)} ${cell.code} ${cell.element}${cell.part === "" ? "" : ` · ${cell.part}`}`,
        [
          cell.text === null ? texts.none : cell.text === "" ? person.notGiven : cell.text,
          cell.minimum === 0 ? null : texts.atLeast(cell.minimum),
          cell.objectGrade,
          cell.counts === null ? null : `${texts.counts} ${source(cell.counts)}`,
        ]
          .filter((part) => part !== null)
          .join(texts.also),
      ),
    ),
  ];
}
