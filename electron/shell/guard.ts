/** No way out and no way in: every page, session and request of the application passes these refusals, the hidden window of the printer included. */
import { app, type Session, type WebContents } from 'electron'

/** Addresses that are answered from this computer's memory or from the application's own folder. */
const own = /^(app|data|blob|devtools):/

function guardPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }))
  for (const leaving of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'] as const) page.on(leaving as 'will-navigate', (event) => { event.preventDefault() })
  page.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_page, _permission, answer) => { answer(false) })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, answer) => { answer({ cancel: !own.test(request.url) }) })
  session.on('will-download', (event) => { event.preventDefault() })
  session.setSpellCheckerEnabled(false)
}

/** To be called before `ready`: whatever page or session there ever is, is guarded from its first moment. */
export function guardEverything(): void {
  app.on('web-contents-created', (_event, page) => { guardPage(page) })
  app.on('session-created', guardSession)
  app.on('login', (event) => { event.preventDefault() })
  app.on('select-client-certificate', (event) => { event.preventDefault() })
  app.on('certificate-error', (event, _page, _url, _error, _certificate, trust) => {
    event.preventDefault()
    trust(false)
  })
  // Names are not even looked up.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
}
