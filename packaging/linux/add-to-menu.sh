#!/bin/sh
# 把程序放进当前用户的开始菜单：./add-to-menu.sh；取消：./add-to-menu.sh remove。
set -e
here=$(dirname "$(readlink -f "$0")")
folder=${XDG_DATA_HOME:-$HOME/.local/share}/applications
entry=$folder/fazhi.desktop
if [ "$1" = remove ]; then
    rm -f "$entry"
    echo "已从开始菜单里取消。"
    exit 0
fi
mkdir -p "$folder"
# 两层转义：桌面文件里的引号规则，再加上 sed 自己的。
quoted=$(printf %s "$here/fazhi" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g' | sed -e 's/[\\&|]/\\&/g')
icon=$(printf %s "$here/resources/icons/program.svg" | sed -e 's/\\/\\\\/g' | sed -e 's/[\\&|]/\\&/g')
sed -e "s|^Exec=.*|Exec=\"$quoted\" %f|" -e "s|^Icon=.*|Icon=$icon|" "$here/fazhi.desktop" > "$entry"
echo "已放进开始菜单：法治报告自检。移动或删除程序文件夹以前，请先运行 ./add-to-menu.sh remove。"
