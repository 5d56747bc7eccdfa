#!/bin/sh
# The command `daodi` of an installation from the packed archive, with the Node that came along.
# 打包安装后的 daodi 命令：使用包内自带的 Node，读取 /etc/daodi.env 里的设置。
# Settings already in the environment win over those of the file: DATA_DIR=/srv/try daodi ledger verify
here=$(dirname "$(readlink -f "$0")")
node=$here/node/bin/node
[ -x "$node" ] || node=node
settings=${DAODI_SETTINGS:-/etc/daodi.env}
if [ -r "$settings" ]; then
  exec "$node" --env-file="$settings" --enable-source-maps "$here/dist/server/daodi.js" "$@"
fi
exec "$node" --enable-source-maps "$here/dist/server/daodi.js" "$@"
