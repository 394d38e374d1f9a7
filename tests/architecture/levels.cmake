# Checks what ARCHITECTURE.md promises:
#   a layer includes only the layers and libraries that this table gives it,
#   and no source file is longer than MAX_LINES.
# Run: cmake -D SOURCE_DIR=src -P tests/architecture/levels.cmake
cmake_minimum_required(VERSION 3.25)
set(MAX_LINES 400)

#   layer         may include                                          libraries
set(MAY_base      "")                                                  # utf8proc, nettle
set(MAY_opc       base)                                                # pugixml, libzip, libdeflate
set(MAY_sml       base opc)                                            # pugixml
set(MAY_wml       base opc)                                            # pugixml
set(MAY_domain    base)                                                # none
set(MAY_calc      base opc sml)                                        # pugixml
set(MAY_merge     base opc sml wml calc)                               # pugixml
set(MAY_proof     base opc sml)                                        # pugixml
set(MAY_intake    base sml domain)                                     # libxlsxwriter (form_writer*.cpp)
set(MAY_compose   base domain)                                         # none
set(MAY_lint      base opc sml wml merge)                              # pugixml
set(MAY_audit     base opc sml wml domain intake calc merge)           # pugixml
set(MAY_preview   base opc sml wml)                                    # pugixml
set(MAY_app       base opc sml wml domain merge proof intake compose lint audit preview)  # none
set(MAY_cli       base opc app)                                        # none (opc: the limits alone)
set(MAY_full      base app cli)                                        # Poco
set(MAY_desk      base app preview)                                     # Poco
set(MAY_web       base app cli desk)                                   # Poco
set(MAY_main      cli)
set(MAY_main_full cli full web)

set(USES_pugixml    opc sml wml calc merge proof lint audit preview)
set(USES_zip        opc)
set(USES_libdeflate opc)
set(USES_utf8proc   base)
set(USES_nettle     base)
set(USES_Poco       full desk web)
set(USES_xlsxwriter intake)

set(failures "")
file(GLOB_RECURSE sources RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/*.hpp" "${SOURCE_DIR}/*.cpp")
foreach(source IN LISTS sources)
  string(REGEX REPLACE "[/.].*" "" layer "${source}")
  if(NOT DEFINED MAY_${layer})
    string(APPEND failures "${source}: the folder ${layer}/ has no level\n")
    continue()
  endif()

  file(READ "${SOURCE_DIR}/${source}" bytes HEX)
  string(REGEX MATCHALL "0a" newlines "${bytes}")
  list(LENGTH newlines count)
  if(count GREATER MAX_LINES)
    string(APPEND failures "${source}: ${count} lines, at most ${MAX_LINES}\n")
  endif()

  file(STRINGS "${SOURCE_DIR}/${source}" includes REGEX "^#include [\"<][A-Za-z_]+[/.]")
  foreach(include IN LISTS includes)
    string(REGEX REPLACE "^#include [\"<]([A-Za-z_]+).*" "\\1" target "${include}")
    if(DEFINED MAY_${target} AND NOT target STREQUAL layer AND NOT target IN_LIST MAY_${layer})
      string(APPEND failures "${source}: ${layer}/ may not include ${target}/\n")
    elseif(DEFINED USES_${target} AND NOT layer IN_LIST USES_${target})
      string(APPEND failures "${source}: ${layer}/ may not use ${target}\n")
    endif()
  endforeach()
endforeach()

if(failures)
  message(FATAL_ERROR "${failures}")
endif()
list(LENGTH sources count)
message(STATUS "${count} source files keep to the levels")
