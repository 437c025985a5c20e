# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# porchlight_test(<name> SOURCES <files> [LABEL unit|contract|integration|qml|lint] [USES <our libraries>]
#                 [LINKS <foreign targets>] [ARGUMENTS <arguments>] [ENVIRONMENT <NAME=value>])
# makes a Qt Test program and registers it. The label carries the time-out: unit 60 s, qml,
# contract and integration 300 s. Tests may use any library.

set(porchlight_timeout_unit 60)
set(porchlight_timeout_qml 300)
set(porchlight_timeout_contract 300)
set(porchlight_timeout_integration 300)

# Qt 6.8's QTRY_* macros, expanded in a test, put a count of milliseconds into an int.
add_library(porchlight-test-rules INTERFACE)
target_compile_options(porchlight-test-rules INTERFACE -Wno-conversion)

function(porchlight_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "LABEL" "SOURCES;USES;LINKS;ARGUMENTS;ENVIRONMENT")
  if(NOT arg_LABEL)
    set(arg_LABEL unit)
  endif()
  add_executable(${name} ${arg_SOURCES})
  list(TRANSFORM arg_USES PREPEND Porchlight::)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(${name} PRIVATE Qt6::Test ${arg_USES} ${arg_LINKS} porchlight-rules porchlight-test-rules)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
  set_tests_properties(${name} PROPERTIES
    LABELS ${arg_LABEL}
    TIMEOUT ${porchlight_timeout_${arg_LABEL}}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;PORCHLIGHT_BIN=${CMAKE_BINARY_DIR}/bin;${arg_ENVIRONMENT}")
endfunction()
