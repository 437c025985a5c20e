// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "areaeditor.h"

#include <QUndoCommand>

#include <functional>

namespace Porchlight {

/// One act of the officer: the figure before and after. Nudges of the same handle, one after the other, are one act.
class AreaEditor::Step final : public QUndoCommand
{
public:
    Step(std::function<void(const State &)> show, State before, State after, int mergeKey)
        : m_show(std::move(show))
        , m_before(std::move(before))
        , m_after(std::move(after))
        , m_mergeKey(mergeKey)
    {}

    void undo() override { m_show(m_before); }
    void redo() override { m_show(m_after); }
    [[nodiscard]] int id() const override { return m_mergeKey; }
    bool mergeWith(const QUndoCommand *other) override
    {
        // Only steps with the same key come here, and only steps have keys.
        m_after = static_cast<const Step *>(other)->m_after;
        return true;
    }

private:
    std::function<void(const State &)> m_show;
    State m_before;
    State m_after;
    int m_mergeKey;
};

} // namespace Porchlight
