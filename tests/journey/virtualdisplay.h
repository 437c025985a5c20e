// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <sys/types.h>

#include <optional>
#include <string>

namespace Porchlight {

/// An X server without a screen (Xvfb) that this process starts before it makes its application, names in DISPLAY,
/// and ends with itself.
class VirtualDisplay
{
public:
    /// Starts one of this size; none where Xvfb could not be started.
    [[nodiscard]] static std::optional<VirtualDisplay> start(int width, int height);

    VirtualDisplay(VirtualDisplay &&other) noexcept;
    VirtualDisplay &operator=(VirtualDisplay &&) = delete;
    ~VirtualDisplay();

private:
    explicit VirtualDisplay(pid_t process);

    pid_t m_process;
};

} // namespace Porchlight
