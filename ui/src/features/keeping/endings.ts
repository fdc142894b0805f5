// How the name of a backup may end; the program writes the first.
export const BACKUP_ENDINGS = ["hqbak", "huiqian", "backup"];

/** Whether a path is the whole name of a backup, and not one that is still being typed. */
export function namesBackup(path: string): boolean {
  return BACKUP_ENDINGS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
}
