; Setup.exe：只装给当前用户，不要管理员权限。文件清单由 release/installer.py 从摆好的文件夹生成。
; 定义：VERSION STAGE FILES（安装清单） REMOVE（卸载清单） OUTPUT ICON SIZE（KB） COMPRESSOR
Unicode true
Target amd64-unicode
SetCompressor ${COMPRESSOR}
!if "${COMPRESSOR}" != "zlib"
  SetCompressorDictSize 64
!endif
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh

!define NAME "法治报告自检"
!define WINDOW "法治报告自检.exe"
!define CONSOLE "fazhi-cli.exe"
!define UNINSTALLER "uninstall.exe"
!define ENTRY "Software\Microsoft\Windows\CurrentVersion\Uninstall\fazhi"
!define TYPES "Software\Classes\SystemFileAssociations"
!define DATA "$LOCALAPPDATA\fazhi"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\fazhi"
InstallDirRegKey HKCU "${ENTRY}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME} 安装程序"
VIAddVersionKey /LANG=2052 "CompanyName" "${PUBLISHER}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "MIT License"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_WELCOMEPAGE_TEXT "这个程序离线检查法治政府建设年度报告草稿。$\r$\n$\r$\n只装给当前用户，不需要管理员权限，不联网，不改动默认的打开方式。$\r$\n$\r$\n点“下一步”继续。"
!insertmacro MUI_PAGE_WELCOME
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE leaveFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\${WINDOW}"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

; 正在运行的程序删不掉也换不了：先请人关闭；静默安装时退出，代码 2。
!macro RefuseWhileRunning UN
Function ${UN}refuseWhileRunning
  Push $0
  Push $1
  StrCpy $1 "$INSTDIR\${WINDOW}"
  Call ${UN}refuseOne
  StrCpy $1 "$INSTDIR\${CONSOLE}"
  Call ${UN}refuseOne
  Pop $1
  Pop $0
FunctionEnd
Function ${UN}refuseOne
again:
  IfFileExists "$1" 0 free
  ClearErrors
  FileOpen $0 "$1" a
  IfErrors 0 close
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行。请先关闭它，再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
close:
  FileClose $0
free:
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

!macro OpenWith ACTION TYPE
  !if "${ACTION}" == "add"
    WriteRegStr HKCU "${TYPES}\${TYPE}\shell\fazhi" "" "用${NAME}检查"
    WriteRegStr HKCU "${TYPES}\${TYPE}\shell\fazhi" "Icon" '"$INSTDIR\${WINDOW}",0'
    WriteRegStr HKCU "${TYPES}\${TYPE}\shell\fazhi\command" "" '"$INSTDIR\${WINDOW}" "%1"'
  !else
    DeleteRegKey HKCU "${TYPES}\${TYPE}\shell\fazhi"
    DeleteRegKey /ifempty HKCU "${TYPES}\${TYPE}\shell"
    DeleteRegKey /ifempty HKCU "${TYPES}\${TYPE}"
  !endif
!macroend
!macro OpenWithAll ACTION
  !insertmacro OpenWith ${ACTION} ".docx"
  !insertmacro OpenWith ${ACTION} ".doc"
  !insertmacro OpenWith ${ACTION} ".wps"
  !insertmacro OpenWith ${ACTION} ".pdf"
  !insertmacro OpenWith ${ACTION} ".ofd"
  !insertmacro OpenWith ${ACTION} ".txt"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "-check"
  Call refuseWhileRunning
  ; 不能写的文件夹，一开始就说，不等装到一半。
  CreateDirectory "$INSTDIR"
  ClearErrors
  FileOpen $0 "$INSTDIR\fazhi-write-test" w
  IfErrors 0 writable
  MessageBox MB_OK|MB_ICONEXCLAMATION "文件夹“$INSTDIR”不能写入。请换一个文件夹，例如系统给出的那个。" /SD IDOK
  SetErrorLevel 2
  Abort
writable:
  FileClose $0
  Delete "$INSTDIR\fazhi-write-test"
  ; 旧版本由它自己的卸载程序按清单删净；历史和设置不在那里，也不动。
  IfFileExists "$INSTDIR\${UNINSTALLER}" 0 fresh
  DetailPrint "正在去掉旧版本……"
  ExecWait '"$INSTDIR\${UNINSTALLER}" /S /UPGRADE _?=$INSTDIR'
fresh:
SectionEnd

Section "程序（必需）" program
  SectionIn RO
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\${UNINSTALLER}"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${WINDOW}" "" "$INSTDIR\${WINDOW}" 0 SW_SHOWNORMAL "" "检查法治政府建设年度报告草稿"
  WriteRegStr HKCU "${ENTRY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${ENTRY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${ENTRY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${ENTRY}" "DisplayIcon" "$INSTDIR\${WINDOW}"
  WriteRegStr HKCU "${ENTRY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${ENTRY}" "UninstallString" '"$INSTDIR\${UNINSTALLER}"'
  WriteRegStr HKCU "${ENTRY}" "QuietUninstallString" '"$INSTDIR\${UNINSTALLER}" /S'
  WriteRegDWORD HKCU "${ENTRY}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${ENTRY}" "NoModify" 1
  WriteRegDWORD HKCU "${ENTRY}" "NoRepair" 1
SectionEnd

Section "桌面图标" desktopIcon
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${WINDOW}"
SectionEnd

Section "右键菜单“用${NAME}检查”" contextMenu
  !insertmacro OpenWithAll add
SectionEnd

LangString aboutProgram ${LANG_SIMPCHINESE} "程序、检查清单、字体和开始菜单里的一项。"
LangString aboutDesktop ${LANG_SIMPCHINESE} "在桌面上放一个图标。"
LangString aboutMenu ${LANG_SIMPCHINESE} "在 .docx、.doc、.wps、.pdf、.ofd、.txt 文件的右键菜单里加一项；双击时用什么程序打开，不变。"
!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${program} $(aboutProgram)
  !insertmacro MUI_DESCRIPTION_TEXT ${desktopIcon} $(aboutDesktop)
  !insertmacro MUI_DESCRIPTION_TEXT ${contextMenu} $(aboutMenu)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "${NAME}要 Windows 10（1809）或更高的版本，这台电脑上装不了。" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ; 升级时照旧：上次没要的，这次也不加；/NODESKTOP、/NOMENU 供静默安装用。
  ReadRegStr $0 HKCU "${ENTRY}" "InstallLocation"
  ${If} $0 != ""
    IfFileExists "$DESKTOP\${NAME}.lnk" +2 0
    SectionSetFlags ${desktopIcon} 0
    ReadRegStr $0 HKCU "${TYPES}\.docx\shell\fazhi" ""
    ${If} $0 == ""
      SectionSetFlags ${contextMenu} 0
    ${EndIf}
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NODESKTOP" $1
  IfErrors +2 0
  SectionSetFlags ${desktopIcon} 0
  ClearErrors
  ${GetOptions} $0 "/NOMENU" $1
  IfErrors +2 0
  SectionSetFlags ${contextMenu} 0
FunctionEnd

; 选了一个已有别的东西的文件夹时，装进它下面自己的文件夹。
Function leaveFolder
  IfFileExists "$INSTDIR\${UNINSTALLER}" own
  ${DirState} "$INSTDIR" $0
  ${If} $0 == 1
    StrCpy $INSTDIR "$INSTDIR\${NAME}"
  ${EndIf}
own:
FunctionEnd

Section "Uninstall"
  Call un.refuseWhileRunning
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/UPGRADE" $R1
  IfErrors 0 files
  ClearErrors
  ${GetOptions} $R0 "/DATA" $R1
  IfErrors 0 data
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "历史检查和设置也删除吗？$\r$\n$\r$\n它们在“${DATA}”里，删除后不能恢复。不删的话，以后重新安装还能接着用。" /SD IDNO IDYES data
  Goto menus
data:
  RMDir /r "${DATA}"
menus:
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro OpenWithAll remove
  DeleteRegKey HKCU "${ENTRY}"
files:
  !include "${REMOVE}"
  Delete "$INSTDIR\${UNINSTALLER}"
  RMDir "$INSTDIR"
SectionEnd
