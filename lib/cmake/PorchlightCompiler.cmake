# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Compiler rules of every target of ours. Generated code of Qt compiles under them too.

add_library(porchlight-rules INTERFACE)
target_compile_options(porchlight-rules INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
  -Wno-missing-field-initializers # members left out of a designated initialiser have defaults
  $<$<CXX_COMPILER_ID:Clang>:-Wno-unknown-warning-option>
  -fstack-protector-strong)
target_compile_definitions(porchlight-rules INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_DISABLE_DEPRECATED_UP_TO=0x060800
  PORCHLIGHT_VERSION="${PROJECT_VERSION}")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1 -D_GLIBCXX_ASSERTIONS")

if(PORCHLIGHT_SANITIZE)
  list(JOIN PORCHLIGHT_SANITIZE "," sanitizers)
  add_compile_options(-fsanitize=${sanitizers} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${sanitizers})
endif()
