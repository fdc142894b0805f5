; What the installer and the uninstaller say, in both languages.
!macro TEXT name chinese english
  LangString ${name} ${LANG_SIMPCHINESE} "${chinese}"
  LangString ${name} ${LANG_ENGLISH} "${english}"
!macroend

!insertmacro TEXT Program "慧签" "Huiqian"

!insertmacro TEXT Running \
  "慧签正在运行。$\n$\n请先关闭慧签的窗口（正在进行的备份会先完成），再点“重试”。" \
  "Huiqian is running.$\n$\nClose its window first (a backup that is under way finishes before), then choose Retry."
!insertmacro TEXT StillRunning \
  "慧签正在运行，未做任何改动。" \
  "Huiqian is running; nothing was changed."

!insertmacro TEXT WebViewInstalling \
  "正在安装 WebView2 运行时，请稍候……" \
  "Installing the WebView2 runtime, please wait …"
!insertmacro TEXT WebViewMissing \
  "这台电脑还没有 WebView2 运行时，没有它，慧签的窗口打不开。$\n$\n请从微软网站下载“常青版独立安装程序（x64）”，文件名是 MicrosoftEdgeWebView2RuntimeInstallerX64.exe：$\nhttps://developer.microsoft.com/microsoft-edge/webview2/$\n$\n把它和本安装程序放在同一个文件夹，重新运行本安装程序即可；也可以直接运行它。不需要管理员权限。" \
  "This computer has no WebView2 runtime, and Huiqian's window does not open without it.$\n$\nDownload the “Evergreen Standalone Installer (x64)”, MicrosoftEdgeWebView2RuntimeInstallerX64.exe, from Microsoft:$\nhttps://developer.microsoft.com/microsoft-edge/webview2/$\n$\nPut it beside this setup program and run setup again, or run it by itself. No administrator rights are needed."
!insertmacro TEXT WebViewFailed \
  "WebView2 运行时没有装上。请直接运行旁边的 WebView2 安装程序，看它的提示；必要时请信息部门协助。" \
  "The WebView2 runtime could not be installed. Run its installer beside this one by itself and see what it says; ask your IT department if need be."

!insertmacro TEXT RemoveTop \
  "将删除程序本身。账本不会删除，仍在原处：$\n$LOCALAPPDATA\huiqian\ledger$\n（以及您自己选定的其他文件夹）" \
  "The program will be removed. Ledgers are left where they are:$\n$LOCALAPPDATA\huiqian\ledger$\n(and folders that you chose yourself)"
!insertmacro TEXT LedgerStays \
  "账本没有删除，仍在 $LOCALAPPDATA\huiqian\ledger（以及您自己选定的其他文件夹）。" \
  "The ledger was not removed. It is in $LOCALAPPDATA\huiqian\ledger (and in folders that you chose yourself)."
