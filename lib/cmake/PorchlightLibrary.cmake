# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# porchlight_library(<name> SOURCES <files> [USES <our libraries>] [LINKS <foreign targets>])
# makes the static library Porchlight::<name>. USES is checked against the table below, which is
# the dependency picture of README.md in code; configuration stops at an edge that is not in it.
# porchlight_program(<name> SOURCES <files> [USES ...] [LINKS ...]) does the same for a program.

# coreplain is the Qt-free half of core (result, digest, mediatime): all that the confined process may use.
set(porchlight_edges_coreplain "")
set(porchlight_edges_core coreplain)
foreach(name domain vault geo basemap)
  set(porchlight_edges_${name} core)
endforeach()
foreach(name mediaprotocol sandbox)
  set(porchlight_edges_${name} coreplain)
endforeach()
set(porchlight_edges_places core geo)
foreach(name agencies requests)
  set(porchlight_edges_${name} core domain geo)
endforeach()
foreach(name audit exchange identity review)
  set(porchlight_edges_${name} core domain)
endforeach()
set(porchlight_edges_store core domain audit)
set(porchlight_edges_media core mediaprotocol domain)
set(porchlight_edges_evidence core vault audit domain)
set(porchlight_edges_decoder coreplain mediaprotocol)
set(porchlight_edges_workflow
    core domain geo agencies requests audit exchange vault store identity basemap places
    media review evidence)

set(porchlight_edges_porchlight-decoder coreplain decoder sandbox mediaprotocol)
set(porchlight_edges_porchlight-verify core evidence audit domain)
set(porchlight_edges_porchlight-cli ${porchlight_edges_workflow} workflow)
set(porchlight_edges_porchlight-exchange ${porchlight_edges_workflow} workflow)
set(porchlight_edges_porchlight ${porchlight_edges_workflow} workflow)

# No Qt at all in these: what the confined process links stays small.
set(porchlight_without_qt coreplain mediaprotocol decoder sandbox)

function(porchlight_check_edges target)
  foreach(used IN LISTS ARGN)
    if(NOT used IN_LIST porchlight_edges_${target})
      message(FATAL_ERROR
        "${target} may not use ${used}. Allowed: ${porchlight_edges_${target}}. "
        "The table is in lib/cmake/PorchlightLibrary.cmake.")
    endif()
  endforeach()
endfunction()

function(porchlight_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LINKS")
  if(NOT DEFINED porchlight_edges_${name})
    message(FATAL_ERROR "${name} is not a room of this house: see lib/cmake/PorchlightLibrary.cmake.")
  endif()
  porchlight_check_edges(${name} ${arg_USES})
  set(target porchlight-lib-${name})
  add_library(${target} STATIC ${arg_SOURCES})
  add_library(Porchlight::${name} ALIAS ${target})
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR}/lib)
  list(TRANSFORM arg_USES PREPEND Porchlight::)
  target_link_libraries(${target} PUBLIC ${arg_USES} ${arg_LINKS} PRIVATE porchlight-rules)
  if(name IN_LIST porchlight_without_qt)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF AUTORCC OFF AUTOUIC OFF)
  endif()
endfunction()

function(porchlight_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;USES;LINKS")
  porchlight_check_edges(${name} ${arg_USES})
  add_executable(${name} ${arg_SOURCES})
  list(TRANSFORM arg_USES PREPEND Porchlight::)
  target_link_libraries(${name} PRIVATE ${arg_USES} ${arg_LINKS} porchlight-rules)
  install(TARGETS ${name} RUNTIME DESTINATION bin)
endfunction()
