// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/requestsentences.h"

#include "workflow/findingwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

} // namespace

QString sentenceFor(const Failure<DirectoryError> &failure)
{
    switch (failure.code) {
    case DirectoryError::CannotRead:
        return tr("The list could not be read (%1). The directory is as it was. Check that the file is there and that "
                  "you may read it.")
            .arg(failure.detail);
    case DirectoryError::Empty:
        return tr("The list is empty. The directory is as it was.");
    case DirectoryError::TooLarge:
        return tr("The list is too large (%1). The directory is as it was. Split it into several files.")
            .arg(failure.detail);
    case DirectoryError::Damaged:
        return tr("The list is damaged (%1). The directory is as it was. Get the file again.").arg(failure.detail);
    case DirectoryError::NotOneList:
        return failure.detail.isEmpty()
                   ? tr("The archive holds no list of agencies. The directory is as it was. Lists are CSV, GeoJSON or "
                        "KML files; save a spreadsheet as CSV.")
                   : tr("The archive holds several lists (%1). The directory is as it was. Unpack it and import the "
                        "one you mean.")
                         .arg(failure.detail);
    case DirectoryError::NotText:
        return tr("The file is no list of agencies: %1. The directory is as it was. Lists are CSV, GeoJSON or KML "
                  "files, packed or not.")
            .arg(failure.detail);
    case DirectoryError::UnclosedQuote:
        return tr("A quotation mark opens in %1 and is never closed, so the rest of the list cannot be read. The "
                  "directory is as it was. Mend that line and import again.")
            .arg(failure.detail);
    case DirectoryError::NotJson:
        return tr("The file looks like JSON but is not (%1). The directory is as it was. Get the file again.")
            .arg(failure.detail);
    case DirectoryError::NotAList:
        return tr("The file is well formed but holds no list of agencies (%1). The directory is as it was. Lists are "
                  "CSV, "
                  "GeoJSON or KML files.")
            .arg(failure.detail);
    case DirectoryError::NotXml:
        return tr("The file looks like KML but is broken (%1). The directory is as it was. Get the file again.")
            .arg(failure.detail);
    case DirectoryError::NoNameColumn:
        return tr("No column holds the agencies' names. The headings are: %1. The directory is as it was. Call the "
                  "column "
                  "with the names “Agency”.")
            .arg(failure.detail);
    case DirectoryError::NoAgencies:
        return tr("Not one row of the list can be used (%1 were refused). The directory is as it was.")
            .arg(failure.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

QString sentenceFor(const AgencyUpdateFailure &failure)
{
    return std::visit([](const auto &one) { return sentenceFor(one); }, failure);
}

QString sentenceFor(const Failure<GeoFormatError> &failure)
{
    switch (failure.code) {
    case GeoFormatError::NotJson:
        return tr("The file is not well-formed JSON (%1).").arg(failure.detail);
    case GeoFormatError::NotGeoJson:
        return tr("The file is JSON, but not GeoJSON: %1.").arg(failure.detail);
    case GeoFormatError::NotXml:
        return tr("The file is not well-formed XML (%1).").arg(failure.detail);
    case GeoFormatError::NotKml:
        return tr("The file is XML, but not KML: %1.").arg(failure.detail);
    case GeoFormatError::NotGpx:
        return tr("The file is XML, but not GPX: %1.").arg(failure.detail);
    case GeoFormatError::NotWkt:
        return tr("The file is no area: %1. Areas are GeoJSON, KML, GPX or WKT (POLYGON, MULTIPOLYGON, LINESTRING).")
            .arg(failure.detail);
    case GeoFormatError::NoArea:
        return tr("There is no area in the file: it needs one polygon, or one route.");
    case GeoFormatError::SeveralAreas:
        return tr("There are several areas in the file; put the one that is meant into a file of its own.");
    case GeoFormatError::BadCoordinate:
        return tr("A coordinate in the file cannot be used: %1.").arg(failure.detail);
    case GeoFormatError::TooLarge:
        return tr("The file is too large (%1).").arg(failure.detail);
    case GeoFormatError::TooManyVertices:
        return tr("The outline has too many points (%1). Simplify it first.").arg(failure.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

QString sentenceFor(const Failure<DraftError> &failure)
{
    switch (failure.code) {
    case DraftError::NotJson:
        return tr("The request document is not well-formed JSON (%1). Nothing was sent.").arg(failure.detail);
    case DraftError::BadMember:
        return tr("A member of the request document cannot be read: %1. Nothing was sent.").arg(failure.detail);
    case DraftError::BadArea:
        return tr("The area of the request document cannot be read: %1. Nothing was sent.").arg(failure.detail);
    }
    Q_UNREACHABLE_RETURN({});
}

QString sentenceFor(const DraftRefused &refused)
{
    const QString text = refusalsText(refused.findings);
    return tr("The request was not sent: %1. The draft is kept.").arg(text);
}

QString sentenceFor(const NotRecorded &failure)
{
    return tr("The exchange has taken the change to “%1”, but it could not be recorded here: %2 Do the same again when "
              "that "
              "is mended; residents will not see it twice.")
        .arg(failure.request.title, sentenceFor(failure.why));
}

QString sentenceFor(const DispatchFailure &failure)
{
    return std::visit([](const auto &one) { return sentenceFor(one); }, failure);
}

} // namespace Porchlight
