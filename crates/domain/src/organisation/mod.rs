//! Units, parties and the contract between them (§4, §7.3).

mod calendar;
mod contract;
mod holiday_list;
mod party;
mod unit;

pub use calendar::record_calendar;
pub use contract::{ContractTerm, record_contract};
pub use holiday_list::{Festival, check_holiday_list};
pub use party::{
    CertificateRecord, Party, PartyRecord, register_certificate, register_party, trust_root, untrust_root,
};
pub use unit::{Group, Installation, LedgerRole, Unit, import_units};

#[cfg(test)]
mod tests;
