/**
 * Thread in which attachments are read: says once that it is ready, then takes bytes and gives back their text. Caps are set by
 * who starts it.
 */
import { parentPort, workerData } from 'node:worker_threads'
import { readAttachment } from '#understand/attachments/read-attachment'

const { cmaps } = workerData as { cmaps: string }

parentPort?.on('message', (body: Uint8Array) => {
  void readAttachment(body, { cmaps }).then((result) => parentPort?.postMessage(result))
})

parentPort?.postMessage('ready')
