/**
 * kill -9 at fifty random moments of one crawl, against an undisturbed one: `npm run bench:kills [-- KILLS SEED]`.
 * Takes minutes, so it is a bench; a handful of kills is in the tests. Exits 1 where the two differ.
 */
import { killedCrawl, moments } from '../test/support/killed-crawl.ts'

const kills = Number(process.argv[2] ?? 50)
const seed = Number(process.argv[3] ?? 7)
const pages = kills * 40
const calm = await killedCrawl(pages, [])
const rough = await killedCrawl(pages, moments(kills, 110, seed))
const differing = [...calm.rows].filter(([path, said]) => rough.rows.get(path) !== said)
// Missing pages are asked for twice by rule; only what is beyond the undisturbed run was lost to a kill.
const twice = rough.asked.length - calm.asked.length
process.stdout.write(
  `${rough.kills} 次 kill -9，${calm.rows.size} 个地址：结果不同 ${differing.length}，多出 ${rough.rows.size - calm.rows.size}，存档损坏 ${rough.damaged.length}；重复请求 ${twice}（平均每次 ${(twice / Math.max(1, rough.kills)).toFixed(1)}，上限 40 加在途）\n`,
)
const bad = differing.length > 0 || rough.rows.size !== calm.rows.size || rough.damaged.length > 0
process.exit(bad || twice > rough.kills * 44 ? 1 : 0)
