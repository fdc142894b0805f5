; The installer of the Windows program, for makensis: per user, without administrator rights. scripts/windows-build.sh
; calls it with VERSION, FILES (the folder that is installed, with licence.txt) and OUT.
Unicode true
Target amd64-unicode

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Huiqian"
!define PROGRAM_KEY "Software\Huiqian"
; tauri.conf.json's identifier: Windows shows notifications only of programs whose shortcut carries it.
!define IDENTIFIER "cn.huiqian.desktop"
; Microsoft's number for the WebView2 runtime.
!define WEBVIEW_KEY "SOFTWARE\Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"

Name "$(Program)"
OutFile "${OUT}"
RequestExecutionLevel user
; Not %LOCALAPPDATA%\Huiqian: there is the ledger, and Windows takes upper and lower case for the same.
InstallDir "$LOCALAPPDATA\Programs\Huiqian"
InstallDirRegKey HKCU "${PROGRAM_KEY}" "InstallDir"
SetCompressor /SOLID lzma
; Both programs hold the same libraries, which are written once where the dictionary spans both.
SetCompressorDictSize 64
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
BrandingText "Huiqian ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "慧签"
VIAddVersionKey /LANG=2052 "FileDescription" "慧签安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "慧签"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\huiqian-desktop.exe"
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(RemoveTop)"
!define MUI_UNFINISHPAGE_NOAUTOCLOSE

!insertmacro MUI_PAGE_LICENSE "${FILES}\licence.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The system's language decides; where it is neither, the first one.
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"
!include "texts.nsh"

; A program that runs cannot be opened for writing. Asks to close it until it is closed; a silent run ends with status 2,
; with nothing changed.
!macro WAIT_UNTIL_CLOSED program
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\${program}"
      ${Break}
    ${EndIf}
    FileOpen $0 "$INSTDIR\${program}" a
    ${IfNot} ${Errors}
      FileClose $0
      ${Break}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +3
      DetailPrint "$(StillRunning)"
      Abort "$(StillRunning)"
  ${Loop}
!macroend

; Writes the identifier into the shortcut, through the shell's own interfaces.
!macro IDENTIFY_SHORTCUT shortcut
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}", .r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${shortcut}", ${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}", .r2)'
      ${If} $2 P<> 0
        System::Call 'Oleaut32::SysAllocString(w "${IDENTIFIER}") p.r3'
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID}) p.r4'
        System::Call '*(&i2 ${VT_BSTR}, &i6 0, p r3, p 0) p.r5'
        ${IPropertyStore::SetValue} $2 '($4, $5)'
        ${IPropertyStore::Commit} $2 ""
        System::Free $5
        System::Free $4
        System::Call 'Oleaut32::SysFreeString(p r3)'
        ${IUnknown::Release} $2 ""
        ${IPersistFile::Save} $1 '("${shortcut}", 1)'
      ${EndIf}
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

; $1: the runtime's version, empty where there is none. A machine's is written where 32-bit programs look.
Function FindWebView
  SetRegView 32
  ReadRegStr $1 HKLM "${WEBVIEW_KEY}" "pv"
  SetRegView 64
  ${If} $1 == ""
  ${OrIf} $1 == "0.0.0.0"
    ReadRegStr $1 HKCU "${WEBVIEW_KEY}" "pv"
  ${EndIf}
  ${If} $1 == "0.0.0.0"
    StrCpy $1 ""
  ${EndIf}
FunctionEnd

; The window's runtime: there, or installed from the file beside setup, or a clear word. The rest works without it.
Function ProvideWebView
  Call FindWebView
  ${If} $1 != ""
    Return
  ${EndIf}
  FindFirst $2 $3 "$EXEDIR\MicrosoftEdgeWebView2RuntimeInstaller*.exe"
  FindClose $2
  ${If} $3 == ""
    MessageBox MB_OK|MB_ICONINFORMATION "$(WebViewMissing)" /SD IDOK
    DetailPrint "$(WebViewMissing)"
    Return
  ${EndIf}
  DetailPrint "$(WebViewInstalling)"
  ExecWait '"$EXEDIR\$3" /silent /install' $0
  Call FindWebView
  ${If} $1 == ""
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(WebViewFailed)" /SD IDOK
  ${EndIf}
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED "huiqian-desktop.exe"
  !insertmacro WAIT_UNTIL_CLOSED "huiqian.exe"
  SetOutPath "$INSTDIR"
  File "${FILES}\huiqian-desktop.exe"
  File "${FILES}\huiqian.exe"
  File "${FILES}\WebView2Loader.dll"
  File "${FILES}\licence.txt"
  SetOutPath "$INSTDIR\fonts"
  File "${FILES}\fonts\huiqian-fonts.zip"
  File "${FILES}\fonts\OFL.txt"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\慧签.lnk" "$INSTDIR\huiqian-desktop.exe"
  !insertmacro IDENTIFY_SHORTCUT "$SMPROGRAMS\慧签.lnk"

  WriteRegStr HKCU "${PROGRAM_KEY}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "慧签 Huiqian"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "慧签"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\huiqian-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" "$0"

  Call ProvideWebView
SectionEnd

; Takes away what setup brought, by name: whatever else lies in the folder is somebody's.
Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED "huiqian-desktop.exe"
  !insertmacro WAIT_UNTIL_CLOSED "huiqian.exe"
  Delete "$SMPROGRAMS\慧签.lnk"
  Delete "$INSTDIR\fonts\huiqian-fonts.zip"
  Delete "$INSTDIR\fonts\OFL.txt"
  RMDir "$INSTDIR\fonts"
  Delete "$INSTDIR\huiqian-desktop.exe"
  Delete "$INSTDIR\huiqian.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\licence.txt"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath "$TEMP"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${PROGRAM_KEY}"
  DetailPrint "$(LedgerStays)"
  MessageBox MB_OK|MB_ICONINFORMATION "$(LedgerStays)" /SD IDOK
SectionEnd
