// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// Decodes a tiny clip that is part of the program and opens the usual codecs once, so that whatever libav and the
/// standard library load late is loaded before the process is confined.
void warmUp();

} // namespace Porchlight
