/** What a downloaded file says: its kind by magic bytes, its text and tables, or why there are none. */

export type AttachmentKind =
  | 'pdf'
  | 'doc'
  | 'docx'
  | 'xls'
  | 'xlsx'
  | 'ofd'
  | 'zip'
  | 'html'
  | 'text'
  | 'rtf'
  | 'ppt'
  | 'pptx'
  | 'picture'
  | 'archive'
  | 'unknown'

/**
 * `no-text-layer`: scanned pictures, or glyphs that no text stands behind; `empty`: neither text nor anything else that could
 * show something; `torn`: a package or PDF whose end, where its directory stands, is not there.
 */
export type AttachmentState =
  | 'text'
  | 'no-text-layer'
  | 'empty'
  | 'unreadable'
  | 'torn'
  | 'too-large'
  | 'encrypted'

/** Rows of cells as printed; a merged cell stands where it begins, and the cells it covers are null. */
export type TextTable = readonly (readonly (string | null)[])[]

/** One file of an archive. */
export interface ArchivedFile {
  /** With its folders, as the archive has it. */
  readonly name: string
  /** How many of the archive's tables are its; null: it gave no text. */
  readonly tables: number | null
}

export interface AttachmentText {
  readonly kind: AttachmentKind
  readonly state: AttachmentState
  /** Grounds for the state, in Chinese. */
  readonly because: string
  /** Lines of text; cells are parted by tabs. Capped. */
  readonly text: string
  readonly tables: readonly TextTable[]
  /** Files of an archive, in the order of their texts (each under `【name】`) and tables; absent for other kinds. */
  readonly inside?: readonly ArchivedFile[]
  /** The text was cut at the cap, or files of an archive are missing from it (`because` says so). */
  readonly truncated: boolean
}

/** Reads files, each under caps of time and memory; never rejects for what a file holds. */
export interface AttachmentReader {
  read(body: Uint8Array): Promise<AttachmentText>
  close(): Promise<void>
}
