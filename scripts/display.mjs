import { spawnSync } from 'node:child_process'

/** The command with a screen under it: as it is where there is one, else inside a virtual one (Xvfb). */
export function onAScreen(command) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
  return hasScreen ? command : ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24', ...command]
}

/** Runs a command with its output passed on, standard output to standard output; returns its exit status. */
export function run([program, ...args], { cwd, env } = {}) {
  const { status, error } = spawnSync(program, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) throw error
  return status ?? 1
}
