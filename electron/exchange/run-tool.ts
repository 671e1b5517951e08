/** Starts one of the system's own tools. Behind a type, so that tests need neither Windows nor a stick. */
import { execFile } from 'node:child_process'

export interface ToolAnswer {
  /** Exit status; null when the tool is not there or did not end in time. */
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs `tool` with these arguments, never through a shell. */
export type RunTool = (tool: string, args: readonly string[]) => Promise<ToolAnswer>

/** A stick with much still to be written takes its time; who waits longer than that is told to do it by hand. */
const longestMs = 60_000

/** The real one. Never throws: a tool that is missing is an answer too. */
export const runTool: RunTool = (tool, args) => new Promise((done) => {
  execFile(tool, [...args], { timeout: longestMs, windowsHide: true, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } }, (error, stdout, stderr) => {
    done({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : null, stdout, stderr })
  })
})
