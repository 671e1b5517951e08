import { app, BrowserWindow } from 'electron'

void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, useContentSize: true, show: true, webPreferences: { sandbox: true, contextIsolation: true } })
  void window.loadURL('about:blank')
})
