import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

/** Runs a command and prints what it said when it is over, so that two can run side by side. True when it succeeded. */
export async function captured(title, command) {
  const started = Date.now()
  const { status, output } = await finish(command, 'pipe')
  heading(title, started, status === 0)
  if (output.trim() !== '') console.log(output.trimEnd())
  return status === 0
}

/** Runs a command and passes on what it says. True when it succeeded. */
export async function passedOn(title, command, env) {
  const started = Date.now()
  const { status } = await finish(command, 'inherit', env)
  heading(title, started, status === 0)
  return status === 0
}

function heading(title, started, ok) {
  console.log(`==> ${title}: ${ok ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

function finish([program, ...args], output, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', output, output] })
    const said = []
    child.stdout?.on('data', (chunk) => said.push(chunk))
    child.stderr?.on('data', (chunk) => said.push(chunk))
    child.on('error', reject)
    child.on('close', (status) => {
      resolve({ status: status ?? 1, output: Buffer.concat(said).toString() })
    })
  })
}
