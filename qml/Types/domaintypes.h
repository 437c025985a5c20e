// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/agency.h"
#include "domain/arearequest.h"
#include "domain/casefile.h"
#include "domain/consent.h"
#include "domain/exportlines.h"
#include "domain/marker.h"
#include "domain/officer.h"
#include "domain/sharedclip.h"
#include "domain/verification.h"
#include "domain/words.h"

#include <QtQml/qqmlregistration.h>

/// Declares the values of lib/domain to QML, so that lib itself needs no QML: a value type a struct, and one namespace
/// `Domain` for the fixed vocabularies (`Domain.Published`). Nothing here has a rule of its own.

namespace Porchlight::DomainWords {
Q_NAMESPACE
QML_FOREIGN_NAMESPACE(Porchlight)
QML_NAMED_ELEMENT(Domain)
} // namespace Porchlight::DomainWords

namespace Porchlight {

struct AgencyType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::Agency)
    QML_VALUE_TYPE(agency)
};

struct AreaRequestType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::AreaRequest)
    QML_VALUE_TYPE(areaRequest)
};

struct CaseFileType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::CaseFile)
    QML_VALUE_TYPE(caseFile)
};

struct ConsentReceiptType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::ConsentReceipt)
    QML_VALUE_TYPE(consentReceipt)
};

struct ConsentScopeType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::ConsentScope)
    QML_VALUE_TYPE(consentScope)
};

struct MarkerType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::Marker)
    QML_VALUE_TYPE(marker)
};

struct MediaFactsType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::MediaFacts)
    QML_VALUE_TYPE(mediaFacts)
};

struct OfficerType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::Officer)
    QML_VALUE_TYPE(officer)
};

struct SharedClipType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::SharedClip)
    QML_VALUE_TYPE(sharedClip)
};

struct CheckResultType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::CheckResult)
    QML_VALUE_TYPE(checkResult)
};

struct ExportChoiceType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::ExportChoice)
    QML_VALUE_TYPE(exportChoice)
};

struct ExportLineType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::ExportLine)
    QML_VALUE_TYPE(exportLine)
};

} // namespace Porchlight
