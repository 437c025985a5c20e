# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fetches the packages of packaging/npm/package-lock.json once into the cache folder, named after the hash of that
# file, and sets PORCHLIGHT_NODE_MODULES. Install scripts of the packages are never run.

set(lockfile ${CMAKE_SOURCE_DIR}/packaging/npm/package-lock.json)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${lockfile})
file(SHA256 ${lockfile} lockhash)
string(SUBSTRING ${lockhash} 0 12 lockhash)
set(PORCHLIGHT_NODE_MODULES ${PORCHLIGHT_CACHE}/npm-${lockhash}/node_modules)

if(NOT EXISTS ${PORCHLIGHT_NODE_MODULES}/.complete)
  find_program(NPM_PROGRAM npm REQUIRED)
  set(folder ${PORCHLIGHT_CACHE}/npm-${lockhash})
  file(MAKE_DIRECTORY ${folder})
  file(COPY ${CMAKE_SOURCE_DIR}/packaging/npm/package.json ${lockfile} DESTINATION ${folder})
  message(STATUS "Fetching npm packages, once")
  execute_process(COMMAND ${NPM_PROGRAM} ci --ignore-scripts --no-audit --no-fund
                  WORKING_DIRECTORY ${folder} RESULT_VARIABLE result)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "The npm packages could not be fetched. Is the npm registry reachable with this machine's "
                        "settings? Try: npm ci --ignore-scripts in ${folder}")
  endif()
  file(TOUCH ${PORCHLIGHT_NODE_MODULES}/.complete)
endif()
