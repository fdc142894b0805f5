// Where this computer's signing key lies: remembered, so that one types only the password. Never the password itself.
const KEY = "signing.p12";

export function rememberedKeyFile(): string {
  return localStorage.getItem(KEY) ?? "";
}

export function rememberKeyFile(path: string): void {
  localStorage.setItem(KEY, path);
}
