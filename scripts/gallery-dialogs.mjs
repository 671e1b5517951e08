// What the buttons of a screen open: dialogs, drawers and the forms of the next steps, photographed one by one. Nothing inside of them is pressed.

/** Buttons that open something of ours over the page, by their words. */
const opens = new RegExp(`^(${[
  '预览', '删除', '彻底抹去', '全部记录.*', '其他办法.*', '批量改', '打印空白表格.*', '从表格粘贴名单', '选人', '增减人员', '选代表', '别的代表', '暂缓', '改密码', '打印密码恢复单', '打印恢复单', '从备份恢复', '用恢复单找回',
  '办理交接', '搬到新电脑', '给新电脑做一份', '整届存档', '撤回…', '签发定稿…', '县里不用本软件？交表格', '修改', '改年数', '导入规则更新', '导入节假日.*', '加一项计划', '添加乡镇', '加一个乡镇', '邀请.*', '计分办法', '积分.*',
  '旧台账.*', '新增代表', '登记.*', '办结', '请假', '扫描', '全部 .* 包', '看经过',
].join('|')})$`, 'u')
const opened = 'dialog[open], .drawer, .ant-modal-wrap, .ant-drawer-open'
const most = 6

/** The system's own dialogs cannot be seen here: each is closed unanswered, but for the one that asks for `rules`. */
export async function deafDialogs(app, rules) {
  await app.evaluate(({ dialog }, file) => {
    dialog.showOpenDialog = (...given) => Promise.resolve(file !== undefined && given.at(-1)?.title?.includes('规则更新') ? { canceled: false, filePaths: [file] } : { canceled: true, filePaths: [] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true })
  }, rules)
}

/** Presses the buttons of the screen that `open` shows, the steps of a record among them, and shoots what comes up. */
export async function openAll(page, { name, open, shoot }) {
  const buttons = page.locator('main button:visible:enabled, main button.fig:visible')
  const wanted = await buttons.evaluateAll((all) => all.map((button) => ({ word: (button.textContent ?? '').trim(), next: button.closest('[aria-label="下一步"]') !== null, fig: button.classList.contains('fig') })))
  const firstFigure = wanted.findIndex((one) => one.fig)
  const chosen = wanted.map((one, at) => ({ ...one, at })).filter((one) => one.next || one.at === firstFigure || opens.test(one.word))
  const seen = new Set()
  for (const { word, at } of chosen.filter((one) => !seen.has(one.word) && seen.add(one.word)).slice(0, most)) {
    if (!(await buttons.nth(at).click({ timeout: 1500 }).then(() => true, () => false))) continue
    await page.locator(opened).filter({ visible: true }).first().waitFor({ timeout: 1200 }).catch(() => null)
    if (await page.locator(opened).filter({ visible: true }).count() > 0) {
      // A drawer comes in by a movement; axe would measure colours in the middle of it.
      await page.waitForTimeout(350)
      await shoot(`${name}~${word.replace(/[^\p{L}\p{N}]/gu, '')}`)
    }
    await open(true)
  }
}
