// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/framesource.h"

#include <QHash>
#include <QImage>
#include <QObject>

#include <optional>
#include <vector>

namespace Porchlight {

/// Small pictures of frames for the time line, asked for one at a time and kept up to a number of bytes. What is in
/// view now is asked for first; what was wanted for an older view is forgotten, and taken back from the decoder.
class FilmStrip final : public QObject
{
    Q_OBJECT

public:
    static constexpr int PictureWidth = 160;

    struct Wish
    {
        qint64 frame = 0;
        bool isProvisional = false; ///< Not counted yet; its picture is fetched again once it is.
    };

    explicit FilmStrip(QObject *parent = nullptr);

    /// Null: nothing to show. Pictures are turned as the clip asks for.
    void setSource(FrameSource *source, const Orientation &orientation);
    void want(std::vector<Wish> wishes);
    /// Null where it has not come yet.
    [[nodiscard]] QImage picture(qint64 frame) const { return m_pictures.value(frame).image; }

Q_SIGNALS:
    void pictureAdded();

private:
    struct Picture
    {
        QImage image;
        bool isProvisional = false;
    };

    [[nodiscard]] bool isThere(const Wish &wish) const;
    void askNext();
    void takeBack();
    void keep(const Wish &wish, const QImage &picture);

    FrameSource *m_source = nullptr;
    Orientation m_orientation;
    std::vector<Wish> m_wanted;
    QHash<qint64, Picture> m_pictures;
    QList<qint64> m_oldestFirst;
    MediaFuture<QImage> m_answer;
    std::optional<qint64> m_asked;
    int m_run = 0;
};

} // namespace Porchlight
