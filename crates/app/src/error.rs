//! Every error of every crate meets here, once, and becomes a code with parameters. Nobody compares strings; the words
//! for each code stand in `words/`.

use domain::Refusal;
use ledger::LedgerError;
use report::ReportError;
use seal::SealError;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sheet::SheetError;

/// What kind of failure it is: decides the command line's exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum ErrorClass {
    /// A rule or the data says no.
    Refused,
    /// The request itself is wrong.
    Usage,
    /// The ledger or a file is damaged.
    Damaged,
    /// Disk, permission, another program.
    Environment,
}

/// Why a use case did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AppError {
    /// Which.
    pub code: String,
    /// What kind.
    pub class: ErrorClass,
    /// The values that the words name.
    #[ts(type = "Record<string, unknown>")]
    pub params: Map<String, Value>,
    /// What a developer would want to see, where the cause is a defect or the system; never shown as the message.
    pub incident: Option<String>,
}

impl AppError {
    /// An error with parameters given as a JSON object.
    pub(crate) fn new(code: &str, class: ErrorClass, params: Value) -> Self {
        let params = match params {
            Value::Object(map) => map,
            _ => Map::new(),
        };
        Self { code: code.to_owned(), class, params, incident: None }
    }

    /// A refusal by `app` itself.
    pub(crate) fn refused(code: &str, params: Value) -> Self {
        Self::new(code, ErrorClass::Refused, params)
    }

    pub(crate) fn with_incident(mut self, incident: impl ToString) -> Self {
        self.incident = Some(incident.to_string());
        self
    }

    /// An error of the operating system on a file that the user named.
    pub(crate) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind as Kind;
        let code = match error.kind() {
            Kind::NotFound => "fileNotFound",
            _ if ledger::is_held(error) => "fileHeld",
            Kind::PermissionDenied => "permissionDenied",
            Kind::ReadOnlyFilesystem => "readOnly",
            Kind::StorageFull | Kind::QuotaExceeded => "diskFull",
            Kind::AlreadyExists => "fileExists",
            Kind::IsADirectory => "isFolder",
            Kind::NotADirectory => "notFolder",
            _ => "fileFailed",
        };
        let chosen_wrongly = ["fileNotFound", "isFolder", "notFolder"].contains(&code);
        let class = if chosen_wrongly { ErrorClass::Refused } else { ErrorClass::Environment };
        Self::new(code, class, json!({ "path": path.display().to_string() })).with_incident(error)
    }
}

impl std::fmt::Display for AppError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::words::message(crate::words::Lang::En, &self.code, &self.params))
    }
}

impl std::error::Error for AppError {}

impl From<Refusal> for AppError {
    fn from(refusal: Refusal) -> Self {
        let (code, mut params) = coded(&refusal);
        if let Refusal::CertificateExpired { not_after } = &refusal {
            params.insert("notAfter".to_owned(), json!(crate::clock::local_text(*not_after)));
        }
        Self { code, class: ErrorClass::Refused, params, incident: None }
    }
}

/// Splits what serde writes as `{code, params}` or `{code, …}`.
pub(crate) fn coded(value: &impl Serialize) -> (String, Map<String, Value>) {
    let mut map = match serde_json::to_value(value) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    };
    let code = match map.remove("code") {
        Some(Value::String(code)) => code,
        _ => "internal".to_owned(),
    };
    match map.remove("params") {
        Some(Value::Object(params)) => (code, params),
        Some(other) => {
            map.insert("params".to_owned(), other);
            (code, map)
        }
        None => (code, map),
    }
}

impl From<LedgerError> for AppError {
    fn from(error: LedgerError) -> Self {
        use ErrorClass::{Damaged, Environment, Refused};
        use ledger::rusqlite::ErrorCode as Sqlite;
        let path = |p: &std::path::Path| json!({ "path": p.display().to_string() });
        let incident = error.to_string();
        let mapped = match &error {
            LedgerError::NotFound { path: p } => match p.file_name() {
                Some(name) if name == "ledger.sqlite3" => {
                    Self::new("ledgerNotFound", Environment, path(p.parent().unwrap_or(p)))
                }
                _ => Self::new("fileNotFound", Refused, path(p)),
            },
            LedgerError::AlreadyThere { path: p } => Self::new("ledgerAlreadyThere", Refused, path(p)),
            LedgerError::UnsuitableLocation { path: p, reason } => {
                let (reason, detail) = match reason {
                    ledger::Unsuitable::NetworkDrive(kind) => ("networkDrive", kind.clone()),
                    ledger::Unsuitable::SyncClient(folder) => ("syncClient", folder.clone()),
                    ledger::Unsuitable::NotEmpty => ("notEmpty", String::new()),
                };
                let params = json!({ "path": p.display().to_string(), "reason": reason, "detail": detail });
                Self::new("unsuitableLocation", Refused, params)
            }
            LedgerError::NewerVersion { found, known } => {
                Self::new("newerVersion", Refused, json!({ "path": null, "found": found, "known": known }))
            }
            LedgerError::Busy { .. } => Self::new("ledgerBusy", Environment, json!({})),
            // Without a path it was the database; `App::invoke` knows where that stands.
            LedgerError::DiskFull { path: p } => Self::new(
                "diskFull",
                Environment,
                json!({ "path": p.as_ref().map(|p| p.display().to_string()) }),
            ),
            LedgerError::ReadOnly { path: p } => Self::new(
                "readOnly",
                Environment,
                json!({ "path": p.as_ref().map(|p| p.display().to_string()) }),
            ),
            LedgerError::FileHeld { path: p } => Self::new("fileHeld", Environment, path(p)),
            LedgerError::PermissionDenied { path: p } => Self::new("permissionDenied", Environment, path(p)),
            LedgerError::ClockSetBack { last, now } => {
                let local = |t: &chrono::DateTime<chrono::Utc>| crate::clock::local_text(*t);
                Self::new("clockSetBack", Environment, json!({ "last": local(last), "now": local(now) }))
            }
            LedgerError::UnknownEvent { kind, version, .. } => {
                Self::new("unknownEvent", Refused, json!({ "kind": kind, "version": version }))
            }
            LedgerError::Cancelled => Self::new("cancelled", Refused, json!({})),
            LedgerError::AttachmentDamaged { digest } => {
                Self::new("attachmentDamaged", Damaged, json!({ "digest": digest }))
            }
            LedgerError::Damaged { .. }
            | LedgerError::MigrationChanged { .. }
            | LedgerError::BadBody { .. } => Self::new("ledgerDamaged", Damaged, json!({ "path": null })),
            LedgerError::Chain { .. } => Self::new("ledgerForked", Damaged, json!({})),
            LedgerError::TooLarge { size, limit } => {
                Self::new("entryTooLarge", Refused, json!({ "bytes": size, "limitBytes": limit }))
            }
            LedgerError::Io { path: p, .. } => Self::new("fileFailed", Environment, path(p)),
            LedgerError::Sql(error) => match error.sqlite_error_code() {
                // A disk that fails, that was unplugged, or that takes no file so large.
                Some(Sqlite::SystemIoFailure | Sqlite::CannotOpen) => {
                    Self::new("fileFailed", Environment, json!({ "path": null }))
                }
                _ => Self::new("internal", Environment, json!({})),
            },
        };
        mapped.with_incident(incident)
    }
}

impl From<ledger::rusqlite::Error> for AppError {
    fn from(error: ledger::rusqlite::Error) -> Self {
        LedgerError::from(error).into()
    }
}

impl From<SheetError> for AppError {
    fn from(error: SheetError) -> Self {
        if error == SheetError::Cancelled {
            return LedgerError::Cancelled.into();
        }
        let class = match &error {
            SheetError::Unreadable { .. } => ErrorClass::Environment,
            SheetError::BadMap { .. } => ErrorClass::Usage,
            _ => ErrorClass::Refused,
        };
        let incident = error.to_string();
        let (code, mut params) = coded(&error);
        // The one limit of these that is a size and no count.
        if let SheetError::Bomb { what: "bytes", limit, .. } = &error {
            params.insert("limit".to_owned(), json!(crate::words::size_text(*limit)));
        }
        Self { code: format!("sheet.{code}"), class, params, incident: Some(incident) }
    }
}

impl From<ReportError> for AppError {
    fn from(error: ReportError) -> Self {
        use ErrorClass::{Environment, Refused};
        let incident = error.to_string();
        let mapped = match &error {
            ReportError::MissingGlyph { character, place, text } => Self::new(
                "missingGlyph",
                Refused,
                json!({ "character": character, "place": place, "text": text }),
            ),
            ReportError::FontResource { path, .. } => {
                Self::new("fontsMissing", Environment, json!({ "path": path.display().to_string() }))
            }
            ReportError::Picture { reason } => Self::new("sealPicture", Refused, json!({ "reason": reason })),
            ReportError::TooLong { what } => Self::new("textTooLong", Refused, json!({ "what": what })),
            _ => Self::new("internal", Environment, json!({})),
        };
        mapped.with_incident(incident)
    }
}

impl AppError {
    /// An error of `seal` on a file that the user named.
    pub(crate) fn seal(path: &str, error: &SealError) -> Self {
        use ErrorClass::Refused;
        let incident = error.to_string();
        let day = |t: &chrono::DateTime<chrono::Utc>| crate::clock::local_text(*t);
        let (code, params) = match error {
            SealError::NotPkcs12 => ("notPkcs12", json!({ "path": path })),
            SealError::WrongPassword => ("wrongKeyPassword", json!({ "path": path })),
            SealError::UnsupportedProtection => ("unsupportedProtection", json!({ "path": path })),
            SealError::NoPrivateKey => ("noPrivateKey", json!({ "path": path })),
            SealError::NoCertificateForKey => ("noCertificateForKey", json!({ "path": path })),
            SealError::UnsupportedKey { algorithm } => ("unsupportedKey", json!({ "algorithm": algorithm })),
            SealError::KeyNotForSigning => ("keyNotForSigning", json!({})),
            SealError::NotCertificate => ("notCertificate", json!({ "path": path })),
            SealError::UnusableName => ("unusableName", json!({})),
            SealError::UnusableYears { years } => ("unusableYears", json!({ "years": years })),
            SealError::TooLarge { bytes, limit } => {
                ("pdfTooLarge", json!({ "path": path, "bytes": bytes, "limitBytes": limit }))
            }
            SealError::NotPdf => ("notPdf", json!({ "path": path })),
            SealError::Encrypted => ("pdfEncrypted", json!({ "path": path })),
            SealError::NoSignatureField { party } | SealError::UnusableSignatureField { party } => {
                ("noSignatureField", json!({ "path": path, "party": party.code() }))
            }
            SealError::AlreadySigned { party } => {
                ("alreadySigned", json!({ "path": path, "party": party.code() }))
            }
            SealError::CertificateExpired { not_after, signed_at } => {
                ("signingExpired", json!({ "notAfter": day(not_after), "signedAt": day(signed_at) }))
            }
            SealError::CertificateNotYetValid { not_before, signed_at } => {
                ("signingTooEarly", json!({ "notBefore": day(not_before), "signedAt": day(signed_at) }))
            }
            SealError::SameKeyForBothParties { party } => ("sameKey", json!({ "party": party.code() })),
            SealError::ExistingSignatureNotIntact { .. } | SealError::ChangedAfterSigning => {
                ("changedAfterSigning", json!({ "path": path }))
            }
            SealError::ExistingSignatureUnverifiable { .. } => {
                ("signatureUnverifiable", json!({ "path": path }))
            }
            SealError::UnusableAppearance { .. } | SealError::SigningFailed { .. } => {
                ("signingFailed", json!({}))
            }
            _ => ("signingFailed", json!({})),
        };
        Self::new(code, Refused, params).with_incident(incident)
    }
}
