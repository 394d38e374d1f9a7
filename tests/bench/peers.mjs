// The same job by two peers in one process each: node peers.mjs FOLDER_OF_MODULES FOLDER_OF_TEMPLATES ROWS ...
// A peer that is not installed is left out, and the output says so.
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const [modules, templates] = process.argv.slice(2, 4).map((folder) => resolve(folder))
const sizes = process.argv.slice(4)
const require = createRequire(join(modules, 'package.json'))
const WARMING = 3
const MEASURED = 9

const rowsOf = (count) => ({
  Rader: Array.from({ length: count }, (_, i) => ({ a: `Händelse ${i} & mera`, b: `Åtgärd ${i} <klar>` })),
})

async function warm(run) {
  const times = []
  let result
  for (let i = 0; i < WARMING + MEASURED; i++) {
    const start = process.hrtime.bigint()
    result = await run()
    if (i >= WARMING) times.push(Number(process.hrtime.bigint() - start) / 1e6)
  }
  return { time: times.sort((a, b) => a - b)[(MEASURED - 1) / 2], size: result.length }
}

function tell(name, kind, rows, { time, size }) {
  console.log(`${name.padEnd(16)}${kind.padEnd(6)}${String(rows).padStart(7)} ${''.padStart(9)} ${time.toFixed(1).padStart(9)} ${''.padStart(9)} ${String(size >> 10).padStart(9)}`)
}

async function docxtemplater(data) {
  const Zip = require('pizzip')
  const Engine = require('docxtemplater')
  const bytes = readFileSync(join(templates, 'docxtemplater.docx'))
  return () => {
    const engine = new Engine(new Zip(bytes), { paragraphLoop: true })
    engine.render(data)
    return engine.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  }
}

async function carbone(data, kind) {
  const engine = require('carbone')
  return () => new Promise((done, fail) => {
    engine.render(join(templates, `carbone.${kind}`), data, (error, result) => (error ? fail(error) : done(result)))
  })
}

for (const [name, kind, make] of [['docxtemplater', 'docx', docxtemplater], ['carbone', 'docx', carbone], ['carbone', 'xlsx', carbone]]) {
  for (const size of sizes.map(Number)) {
    try {
      tell(name, kind, size, await warm(await make(rowsOf(size), kind)))
    } catch (error) {
      console.log(`${name} ${kind} ${size}: ${error.message}`)
    }
  }
}
