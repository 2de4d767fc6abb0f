/**
 * Loaded before a program (`node --require`): every attempt to reach a network throws, and leaves a line in the file
 * that NO_NETWORK_LOG names. CommonJS because --require wants it.
 */
const { appendFileSync } = require('node:fs')

function refuse(what) {
  return (...args) => {
    const shown = args.filter((one) => typeof one !== 'function')
    appendFileSync(process.env.NO_NETWORK_LOG, `${what} ${JSON.stringify(shown).slice(0, 200)}\n`)
    throw new Error(`network refused: ${what}`)
  }
}

const { Socket } = require('node:net')
const { connect } = Socket.prototype
/** A socket file on this machine (tsx talks to its parent by one) is no network. */
Socket.prototype.connect = function (...args) {
  const [first] = [args[0]].flat()
  return typeof first?.path === 'string' ? connect.apply(this, args) : refuse('connect')(...args)
}
require('node:dgram').Socket.prototype.send = refuse('send')
for (const dns of [require('node:dns'), require('node:dns').promises]) {
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6'])
    dns[name] = refuse(`dns.${name}`)
}
