; Said where people fear for their records. UTF-8 with a mark, as NSIS wants it.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    MessageBox MB_OK|MB_ICONINFORMATION "软件已卸载。$\r$\n$\r$\n您的记录没有删，还在：$\r$\n$LOCALAPPDATA\zhen-renda$\r$\n$\r$\n重新安装后输入原来的密码就能打开。确实不要了，请自己删掉这个文件夹。" /SD IDOK
  ${endIf}
!macroend
