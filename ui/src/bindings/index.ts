export * from "./bindings";
