# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# porchlight_qml_module(<Name> [QML_FILES <files>] [SOURCES <files>] [SINGLETONS <qml files>]
#                       [USES <our libraries>] [IMPORTS <our modules>] [NEEDS <foreign modules>]
#                       [LINKS <foreign targets>])
# makes the static module Porchlight.<Name>. Pages never import each other; only Shell imports them.

set(porchlight_pages Map Requests Inbox Review Evidence Oversight Settings)
set(porchlight_imports_Theme "")
set(porchlight_imports_Types "")
set(porchlight_imports_Controls Theme)
set(porchlight_imports_Shell Theme Types Controls ${porchlight_pages})
set(porchlight_uses_Theme "")
set(porchlight_uses_Controls "")
set(porchlight_uses_Types core domain)
set(porchlight_uses_Shell core domain workflow)
foreach(page IN LISTS porchlight_pages)
  set(porchlight_imports_${page} Theme Types Controls)
  set(porchlight_uses_${page} core domain workflow)
endforeach()
# Review draws timelines and frames, Map draws areas and street tiles, Map and Requests show findings and what
# residents read: they use those value types.
list(APPEND porchlight_uses_Review review media)
# Oversight shows the entries of the custody log.
list(APPEND porchlight_uses_Oversight audit)
list(APPEND porchlight_uses_Map geo basemap places agencies requests)
list(APPEND porchlight_uses_Requests requests)
# Settings list the installed map packs.
list(APPEND porchlight_uses_Settings basemap)

function(porchlight_qml_module name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "QML_FILES;SOURCES;SINGLETONS;USES;IMPORTS;NEEDS;LINKS")
  foreach(used IN LISTS arg_USES)
    if(NOT used IN_LIST porchlight_uses_${name})
      message(FATAL_ERROR "qml/${name} may not use ${used}. Allowed: ${porchlight_uses_${name}}.")
    endif()
  endforeach()
  foreach(imported IN LISTS arg_IMPORTS)
    if(NOT imported IN_LIST porchlight_imports_${name})
      message(FATAL_ERROR "qml/${name} may not import ${imported}. Allowed: ${porchlight_imports_${name}}.")
    endif()
  endforeach()
  string(TOLOWER ${name} lower)
  set(target porchlight-qml-${lower})
  set_source_files_properties(${arg_SINGLETONS} PROPERTIES QT_QML_SINGLETON_TYPE TRUE)
  list(TRANSFORM arg_IMPORTS PREPEND Porchlight. OUTPUT_VARIABLE imports)
  set(cachegen "")
  if(CMAKE_BUILD_TYPE STREQUAL Debug)
    set(cachegen NO_CACHEGEN) # bindings compiled ahead of time are for the builds that people run
  endif()
  qt_add_library(${target} STATIC)
  qt_add_qml_module(${target}
    URI Porchlight.${name}
    VERSION 1.0
    RESOURCE_PREFIX /qt/qml
    ${cachegen}
    QML_FILES ${arg_SINGLETONS} ${arg_QML_FILES}
    SOURCES ${arg_SOURCES}
    IMPORTS ${imports}
    DEPENDENCIES QtQuick ${arg_NEEDS})
  add_library(Porchlight::qml${name} ALIAS ${target})
  list(TRANSFORM arg_USES PREPEND Porchlight::)
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/qml ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PUBLIC Qt6::Qml Qt6::Quick ${arg_USES} ${arg_LINKS} PRIVATE porchlight-rules)
  foreach(imported IN LISTS arg_IMPORTS)
    string(TOLOWER ${imported} importedLower)
    target_link_libraries(${target} PUBLIC porchlight-qml-${importedLower} porchlight-qml-${importedLower}plugin)
  endforeach()
endfunction()
