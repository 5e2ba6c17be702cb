/**
 * A shell of a few hundred kilobytes that waits for us to die. It hears the numbers of our processes through a pipe; when
 * the pipe closes without a farewell (kill -9, a crash), it ends them: the children first, the database last and gently.
 */
import { spawn } from 'node:child_process'

const SCRIPT = `
children=; server=
while read -r word rest; do
  case "$word" in
    children) children=$rest ;;
    server) server=$rest ;;
    farewell) exit 0 ;;
  esac
done
for p in $children; do kill -TERM "-$p" 2>/dev/null; done
n=0
while [ $n -lt 30 ]; do
  alive=
  for p in $children; do kill -0 "-$p" 2>/dev/null && alive=1; done
  [ -z "$alive" ] && break
  sleep 0.1; n=$((n + 1))
done
for p in $children; do kill -KILL "-$p" 2>/dev/null; done
[ -n "$server" ] && kill -INT $server 2>/dev/null
exit 0
`

export interface Guard {
  readonly pid: number | undefined
  /** Process groups to end when we die. */
  children(pids: readonly number[]): void
  /** The database server to stop after them. */
  server(pid: number | undefined): void
  /** We end in good order; nothing is left to guard. */
  dismiss(): void
}

/** Starts the guard; where there is no shell (Windows) it guards nothing, and the next start settles what is left. */
export function openGuard(): Guard {
  if (process.platform === 'win32') return { pid: undefined, children() {}, server() {}, dismiss() {} }
  const shell = spawn('/bin/sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' })
  shell.on('error', () => {})
  shell.stdin.on('error', () => {})
  shell.unref()
  const say = (line: string) => {
    if (shell.stdin.writable) shell.stdin.write(`${line}\n`)
  }
  return {
    pid: shell.pid,
    children: (pids) => say(`children ${pids.join(' ')}`),
    server: (pid) => say(`server ${pid ?? ''}`),
    dismiss: () => {
      say('farewell')
      shell.stdin.end()
    },
  }
}
