/** Faults and oddities of one scheme file, collected with the place they stand at; whoever reads the file says where. */

export type Path = readonly PropertyKey[]

export interface Reporter {
  error(path: Path, message: string): void
  warn(path: Path, message: string): void
}
