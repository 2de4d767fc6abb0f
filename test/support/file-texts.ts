/** What was read of attached files, for pages of the site view builder. */
import type { AttachmentText } from '#model/attachment'

export function fileOf(
  given: string | null,
  text: { put(words: string): unknown },
): AttachmentText {
  const says = given ?? ''
  text.put(says)
  const state = given === null ? 'empty' : says === '' ? 'no-text-layer' : 'text'
  return { kind: 'xls', state, because: '测试', text: says, tables: [], truncated: false }
}

export const TORN: AttachmentText = {
  kind: 'zip',
  state: 'torn',
  because: '测试',
  text: '',
  tables: [],
  truncated: false,
}
