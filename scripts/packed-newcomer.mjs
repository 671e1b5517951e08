// A scripted newcomer in the packed program: from an empty account to the package on the stick, by what is on the screen and the system's own
// dialogs. The packed program takes no debugger, so a file dialog is answered as a hand does it: the path is typed into it (xdotool).
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const password = '青山绿水2026'
const most = 40

/** `open(program, data, env)` starts the program; `invite` is the county's file on the stick and the code of its slip. Answers the number of steps. */
export async function newcomer({ program, place, open, stick, invite, roster }) {
  const data = path.join(place, 'newcomer')
  const { page, close } = await open(program, data, { ZHEN_STICK: stick })
  page.setDefaultTimeout(30_000)
  // A step = one thing that the hand does: a press, something typed, a dialog answered. Every one has its word on the screen.
  let steps = 0
  const press = async (name) => {
    steps += 1
    await page.getByRole('button', { name, exact: true }).first().click()
  }
  const type = async (label, text) => {
    steps += 1
    await page.getByLabel(label, { exact: true }).first().fill(text)
  }
  const see = (words) => page.getByText(words).first().waitFor()

  await type('区划代码', '511321101')
  await type('乡镇名称', '青禾镇')
  await type('第几届', '19')
  await type('本届开始', '2021.12.20')
  await type('代表名额', '60')
  await type('您的姓名', '周维安')
  await press('下一步')
  await type('打开密码', password)
  await type('再输一遍', password)
  steps += 1
  await page.getByText('我已经把密码写在纸上收好了').click()
  await press('开始使用')
  await press('导入名单')
  await press('选择文件')
  steps += 1
  await answerDialog(roster)
  await press('导入 4 人')
  await see('在任 4 名')
  await press('首页')
  await press('接着做')
  await type('名称', '石桥村代表联络站')
  await press('保存 1 个联络站')
  await press('先放着，做下一步')
  await press('记活动')
  await type('标题', '走访石桥村选民')
  await press('保存')
  await see(/已记下|已保存/u)
  // The county's file is opened on the stick, as one opens any file: the running program shows it where one pairs.
  steps += 1
  spawn(program, [invite.file], { env: { ...process.env, ZHEN_DATA: data, ZHEN_STICK: stick }, stdio: 'ignore' })
  await see(path.basename(invite.file))
  await type('照纸条输入配对码', invite.code)
  await press('配对')
  await press('上报到 U 盘')
  await until(() => packagesOn(stick).length === 1)
  close()
  if (steps >= most) throw new Error(`the newcomer needs ${steps} steps`)
  return { steps, file: packagesOn(stick)[0] }
}

const packagesOn = (stick) => fs.readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('上报') && name.endsWith('.zpk')).map((name) => path.join(stick, name))

async function until(done) {
  for (let tries = 0; !done(); tries++) {
    if (tries > 300) throw new Error('the package did not come on the stick')
    await new Promise((again) => { setTimeout(again, 200) })
  }
}

/** The system's file dialog: the path is typed and Enter pressed. */
async function answerDialog(file) {
  const run = (...words) => execFileSync('xdotool', words, { encoding: 'utf8' })
  let window = ''
  for (let tries = 0; window === ''; tries++) {
    if (tries > 50) throw new Error('no file dialog came up')
    await new Promise((again) => { setTimeout(again, 200) })
    try {
      window = run('search', '--onlyvisible', '--class', 'zhen-renda').trim().split('\n').filter((id) => isDialog(run, id))[0] ?? ''
    } catch (error) {
      // Nothing found is status 1.
      if (error.status !== 1) throw error
    }
  }
  run('windowfocus', '--sync', window)
  await new Promise((then) => { setTimeout(then, 600) })
  // The first stroke opens the line for a path; what is typed before that stands would be lost.
  run('type', file.slice(0, 1))
  await new Promise((then) => { setTimeout(then, 800) })
  run('type', '--delay', '25', file.slice(1))
  await new Promise((then) => { setTimeout(then, 600) })
  run('key', 'Return')
}

const isDialog = (run, id) => !/镇人大工作台$/u.test(run('getwindowname', id).trim()) && !/^\s*$/u.test(run('getwindowname', id))
