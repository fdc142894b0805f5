import { describe, expect, it } from "vitest";
import { EVERYBODY, filterOf, isSought, peopleRequest } from "./peopleFilter";

describe("what the heads of the columns say", () => {
  it("is everybody by staff number as long as nothing is chosen", () => {
    expect(filterOf({}, {})).toEqual(EVERYBODY);
    expect(filterOf({ unit: null, leftOn: null }, [])).toEqual(EVERYBODY);
    // Ant Design's third click takes the order away and leaves the column.
    expect(filterOf({}, { columnKey: "name", order: null })).toEqual(EVERYBODY);
  });

  it("is the order of a column, forwards or backwards", () => {
    expect(filterOf({}, { columnKey: "name", order: "ascend" })).toEqual({ ...EVERYBODY, order: "name" });
    const last = { ...EVERYBODY, order: "arrivedOn", descending: true };
    expect(filterOf({}, { columnKey: "arrivedOn", order: "descend" })).toEqual(last);
    expect(filterOf({}, { columnKey: "phone", order: "descend" })).toEqual(EVERYBODY);
  });

  it("is some units, and one of being here and having left", () => {
    expect(filterOf({ unit: ["CD", "TF"] }, {}).units).toEqual(["CD", "TF"]);
    expect(filterOf({ leftOn: ["here"] }, {}).here).toBe(true);
    expect(filterOf({ leftOn: ["gone"] }, {}).here).toBe(false);
    expect(filterOf({ leftOn: ["here", "gone"] }, {}).here).toBeNull();
  });

  it("is some ways to stand, in the order in which they are offered", () => {
    expect(filterOf({ standing: ["lacking", "probation"] }, {}).standings).toEqual(["probation", "lacking"]);
    expect(filterOf({ standing: null }, {}).standings).toEqual([]);
  });
});

describe("what is asked for", () => {
  it("has the words as typed, and none where there are only blanks", () => {
    expect(peopleRequest(" 张三 ", { ...EVERYBODY, units: ["CD"] }, 200)).toEqual({
      limit: 200,
      find: "张三",
      units: ["CD"],
      here: null,
      standings: [],
      order: "staffNo",
      descending: false,
    });
    expect(peopleRequest("  ", EVERYBODY, 200).find).toBeNull();
  });

  it("leaves somebody out by words, units or having left, and nobody by its order", () => {
    const sought = (find: string, filter: Partial<typeof EVERYBODY>) =>
      isSought(peopleRequest(find, { ...EVERYBODY, ...filter }, 200));
    expect(sought("", { order: "name", descending: true })).toBe(false);
    expect(sought("张", {})).toBe(true);
    expect(sought("", { units: ["CD"] })).toBe(true);
    expect(sought("", { here: false })).toBe(true);
    expect(sought("", { standings: ["probation"] })).toBe(true);
  });
});
