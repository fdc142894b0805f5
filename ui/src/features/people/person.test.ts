import { describe, expect, it } from "vitest";
import { type Person, stayInView } from "./person";

function person(leftOn: (string | null)[], announced: boolean): Person {
  return {
    announced: announced ? {} : null,
    stays: leftOn.map((day) => ({ leftOn: day })),
  } as unknown as Person;
}

describe("the stay whose papers are asked for", () => {
  it("is the newest, over or not, while nobody is awaited", () => {
    expect(stayInView(person([null], false), "2026-11-20")).toEqual({ leftOn: null });
    expect(stayInView(person(["2026-11-01"], false), "2026-11-20")).toEqual({ leftOn: "2026-11-01" });
  });

  it("is none of somebody who is awaited, but for a stay that still lasts", () => {
    expect(stayInView(person([], true), "2026-11-20")).toBeNull();
    expect(stayInView(person(["2026-11-19"], true), "2026-11-20")).toBeNull();
    expect(stayInView(person(["2026-11-20"], true), "2026-11-20")).toEqual({ leftOn: "2026-11-20" });
  });
});
