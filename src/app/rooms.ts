/** Opens what commands share: store, archive, lexicon, calendar, reader. The one place where rooms are put together. */
import { accessSync, constants } from 'node:fs'
import { join, resolve } from 'node:path'
import { openArchive } from '#archive/warc-archive'
import { type WorkCalendar, workCalendar } from '#base/calendar'
import { AppError } from '#base/errors'
import type { Labels } from '#base/labels'
import { loadCalendar } from '#catalog/calendar'
import { loadChecklists } from '#catalog/checklists'
import { LABELS_FILE, loadLabels } from '#catalog/labels'
import { loadLexicon } from '#catalog/lexicon'
import { loadWording, WORDING_FILE } from '#catalog/wording'
import type { ContentList } from '#model/checklist'
import type { Lexicon } from '#model/lexicon'
import type { Archive, PageReader, Store } from '#model/ports'
import type { WordingEntry } from '#model/wording'
import { makeFolder } from '#store/folder'
import { openStore } from '#store/sqlite-store'
import { createPageReader } from '#understand/page-reader'
import type { Context } from './host.ts'
import { PACKAGE_DIR } from './version.ts'

/** Data that ships with the package. */
export const DATA_DIR = join(PACKAGE_DIR, 'data')

/** Enough to build site views from what is stored. */
export interface ReadingRooms {
  readonly store: Store
  readonly lexicon: Lexicon
  readonly labels: Labels
}

export interface Rooms extends ReadingRooms {
  readonly archive: Archive
  readonly calendar: WorkCalendar
  readonly wording: readonly WordingEntry[]
  readonly checklists: readonly ContentList[]
  readonly reader: PageReader
  close(): Promise<void>
}

/** What of the command's surroundings opening them takes. */
type RoomsContext = Pick<Context, 'clock' | 'codeVersion'> & {
  readonly settings: Pick<Context['settings'], 'db' | 'archive'>
}

/** `claim`: what this process does, for whoever finds the database in use (see store). */
export async function openRooms(context: RoomsContext, claim: string): Promise<Rooms> {
  const lexicon = ownLexicon()
  const labels = ownLabels()
  const calendar = ownCalendar()
  const wording = ownWording()
  const checklists = ownChecklists(lexicon)
  const store = await openStore(context.settings.db, { claim, clock: context.clock })
  try {
    const archive = openArchive(archiveDir(context), `Mingcha/${context.codeVersion}`, store)
    return {
      store,
      archive,
      lexicon,
      labels,
      calendar,
      wording,
      checklists,
      reader: createPageReader(labels),
      async close() {
        try {
          await archive.close()
        } finally {
          store.close()
        }
      },
    }
  } catch (error) {
    store.close()
    throw error
  }
}

export const ownLexicon = (): Lexicon => loadLexicon(join(DATA_DIR, 'lexicon'))
export const ownLabels = (): Labels => loadLabels(join(DATA_DIR, 'lexicon', LABELS_FILE))
export const ownWording = (): readonly WordingEntry[] =>
  loadWording(join(DATA_DIR, 'lexicon', WORDING_FILE))
export const ownCalendar = (): WorkCalendar =>
  workCalendar(loadCalendar(join(DATA_DIR, 'calendar')))
const ownChecklists = (lexicon: Lexicon): readonly ContentList[] =>
  loadChecklists(join(DATA_DIR, 'checklists'), {
    schemes: join(DATA_DIR, 'schemes'),
    topics: new Set(lexicon.topics.map((topic) => topic.id)),
  })

export function readingRooms(store: Store): ReadingRooms {
  return { store, lexicon: ownLexicon(), labels: ownLabels() }
}

/** Store of a database that exists, for commands that read or write little. */
export function openExistingStore(context: Context): Promise<Store> {
  return openStore(context.settings.db, { mustExist: true, clock: context.clock })
}

function archiveDir(context: RoomsContext): string {
  const dir = resolve(context.settings.archive)
  try {
    makeFolder(dir)
    accessSync(dir, constants.W_OK)
  } catch (cause) {
    throw new AppError(
      'output-unwritable',
      `存档目录 ${context.settings.archive} 写不进去。请检查权限，或用 --archive 换一个目录。`,
      { cause },
    )
  }
  return dir
}

/** Chinese name of a lexicon topic; the id itself when it is none. */
export function topicNamer(lexicon: Lexicon): (topic: string) => string {
  const names = new Map(lexicon.topics.map((topic) => [topic.id, topic.name]))
  return (topic) => names.get(topic) ?? topic
}
